package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * A short bright dash along the rows, alone on its left and right, as screens draw the ticks of a ruler.
 *
 * @param x its middle, pixels
 * @param y its middle, weighted by brightness over what lies above and below, pixels
 * @param width columns
 */
public record BrightDash(double x, double y, int width) {
    private static final double LEAST_LEVEL = 0.5;
    private static final double LEAST_STEP = 0.3;
    private static final int REACH_PX = 4;
    /** Pictures with more rows than this have thicker dashes. */
    private static final int ROWS_OF_REACH = 600;

    private static final int WIDEST_PX = 24;
    private static final int LEAST_AREA = 3;
    /** No other dash within this many columns beside it: letters stand closer. */
    private static final int ALONE_PX = 5;

    /** All dashes of a plane, from top to bottom. */
    public static List<BrightDash> of(Plane plane) {
        int reach = REACH_PX + plane.height() / ROWS_OF_REACH;
        List<Blob> thin = Components.of(thin(plane, reach), Connectivity.EIGHT);
        List<BrightDash> dashes = new ArrayList<>();
        for (Blob blob : thin) {
            Region box = blob.box();
            boolean shaped = blob.area() >= LEAST_AREA
                    && box.height() <= reach
                    && box.width() <= WIDEST_PX
                    && box.width() + 1 >= box.height();
            if (shaped && thin.stream().noneMatch(other -> other != blob && areSideBySide(box, other.box()))) {
                dashes.add(new BrightDash(box.x() + box.width() / 2.0, middle(plane, box, reach), box.width()));
            }
        }
        return dashes;
    }

    private static boolean areSideBySide(Region box, Region other) {
        return other.y() < box.bottom()
                && box.y() < other.bottom()
                && other.x() < box.right() + ALONE_PX
                && box.x() < other.right() + ALONE_PX;
    }

    /** What is bright and stands out from what lies above and below. */
    private static Mask thin(Plane plane, int reach) {
        int width = plane.width();
        int height = plane.height();
        boolean[] bits = new boolean[width * height];
        int[] above = new int[width];
        int[] row = new int[width];
        int[] below = new int[width];
        int bright = (int) (LEAST_LEVEL * plane.maximum());
        int step = (int) (LEAST_STEP * plane.maximum());
        for (int y = reach; y < height - reach; y++) {
            plane.row(y - reach, above);
            plane.row(y, row);
            plane.row(y + reach, below);
            for (int x = 0; x < width; x++) {
                bits[y * width + x] = row[x] >= bright && row[x] - step >= Math.max(above[x], below[x]);
            }
        }
        return new Mask(new Region(0, 0, width, height), bits);
    }

    private static double middle(Plane plane, Region box, int reach) {
        double sum = 0;
        double moment = 0;
        for (int x = box.x(); x < box.right(); x++) {
            int ground = Math.max(plane.at(x, box.y() - reach), plane.at(x, box.bottom() - 1 + reach));
            for (int y = box.y() - 1; y < box.bottom() + 1; y++) {
                double over = Math.max(0, plane.at(x, y) - ground);
                sum += over;
                moment += over * (y + 0.5);
            }
        }
        return moment / sum;
    }
}
