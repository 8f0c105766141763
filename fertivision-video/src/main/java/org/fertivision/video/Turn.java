package org.fertivision.video;

/** How pictures are turned to stand upright, clockwise (ISO/IEC 14496-12, 8.3.2: the matrix of a track). */
enum Turn {
    NONE,
    RIGHT,
    HALF,
    LEFT,
    /** Mirrored, slanted or scaled: left as stored. */
    OTHER;

    private static final int ONE = 1 << 16;

    static Turn read(Box head) {
        int at = head.version() == 1 ? 52 : 40;
        int a = head.s32(at);
        int b = head.s32(at + 4);
        int c = head.s32(at + 12);
        int d = head.s32(at + 16);
        if (a == ONE && b == 0 && c == 0 && d == ONE) {
            return NONE;
        }
        if (a == 0 && b == ONE && c == -ONE && d == 0) {
            return RIGHT;
        }
        if (a == -ONE && b == 0 && c == 0 && d == -ONE) {
            return HALF;
        }
        return a == 0 && b == -ONE && c == ONE && d == 0 ? LEFT : OTHER;
    }

    /** Whether columns become rows. */
    boolean swapsSides() {
        return this == RIGHT || this == LEFT;
    }

    /** The samples of a picture of that many columns and rows, upright. */
    byte[] upright(byte[] samples, int columns, int rows) {
        if (this == NONE || this == OTHER) {
            return samples;
        }
        byte[] turned = new byte[samples.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                turned[place(x, y, columns, rows)] = samples[y * columns + x];
            }
        }
        return turned;
    }

    private int place(int x, int y, int columns, int rows) {
        return switch (this) {
            case RIGHT -> x * rows + rows - 1 - y;
            case LEFT -> (columns - 1 - x) * rows + y;
            default -> (rows - 1 - y) * columns + columns - 1 - x;
        };
    }
}
