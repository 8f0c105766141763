package org.fertivision.decode;

/** Puts the stored rows of a TIFF page where they belong. */
interface TiffRows {
    /**
     * Takes one row of a segment.
     *
     * @param source where it is stored
     * @param from its first byte
     * @param plane which sample it holds, where samples lie apart; else 0
     * @param x its first column on the page
     * @param y its row on the page
     * @param columns how many of its pixels lie on the page
     */
    void take(byte[] source, int from, int plane, int x, int y, int columns);

    /** Whether a pixel's alpha was below its maximum. */
    default boolean isTransparent() {
        return false;
    }

    /** Rows of whole numbers put on a canvas. */
    static TiffRows onto(Canvas canvas, TiffPage page, boolean bigEndian) {
        return new TiffWholeRows(canvas, page, bigEndian);
    }

    /** Rows of floats put into arrays, one a channel. */
    static TiffRows into(float[][] channels, TiffPage page, boolean bigEndian) {
        int samples = page.layout().isPlanar() ? 1 : page.samples();
        boolean negate = page.photometric() == TiffPage.Photometric.WHITE_IS_ZERO;
        return (source, from, plane, x, y, columns) -> {
            java.nio.ByteBuffer row = java.nio.ByteBuffer.wrap(source)
                    .order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
            int count = page.layout().isPlanar() ? 1 : channels.length;
            for (int channel = 0; channel < count; channel++) {
                for (int i = 0; i < columns; i++) {
                    float value = row.getFloat(from + 4 * (i * samples + channel));
                    channels[plane + channel][y * page.width() + x + i] = negate ? -value : value;
                }
            }
        };
    }
}
