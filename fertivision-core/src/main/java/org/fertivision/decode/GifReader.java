package org.fertivision.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.fertivision.spi.Work;

/**
 * Reads GIF: one picture or many, each put on the screen that the ones before it left, as a viewer shows it. What no
 * picture covers is black.
 */
final class GifReader {
    private static final int WIPED = 2;
    private static final int TAKEN_BACK = 3;

    /** First row and rows apart of each pass. */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private static final int[][] PLAIN = {{0, 1}};

    private final GifFile gif;
    private byte[][] screen;
    private boolean[] covered;
    private boolean transparent;

    private GifReader(GifFile gif) {
        this.gif = gif;
        this.screen = new byte[gif.channels()][gif.width() * gif.height()];
        this.covered = new boolean[gif.width() * gif.height()];
    }

    static Picture read(byte[] file, HeaderGuard guard, PageRange range, Work work) {
        GifFile gif = GifFile.walk(file, guard);
        List<Notice> notices = new ArrayList<>(gif.notices(file));
        GifReader reader = new GifReader(gif);
        List<Frame> frames = new ArrayList<>();
        for (GifFile.Image image : range.upToLastOf(gif.images())) {
            work.checkpoint();
            frames.add(reader.frame(image, Math.max(0, frames.size() - range.first())));
        }
        if (range.onlyPage() != null && gif.images().size() > 1) {
            notices.add(new Notice(
                    "animation-ignored",
                    "The GIF file is an animation of " + gif.images().size() + " pictures; picture "
                            + (range.first() + 1) + " was looked at."));
        }
        if (reader.transparent) {
            notices.add(Transparency.IGNORED);
        }
        return new Picture(range.of(frames), Orientation.UPRIGHT, null, notices);
    }

    private Frame frame(GifFile.Image image, int index) {
        byte[] entries = new byte[image.width() * image.height()];
        GifLzw.unpack(image, entries);
        boolean takesBack = image.disposal() == TAKEN_BACK;
        byte[][] before = takesBack ? copy() : screen;
        boolean[] coveredBefore = takesBack ? covered.clone() : covered;
        put(image, entries);
        for (boolean pixel : covered) {
            transparent |= !pixel;
        }
        Canvas canvas = new Canvas(gif.width(), gif.height(), screen.length, 8);
        for (int channel = 0; channel < screen.length; channel++) {
            canvas.takeBytes(channel, 0, 0, 1, screen[channel], 0, 1, screen[channel].length);
        }
        if (takesBack) {
            screen = before;
            covered = coveredBefore;
        } else if (image.disposal() == WIPED) {
            wipe(image);
        }
        return canvas.toFrame(index);
    }

    private void put(GifFile.Image image, byte[] entries) {
        int stored = 0;
        for (int[] pass : image.isInterlaced() ? PASSES : PLAIN) {
            for (int row = pass[0]; row < image.height(); row += pass[1]) {
                int at = (image.y() + row) * gif.width() + image.x();
                putRow(image, entries, stored++ * image.width(), at);
            }
        }
    }

    private void putRow(GifFile.Image image, byte[] entries, int from, int at) {
        Bytes palette = image.palette();
        int count = palette.length() / 3;
        for (int i = 0; i < image.width(); i++) {
            int entry = entries[from + i] & 0xFF;
            if (entry == image.transparentEntry()) {
                continue;
            }
            if (entry >= count) {
                throw Refusal.damaged("The GIF picture points at color " + entry + " of a palette of " + count + ".");
            }
            covered[at + i] = true;
            for (int channel = 0; channel < screen.length; channel++) {
                screen[channel][at + i] = (byte) palette.u8(3L * entry + channel);
            }
        }
    }

    private void wipe(GifFile.Image image) {
        for (int row = 0; row < image.height(); row++) {
            int at = (image.y() + row) * gif.width() + image.x();
            Arrays.fill(covered, at, at + image.width(), false);
            for (byte[] channel : screen) {
                Arrays.fill(channel, at, at + image.width(), (byte) 0);
            }
        }
    }

    private byte[][] copy() {
        byte[][] copy = new byte[screen.length][];
        for (int channel = 0; channel < screen.length; channel++) {
            copy[channel] = screen[channel].clone();
        }
        return copy;
    }
}
