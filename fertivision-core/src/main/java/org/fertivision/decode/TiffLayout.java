package org.fertivision.decode;

/**
 * How strips or tiles cover a page: each segment is a rectangle of whole rows, packed by itself.
 *
 * @param segmentWidth columns of a segment; the page's for strips
 * @param segmentHeight rows of a segment; the last strip may have fewer
 * @param across segments side by side
 * @param down segments one below another
 * @param isTiled tiles are always full, also where they stick out of the page; strips are not
 * @param isPlanar whether each sample of a pixel lies in segments of its own
 * @param offsetTag the tag that holds where segments begin
 * @param lengthTag the tag that holds how many bytes segments have
 */
record TiffLayout(
        int segmentWidth,
        int segmentHeight,
        int across,
        int down,
        boolean isTiled,
        boolean isPlanar,
        int offsetTag,
        int lengthTag) {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int PLANAR = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;

    /** Reads the layout of a page whose size has passed the guard. */
    static TiffLayout read(TiffDirectory directory, int width, int height, int samples, int bits, HeaderGuard guard) {
        boolean tiled = directory.has(TILE_OFFSETS) || directory.has(TILE_WIDTH);
        boolean planar = samples > 1 && directory.number(PLANAR, 1) == 2;
        long segmentWidth = tiled ? directory.number(TILE_WIDTH, 0) : width;
        long told = tiled ? directory.number(TILE_HEIGHT, 0) : directory.number(ROWS_PER_STRIP, height);
        long segmentHeight = tiled ? told : Math.min(told, height);
        guard.picture(TiffPage.FORMAT, segmentWidth, segmentHeight, planar ? 1 : samples, (bits + 7) / 8, 1);
        int across = (int) ((width + segmentWidth - 1) / segmentWidth);
        int down = (int) ((height + segmentHeight - 1) / segmentHeight);
        guard.unpacked((long) across * segmentWidth, (long) down * segmentHeight, (long) samples * ((bits + 7) / 8));
        TiffLayout layout = new TiffLayout(
                (int) segmentWidth,
                (int) segmentHeight,
                across,
                down,
                tiled,
                planar,
                tiled ? TILE_OFFSETS : STRIP_OFFSETS,
                tiled ? TILE_BYTES : STRIP_BYTES);
        long segments = (long) across * down * (planar ? samples : 1);
        guard.strips(Math.max(segments, directory.count(layout.offsetTag)));
        if (directory.count(layout.offsetTag) < segments) {
            throw Refusal.damaged("The TIFF file lists " + directory.count(layout.offsetTag) + " of the " + segments
                    + " strips or tiles of its picture.");
        }
        return layout;
    }
}
