package org.fertivision.phantom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;

/** Writes films frame by frame: uncompressed gray AVI, or TIFF with a page a frame and ImageJ's description. */
final class FilmFile {
    private static final int GRAYS = 256;
    private static final int HAS_INDEX = 0x10;
    private static final int KEY_FRAME = 0x10;
    private static final int MICROS_PER_S = 1_000_000;
    private static final long MOST_MICROS = 0xFFFFFFFFL;
    private static final int RATE_SCALE = 1000;

    private FilmFile() {}

    static void write(Film film, Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean avi = name.endsWith(".avi");
        if (!avi && !name.endsWith(".tif") && !name.endsWith(".tiff")) {
            throw new BadSettingException("a film is written as .avi, .tif or .tiff, not as '" + name + "'");
        }
        long bytes = (long) film.count() * stride(film) * film.height();
        if (bytes > Integer.MAX_VALUE - (1 << 24)) {
            throw new BadSettingException("a film holds at most 2 GiB, not " + bytes + " bytes: ask for fewer frames");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (avi) {
                avi(film, out);
            } else {
                tiff(film, out);
            }
        }
    }

    private static int stride(Film film) {
        return (film.width() + 3) / 4 * 4;
    }

    private static void avi(Film film, OutputStream out) throws IOException {
        int frameBytes = stride(film) * film.height();
        int formatBytes = 40 + 4 * GRAYS;
        int streamList = 4 + 8 + 56 + 8 + formatBytes;
        int headerList = 4 + 8 + 56 + 8 + streamList;
        int movie = 4 + film.count() * (8 + frameBytes);
        byte[] begin = new byte[12 + 8 + headerList + 8 + 4];
        ByteBuffer head = little(begin);
        fourCc(head, "RIFF").putInt(4 + 8 + headerList + 8 + movie + 8 + 16 * film.count());
        fourCc(fourCc(head, "AVI "), "LIST").putInt(headerList);
        fourCc(fourCc(head, "hdrl"), "avih").putInt(56);
        double fps = film.timing().framesPerSecond();
        long micros = Math.round(MICROS_PER_S / fps);
        head.putInt(micros > MOST_MICROS ? 0 : (int) micros).putInt(0).putInt(0).putInt(HAS_INDEX);
        head.putInt(film.count()).putInt(0).putInt(1).putInt(frameBytes);
        head.putInt(film.width()).putInt(film.height()).putLong(0).putLong(0);
        fourCc(head, "LIST").putInt(streamList);
        fourCc(fourCc(head, "strl"), "strh").putInt(56);
        fourCc(fourCc(head, "vids"), "DIB ").putInt(0).putInt(0).putInt(0);
        boolean slow = fps < 1;
        head.putInt(slow ? (int) Math.round(RATE_SCALE / fps) : RATE_SCALE)
                .putInt(slow ? RATE_SCALE : (int) Math.round(fps * RATE_SCALE))
                .putInt(0)
                .putInt(film.count());
        head.putInt(frameBytes).putInt(-1).putInt(0).putLong(0);
        fourCc(head, "strf").putInt(formatBytes);
        head.putInt(40)
                .putInt(film.width())
                .putInt(film.height())
                .putShort((short) 1)
                .putShort((short) 8);
        head.putInt(0).putInt(frameBytes).putInt(0).putInt(0).putInt(GRAYS).putInt(0);
        for (int gray = 0; gray < GRAYS; gray++) {
            head.putInt(gray << 16 | gray << 8 | gray);
        }
        fourCc(head, "LIST").putInt(movie);
        fourCc(head, "movi");
        out.write(begin);
        Frames frames = film.frames();
        byte[] row = new byte[stride(film)];
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            out.write(chunk("00db", frameBytes));
            for (int y = film.height() - 1; y >= 0; y--) {
                frame.get().gray().rowBytes(y, row, 0);
                out.write(row);
            }
        }
        out.write(chunk("idx1", 16 * film.count()));
        for (int i = 0; i < film.count(); i++) {
            byte[] entry = new byte[16];
            fourCc(little(entry), "00db")
                    .putInt(KEY_FRAME)
                    .putInt(4 + i * (8 + frameBytes))
                    .putInt(frameBytes);
            out.write(entry);
        }
    }

    private static void tiff(Film film, OutputStream out) throws IOException {
        byte[] about = ("ImageJ=1.54p\nimages=" + film.count() + "\nframes=" + film.count() + "\nunit=um\nfinterval="
                        + Decimal.of(1 / film.timing().framesPerSecond()) + "\nfps="
                        + Decimal.of(film.timing().framesPerSecond()) + "\n\0")
                .getBytes(StandardCharsets.US_ASCII);
        int entries = 12;
        int directory = 2 + 12 * entries + 4;
        int aboutAt = 8;
        int resolutionAt = aboutAt + about.length + about.length % 2;
        int first = resolutionAt + 8;
        int pixels = film.width() * film.height();
        int page = directory + pixels + pixels % 2;
        byte[] begin = new byte[first];
        ByteBuffer head = little(begin);
        head.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(first)
                .put(about)
                .position(resolutionAt);
        head.putInt((int) Math.round(MICROS_PER_S / film.calibration().umPerPixelX()))
                .putInt(MICROS_PER_S);
        out.write(begin);
        Frames frames = film.frames();
        for (int i = 0; i < film.count(); i++) {
            int here = first + i * page;
            byte[] bytes = new byte[page];
            ByteBuffer tags = little(bytes);
            tags.putShort((short) entries);
            tag(tags, 256, 4, 1, film.width());
            tag(tags, 257, 4, 1, film.height());
            tag(tags, 258, 3, 1, 8);
            tag(tags, 259, 3, 1, 1);
            tag(tags, 262, 3, 1, 1);
            tag(tags, 270, 2, about.length, aboutAt);
            tag(tags, 273, 4, 1, here + directory);
            tag(tags, 277, 3, 1, 1);
            tag(tags, 279, 4, 1, pixels);
            tag(tags, 282, 5, 1, resolutionAt);
            tag(tags, 283, 5, 1, resolutionAt);
            tag(tags, 296, 3, 1, 1);
            tags.putInt(i + 1 < film.count() ? here + page : 0);
            Plane plane = frames.next().orElseThrow().gray();
            for (int y = 0; y < film.height(); y++) {
                plane.rowBytes(y, bytes, directory + y * film.width());
            }
            out.write(bytes);
        }
    }

    private static void tag(ByteBuffer into, int tag, int type, int count, int value) {
        into.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] chunk(String code, int size) {
        byte[] head = new byte[8];
        fourCc(little(head), code).putInt(size);
        return head;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer fourCc(ByteBuffer into, String code) {
        return into.put(code.getBytes(StandardCharsets.US_ASCII));
    }
}
