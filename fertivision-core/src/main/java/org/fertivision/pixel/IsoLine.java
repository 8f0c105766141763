package org.fertivision.pixel;

import java.util.Arrays;
import java.util.Optional;
import org.fertivision.image.Region;

/**
 * Follows lines of equal value through a raster by marching squares. Nodes are pixel centers; a ring of nodes is added
 * around, mirrored at the level, so that every line closes.
 */
final class IsoLine {
    /** Crossings stay this far from nodes, so that no two of them coincide; pixels. */
    private static final double NODE_GAP = 1e-4;

    private static final int UP = 0;
    private static final int RIGHT = 1;
    private static final int DOWN = 2;

    private final Region region;
    private final int width;
    private final int height;
    /** Value minus level, turned so that object is positive; never 0. */
    private final float[] node;

    private final boolean[] seen;
    private double[] x = new double[256];
    private double[] y = new double[256];
    private int size;

    IsoLine(Raster raster, Threshold threshold) {
        this.region = raster.region();
        this.width = region.width() + 2;
        this.height = region.height() + 2;
        this.node = nodes(raster, threshold);
        this.seen = new boolean[node.length];
    }

    private float[] nodes(Raster raster, Threshold threshold) {
        float[] nodes = new float[width * height];
        float[] samples = raster.samples();
        double sign = threshold.polarity().sign();
        double level = threshold.level();
        for (int row = 1, from = 0; row < height - 1; row++, from += region.width()) {
            int to = row * width + 1;
            for (int column = 0; column < region.width(); column++) {
                nodes[to + column] = (float) (sign * (samples[from + column] - level));
            }
            for (int column = 0; column < region.width(); column++) {
                if (nodes[to + column] == 0) {
                    boolean object = threshold.isObject(samples[from + column]);
                    nodes[to + column] = object ? Float.MIN_NORMAL : -Float.MIN_NORMAL;
                }
            }
            nodes[to - 1] = -Math.abs(nodes[to]);
            nodes[to + region.width()] = -Math.abs(nodes[to + region.width() - 1]);
        }
        for (int column = 0, last = nodes.length - width; column < width; column++) {
            nodes[column] = -Math.abs(nodes[width + column]);
            nodes[last + column] = -Math.abs(nodes[last - width + column]);
        }
        return nodes;
    }

    Optional<Contour> around(Blob blob) {
        int[] inBlob = countsToTheLeft(blob);
        long best = 0;
        double bestArea = 0;
        Optional<Contour> chosen = Optional.empty();
        for (int row = 1; row < height - 1; row++) {
            for (int column = 0; column < width - 1; column++) {
                int at = row * width + column;
                if (node[at] < 0 && node[at + 1] > 0 && !seen[at]) {
                    long enclosed = follow(column, row, inBlob);
                    if (enclosed > 0 && enclosed >= best && size >= 3) {
                        Contour contour = new Contour(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
                        double area = contour.area();
                        if (enclosed > best || area > bestArea) {
                            best = enclosed;
                            bestArea = area;
                            chosen = Optional.of(contour);
                        }
                    }
                }
            }
        }
        return chosen;
    }

    /** For each node the number of blob pixels in its row up to and including it. */
    private int[] countsToTheLeft(Blob blob) {
        int[] counts = new int[node.length];
        blob.forEachRun((runY, from, to) -> {
            int row = runY - region.y() + 1;
            int first = Math.max(1, from - region.x() + 1);
            int last = Math.min(width - 2, to - region.x());
            if (row >= 1 && row < height - 1 && first <= last) {
                Arrays.fill(counts, row * width + first, row * width + last + 1, 1);
            }
        });
        for (int start = 0; start < counts.length; start += width) {
            for (int at = start + 1; at < start + width; at++) {
                counts[at] += counts[at - 1];
            }
        }
        return counts;
    }

    /**
     * Follows the line that crosses upwards between nodes ({@code column}, {@code row}), outside, and the next to its
     * right, inside; object always lies on the right hand. Returns how many blob pixels the line goes around.
     */
    private long follow(int column, int row, int[] inBlob) {
        size = 0;
        long enclosed = 0;
        // The edge is left node - right node as seen when walking: (backX, backY) is the node on the left hand.
        int leftX = column;
        int leftY = row;
        int heading = UP;
        do {
            int rightX = leftX + dx(heading + 1);
            int rightY = leftY + dy(heading + 1);
            addCrossing(leftX, leftY, rightX, rightY);
            if (heading == UP) {
                seen[leftY * width + leftX] = true;
                enclosed -= inBlob[leftY * width + leftX];
            } else if (heading == DOWN) {
                enclosed += inBlob[rightY * width + rightX];
            }
            int aheadX = dx(heading);
            int aheadY = dy(heading);
            float frontLeft = node[(leftY + aheadY) * width + leftX + aheadX];
            float frontRight = node[(rightY + aheadY) * width + rightX + aheadX];
            boolean turnLeft;
            boolean turnRight;
            if (frontLeft > 0 && frontRight < 0) {
                float backLeft = node[leftY * width + leftX];
                float backRight = node[rightY * width + rightX];
                turnLeft = joined(frontLeft, backRight, frontRight, backLeft);
                turnRight = !turnLeft;
            } else {
                turnLeft = frontLeft > 0;
                turnRight = frontRight < 0;
            }
            if (turnLeft) {
                heading = (heading + 3) % 4;
            } else if (turnRight) {
                leftX = rightX + aheadX;
                leftY = rightY + aheadY;
                heading = (heading + 1) % 4;
            } else {
                leftX += aheadX;
                leftY += aheadY;
            }
        } while (leftX != column || leftY != row || heading != UP);
        return enclosed;
    }

    /** Whether the two object corners meet at the saddle of the bilinear surface between them. */
    private static boolean joined(double object1, double object2, double back1, double back2) {
        return object1 * object2 >= back1 * back2;
    }

    private void addCrossing(int leftX, int leftY, int rightX, int rightY) {
        double outside = node[leftY * width + leftX];
        double inside = node[rightY * width + rightX];
        double share = Math.max(NODE_GAP, Math.min(1 - NODE_GAP, outside / (outside - inside)));
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        // node (1, 1) is the center of the region's first pixel
        x[size] = region.x() - 0.5 + leftX + share * (rightX - leftX);
        y[size] = region.y() - 0.5 + leftY + share * (rightY - leftY);
        size++;
    }

    private static int dx(int heading) {
        int h = heading % 4;
        return h == RIGHT ? 1 : h == 3 ? -1 : 0;
    }

    private static int dy(int heading) {
        int h = heading % 4;
        return h == UP ? -1 : h == DOWN ? 1 : 0;
    }
}
