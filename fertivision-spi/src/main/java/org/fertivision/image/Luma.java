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
            for (int x = 0; x < width; x++) {
                long luma = ((long) RED * r[x] + (long) GREEN * g[x] + (long) BLUE * b[x] + HALF) >> 16;
                if (deep) {
                    shorts[y * width + x] = (short) luma;
                } else {
                    bytes[y * width + x] = (byte) luma;
                }
            }
        }
        return deep ? Plane.takeShorts(width, height, shorts) : Plane.takeBytes(width, height, bytes);
    }
}
