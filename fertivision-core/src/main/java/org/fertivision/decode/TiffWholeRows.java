package org.fertivision.decode;

/** Puts stored rows of whole numbers on a canvas: spread, inverted or looked up as the page says. */
final class TiffWholeRows implements TiffRows {
    private final Canvas canvas;
    private final TiffPage page;
    private final boolean bigEndian;
    private final int samples;
    private final boolean inverted;
    private final byte[][] palette;
    private boolean transparent;

    TiffWholeRows(Canvas canvas, TiffPage page, boolean bigEndian) {
        this.canvas = canvas;
        this.page = page;
        this.bigEndian = bigEndian;
        this.samples = page.layout().isPlanar() ? 1 : page.samples();
        this.inverted = page.photometric() == TiffPage.Photometric.WHITE_IS_ZERO;
        this.palette = new byte[page.photometric() == TiffPage.Photometric.PALETTE ? canvas.channels() : 0][];
        for (int channel = 0; channel < palette.length; channel++) {
            palette[channel] = page.palette(channel);
        }
    }

    @Override
    public boolean isTransparent() {
        return transparent;
    }

    @Override
    public void take(byte[] source, int from, int plane, int x, int y, int columns) {
        boolean plain = palette.length == 0 && !inverted;
        int count = page.layout().isPlanar() ? 1 : canvas.channels();
        if (plain && page.bits() == 8) {
            for (int channel = 0; channel < count; channel++) {
                canvas.takeBytes(plane + channel, x, y, 1, source, from + channel, samples, columns);
            }
        } else if (plain && page.bits() == 16) {
            for (int channel = 0; channel < count; channel++) {
                canvas.takeShorts(
                        plane + channel, x, y, 1, source, from + 2 * channel, 2 * samples, columns, bigEndian);
            }
        } else {
            takeOneByOne(source, from, plane, x, y, columns);
        }
        if (page.hasAlpha() && !page.layout().isPlanar() && !transparent) {
            noteAlpha(source, from, columns);
        }
    }

    private void takeOneByOne(byte[] source, int from, int plane, int x, int y, int columns) {
        int count = page.layout().isPlanar() || palette.length > 0 ? 1 : canvas.channels();
        int most = (1 << page.bits()) - 1;
        int scale = canvas.isDeep() ? 0xFFFF : 0xFF;
        for (int i = 0; i < columns; i++) {
            for (int s = 0; s < count; s++) {
                int value = sample(source, from, i * samples + s);
                if (palette.length > 0) {
                    for (int channel = 0; channel < palette.length; channel++) {
                        canvas.set(channel, x + i, y, palette[channel][value]);
                    }
                } else {
                    int spread = (int) (((long) value * scale + most / 2) / most);
                    canvas.set(plane + s, x + i, y, inverted ? scale - spread : spread);
                }
            }
        }
    }

    private void noteAlpha(byte[] source, int from, int columns) {
        int alpha = page.photometric().samples();
        int most = (1 << page.bits()) - 1;
        for (int i = 0; i < columns && !transparent; i++) {
            transparent = sample(source, from, i * samples + alpha) < most;
        }
    }

    /** The sample at a place of a row, 1 to 16 bits wide. */
    private int sample(byte[] source, int from, int place) {
        int bits = page.bits();
        if (bits == 16) {
            int at = from + 2 * place;
            int first = source[at] & 0xFF;
            int second = source[at + 1] & 0xFF;
            return bigEndian ? (first << 8) | second : (second << 8) | first;
        }
        long bit = (long) place * bits;
        int at = from + (int) (bit >> 3);
        int window = 0;
        for (int i = 0; i < 3; i++) {
            window = (window << 8) | (at + i < source.length ? source[at + i] & 0xFF : 0);
        }
        return (window >> (24 - bits - (int) (bit & 7))) & ((1 << bits) - 1);
    }
}
