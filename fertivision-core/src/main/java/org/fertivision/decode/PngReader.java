package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.fertivision.finding.Notice;
import org.fertivision.spi.Work;

/**
 * Reads PNG: 1 to 16 bits, gray, color, palette and alpha, plain and interlaced. Samples of fewer than 8 bits are spread
 * over 0 to 255. Alpha, color profiles and gamma are ignored: the samples are what was stored.
 *
 * <p>Source: ISO/IEC 15948 (PNG, third edition), sections 8 to 10.
 */
final class PngReader {
    /** First column, first row, columns apart, rows apart of each pass. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] PLAIN = {{0, 0, 1, 1}};
    private static final int CHECK_EVERY_ROWS = 64;

    private final PngFile png;
    private final Work work;
    private final Canvas canvas;
    private final Inflater inflater = new Inflater();
    private final byte[] lookup;
    private final boolean[] seeThrough;
    private int nextPiece;
    private boolean transparent;
    private boolean extra;

    private PngReader(PngFile png, Work work) {
        this.png = png;
        this.work = work;
        this.canvas = new Canvas(png.width(), png.height(), png.channels(), png.depth());
        this.lookup = lookup(png);
        this.seeThrough = seeThrough(png);
    }

    static Picture read(byte[] file, HeaderGuard guard, Work work) {
        PngFile png = PngFile.walk(file, guard);
        work.checkpoint();
        List<Notice> notices = new ArrayList<>(png.notices());
        Trailing.notice(file, png.end(), Magic.PNG).ifPresent(notices::add);
        PngReader reader = new PngReader(png, work);
        try {
            reader.rows();
        } catch (DataFormatException e) {
            throw Refusal.damaged("The PNG picture data are damaged and cannot be inflated.", e);
        } finally {
            reader.inflater.end();
        }
        if (reader.extra) {
            notices.add(new Notice("png-extra-data", "The PNG picture data hold more than the picture."));
        }
        if (reader.transparent) {
            notices.add(Transparency.IGNORED);
        }
        return new Picture(List.of(reader.canvas.toFrame(0)), png.orientation(), png.pixelSize(), notices);
    }

    private void rows() throws DataFormatException {
        int bitsPerPixel = png.depth() * png.samples();
        int back = Math.max(1, bitsPerPixel / 8);
        for (int[] pass : png.isInterlaced() ? ADAM7 : PLAIN) {
            int columns = (png.width() - pass[0] + pass[2] - 1) / pass[2];
            if (columns <= 0) {
                continue;
            }
            int rowBytes = (int) (((long) columns * bitsPerPixel + 7) / 8);
            byte[] above = new byte[rowBytes + 1];
            byte[] row = new byte[rowBytes + 1];
            int done = 0;
            for (int y = pass[1]; y < png.height(); y += pass[3]) {
                inflate(row);
                unfilter(row, above, back);
                take(row, columns, pass[0], pass[2], y);
                byte[] old = above;
                above = row;
                row = old;
                if (++done % CHECK_EVERY_ROWS == 0) {
                    work.checkpoint();
                }
            }
        }
        finish();
    }

    private void inflate(byte[] row) throws DataFormatException {
        int filled = 0;
        while (filled < row.length) {
            int count = inflater.inflate(row, filled, row.length - filled);
            filled += count;
            if (count == 0) {
                if (inflater.finished() || inflater.needsDictionary() || !feed()) {
                    throw Refusal.damaged("The PNG picture data end before the last row; a picture that is cut short"
                            + " is not measured in part.");
                }
            }
        }
    }

    /** Goes on to the end of the compressed data, so that their checksum is compared. */
    private void finish() throws DataFormatException {
        byte[] beyond = new byte[1];
        while (!inflater.finished()) {
            int count = inflater.inflate(beyond);
            if (count > 0) {
                extra = true;
                return;
            }
            if (count == 0 && !inflater.finished() && !feed()) {
                throw Refusal.damaged("The PNG picture data are cut short.");
            }
        }
    }

    private boolean feed() {
        if (!inflater.needsInput() || nextPiece >= png.data().size()) {
            return false;
        }
        Bytes piece = png.data().get(nextPiece++);
        inflater.setInput(piece.array(), piece.index(0, piece.length()), piece.length());
        return true;
    }

    private void take(byte[] row, int columns, int x, int step, int y) {
        int depth = png.depth();
        if (depth == 16) {
            takeDeep(row, columns, x, step, y);
        } else if (png.hasPalette()) {
            takeIndexed(unpack(row, columns, depth), columns, x, step, y);
        } else if (depth < 8) {
            byte[] values = unpack(row, columns, depth);
            for (int i = 0; i < columns; i++) {
                values[i] = lookup[values[i]];
            }
            canvas.takeBytes(0, x, y, step, values, 0, 1, columns);
            noteKey(row, columns, depth);
        } else {
            int samples = png.samples();
            for (int channel = 0; channel < canvas.channels(); channel++) {
                canvas.takeBytes(channel, x, y, step, row, 1 + channel, samples, columns);
            }
            noteAlpha(row, columns, samples, 1);
            noteKey(row, columns, depth);
        }
    }

    private void takeDeep(byte[] row, int columns, int x, int step, int y) {
        int samples = png.samples();
        for (int channel = 0; channel < canvas.channels(); channel++) {
            canvas.takeShorts(channel, x, y, step, row, 1 + 2 * channel, 2 * samples, columns, true);
        }
        noteAlpha(row, columns, samples, 2);
        noteKey(row, columns, 16);
    }

    private void takeIndexed(byte[] indexes, int columns, int x, int step, int y) {
        int entries = png.palette().length() / 3;
        byte[] colors = new byte[columns];
        for (int channel = 0; channel < canvas.channels(); channel++) {
            for (int i = 0; i < columns; i++) {
                int entry = indexes[i] & 0xFF;
                if (entry >= entries) {
                    throw Refusal.damaged(
                            "The PNG picture points at color " + entry + " of a palette of " + entries + ".");
                }
                transparent |= seeThrough[entry];
                colors[i] = lookup[3 * entry + channel];
            }
            canvas.takeBytes(channel, x, y, step, colors, 0, 1, columns);
        }
    }

    /** Notes whether any alpha, the last sample of each pixel, is below its maximum. */
    private void noteAlpha(byte[] row, int columns, int samples, int bytesPerSample) {
        if (!png.hasAlpha() || transparent) {
            return;
        }
        int pixelBytes = samples * bytesPerSample;
        for (int i = 0; i < columns; i++) {
            int alpha = 1 + (i + 1) * pixelBytes - bytesPerSample;
            if (row[alpha] != -1 || row[alpha + bytesPerSample - 1] != -1) {
                transparent = true;
                return;
            }
        }
    }

    /** Notes whether any pixel has the one color that is declared transparent. */
    private void noteKey(byte[] row, int columns, int depth) {
        int samples = png.samples();
        Bytes key = png.transparency();
        if (transparent || png.hasAlpha() || key.length() != 2 * samples) {
            return;
        }
        byte[] values = depth < 8 ? unpack(row, columns, depth) : row;
        int first = depth < 8 ? 0 : 1;
        int bytesPerSample = depth == 16 ? 2 : 1;
        for (int i = 0; i < columns && !transparent; i++) {
            boolean same = true;
            for (int s = 0; s < samples && same; s++) {
                int at = first + (i * samples + s) * bytesPerSample;
                int value = values[at] & 0xFF;
                same = key.u16(2L * s) == (bytesPerSample == 2 ? (value << 8) | (values[at + 1] & 0xFF) : value);
            }
            transparent = same;
        }
    }

    private static byte[] unpack(byte[] row, int columns, int depth) {
        byte[] values = new byte[columns];
        int mask = (1 << depth) - 1;
        for (int i = 0; i < columns; i++) {
            int bit = i * depth;
            values[i] = (byte) ((row[1 + (bit >> 3)] >> (8 - depth - (bit & 7))) & mask);
        }
        return values;
    }

    private static byte[] lookup(PngFile png) {
        if (png.hasPalette()) {
            Bytes palette = png.palette();
            int from = palette.index(0, palette.length());
            return java.util.Arrays.copyOfRange(palette.array(), from, from + palette.length());
        }
        int steps = png.depth() < 8 ? (1 << png.depth()) - 1 : 1;
        byte[] spread = new byte[steps + 1];
        for (int i = 0; i <= steps; i++) {
            spread[i] = (byte) (255 * i / steps);
        }
        return spread;
    }

    private static boolean[] seeThrough(PngFile png) {
        boolean[] entries = new boolean[256];
        if (png.hasPalette()) {
            for (int i = 0; i < Math.min(entries.length, png.transparency().length()); i++) {
                entries[i] = png.transparency().u8(i) < 255;
            }
        }
        return entries;
    }

    private static void unfilter(byte[] row, byte[] above, int back) {
        int length = row.length;
        switch (row[0]) {
            case 0 -> {}
            case 1 -> {
                for (int i = back + 1; i < length; i++) {
                    row[i] += row[i - back];
                }
            }
            case 2 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 1; i < length; i++) {
                    int left = i > back ? row[i - back] & 0xFF : 0;
                    row[i] += (byte) ((left + (above[i] & 0xFF)) >> 1);
                }
            }
            case 4 -> {
                for (int i = 1; i < length; i++) {
                    int left = i > back ? row[i - back] & 0xFF : 0;
                    int corner = i > back ? above[i - back] & 0xFF : 0;
                    row[i] += (byte) paeth(left, above[i] & 0xFF, corner);
                }
            }
            default -> throw Refusal.damaged("The PNG picture data name a filter that does not exist.");
        }
    }

    private static int paeth(int left, int above, int corner) {
        int byLeft = Math.abs(above - corner);
        int byAbove = Math.abs(left - corner);
        int byCorner = Math.abs(left + above - 2 * corner);
        if (byLeft <= byAbove && byLeft <= byCorner) {
            return left;
        }
        return byAbove <= byCorner ? above : corner;
    }
}
