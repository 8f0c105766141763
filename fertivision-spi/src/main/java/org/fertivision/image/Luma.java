package org.fertivision.image;

/** The brightness of colors by ITU-R BT.601, in whole numbers so that every machine rounds alike. */
final class Luma {
    private static final int RED = 19_595;
    private static final int GREEN = 38_470;
    private static final int BLUE = 7_471;
    private static final int HALF = 1 << 15;

    private Luma() {}

    static Plane of(Plane red, Plane green, Plane blue) {
        int width = red.width();
        int height = red.height();
        int[] r = new int[width];
        int[] g = new int[width];
        int[] b = new int[width];
        boolean deep = red.bits() == 16;
        byte[] bytes = new byte[deep ? 0 : width * height];
        short[] shorts = new short[deep ? width * height : 0];
        for (int y = 0; y < height; y++) {
            red.row(y, r);
            green.row(y, g);
            blue.row(y, b);
            int start = y * width;
            // the weights add up to 2^16, so that sums of 16-bit levels fit an int read as unsigned
            if (deep) {
                for (int x = 0; x < width; x++) {
                    shorts[start + x] = (short) ((RED * r[x] + GREEN * g[x] + BLUE * b[x] + HALF) >>> 16);
                }
            } else {
                for (int x = 0; x < width; x++) {
                    bytes[start + x] = (byte) ((RED * r[x] + GREEN * g[x] + BLUE * b[x] + HALF) >>> 16);
                }
            }
        }
        return deep ? Plane.takeShorts(width, height, shorts) : Plane.takeBytes(width, height, bytes);
    }
}
