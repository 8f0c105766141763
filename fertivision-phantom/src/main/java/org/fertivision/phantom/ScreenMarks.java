package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;

/** What a scanner's screen draws over its image: white crosses, colored letters, colored flow. Not thread-safe. */
final class ScreenMarks {
    private static final int WHITE = 255;
    private static final int ARM = 5;
    private static final int TICKS_AT = 14;
    private static final int TICKS_FROM = 10;
    private static final int LONGER_EVERY = 5;
    private static final int LETTERS = 24;
    private static final int[] YELLOW = {250, 220, 40};
    private static final int[] RED = {220, 60, 30};
    private static final int[] BLUE = {30, 60, 220};

    private final int width;
    private final int height;
    private final byte[][] channels;
    private boolean colored;

    ScreenMarks(Plane gray) {
        width = gray.width();
        height = gray.height();
        channels = new byte[3][width * height];
        for (byte[] channel : channels) {
            for (int y = 0; y < height; y++) {
                gray.rowBytes(y, channel, y * width);
            }
        }
    }

    /** Draws a white cross of one pixel's stroke. */
    void cross(Point at) {
        int x = (int) at.x();
        int y = (int) at.y();
        for (int i = -ARM; i <= ARM; i++) {
            set(x + i, y, WHITE, WHITE, WHITE);
            set(x, y + i, WHITE, WHITE, WHITE);
        }
    }

    /** Draws white ticks of two rows at the left, every fifth longer; a screen has whole pixels only. */
    void ticks(double spacingPx) {
        for (int tick = 0; TICKS_FROM + tick * spacingPx < height - TICKS_FROM; tick++) {
            int y = (int) Math.round(TICKS_FROM + tick * spacingPx);
            int half = tick % LONGER_EVERY == 0 ? 4 : 2;
            for (int x = TICKS_AT - half; x <= TICKS_AT + half; x++) {
                set(x, y, WHITE, WHITE, WHITE);
                set(x, y + 1, WHITE, WHITE, WHITE);
            }
        }
    }

    /** Draws yellow strokes like lines of letters from a place on. */
    void letters(Point at, int lines, Chance chance) {
        for (int line = 0; line < lines; line++) {
            for (int letter = 0; letter < LETTERS; letter++) {
                int x = (int) at.x() + 7 * letter;
                int y = (int) at.y() + 14 * line;
                int shape = 1 + chance.below(7);
                for (int i = 0; i < 9; i++) {
                    stroke((shape & 1) != 0, x, y + i);
                    stroke((shape & 2) != 0, x + 4, y + i);
                    stroke((shape & 4) != 0 && i < 5, x + i, y + 4);
                }
            }
        }
    }

    private void stroke(boolean drawn, int x, int y) {
        if (drawn) {
            set(x, y, YELLOW);
            colored = true;
        }
    }

    /** Draws flow: spots of red and blue within a circle. */
    void flow(Point center, double radiusPx, Chance chance) {
        colored = true;
        int spots = 60;
        for (int spot = 0; spot < spots; spot++) {
            double distance = radiusPx * Math.sqrt(chance.uniform());
            double angle = chance.between(0, 2 * Math.PI);
            double x = center.x() + distance * StrictMath.cos(angle);
            double y = center.y() + distance * StrictMath.sin(angle);
            double reach = radiusPx / 6;
            int[] color = chance.uniform() < 0.5 ? RED : BLUE;
            for (int row = (int) (y - reach); row <= y + reach; row++) {
                for (int column = (int) (x - reach); column <= x + reach; column++) {
                    double dx = column - x;
                    double dy = row - y;
                    if (dx * dx + dy * dy < reach * reach) {
                        set(column, row, color);
                    }
                }
            }
        }
    }

    private void set(int x, int y, int... color) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            for (int channel = 0; channel < channels.length; channel++) {
                channels[channel][y * width + x] = (byte) color[channel];
            }
        }
    }

    /** The image with all marks: gray as long as nothing colored was drawn. */
    Frame frame() {
        List<Plane> planes = List.of(
                Plane.takeBytes(width, height, channels[0]),
                Plane.takeBytes(width, height, channels[1]),
                Plane.takeBytes(width, height, channels[2]));
        return colored ? new Frame(planes, 0, 0, 0) : Frame.gray(planes.get(0));
    }
}
