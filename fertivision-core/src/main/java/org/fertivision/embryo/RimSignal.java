package org.fertivision.embryo;

import java.util.Arrays;
import org.fertivision.image.Point;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.SlopeField;

/**
 * What a picture shows of the rims of cells within a zona, and of the lines along which two cells meet: across both the
 * refractive index falls and rises in a way whose sign the light is known to give.
 */
final class RimSignal {
    private static final double FINE_UM = 0.8;
    private static final double COARSE_UM = 1.4;
    private static final double BEND_UM = 1.5;
    private static final double STRONG_SHARE = 0.95;
    private static final double NORMAL_MEDIAN = 1.4826;
    private static final double WITHIN_UM = 1.5;
    private static final double ROOM_UM = 2;
    private static final int MARGIN = 8;
    private static final int QUIET = 720;
    private static final double LEAST_LEVEL = 1e-6;
    private static final double LEAST_FACING = 0.2;

    private final SlopeField fine;
    private final SlopeField coarse;
    private final LightSide light;
    private final Point center;
    private final double[] inner;
    private final double nearest;
    private final double farthest;
    private final double umPerPixel;
    private final int reach;
    private final boolean[] room;
    private final double strong;
    private final double fineScatter;
    private final double scatter;

    RimSignal(ZonaSighting zona) {
        Raster raster = zona.field().raster();
        umPerPixel = zona.field().umPerPixel();
        fine = SlopeField.of(raster, FINE_UM / umPerPixel);
        coarse = SlopeField.of(raster, COARSE_UM / umPerPixel);
        light = zona.light();
        center = zona.inner().center();
        inner = zona.inner().distances();
        nearest = Arrays.stream(inner).min().orElse(0);
        farthest = Arrays.stream(inner).max().orElse(0);
        reach = (int) Math.ceil(farthest) + MARGIN;
        room = room();
        strong = strong();
        fineScatter = scatter(fine, zona);
        scatter = scatter(coarse, zona);
    }

    /** Size of a pixel of the raster, micrometers. */
    double umPerPixel() {
        return umPerPixel;
    }

    /** What the zona was unrolled about, pixels of the raster. */
    Point center() {
        return center;
    }

    /** How far from the center cells may reach, pixels of the raster. */
    int reach() {
        return reach;
    }

    /** Whether the light is oblique. */
    boolean oblique() {
        return light.isOblique();
    }

    /** Whether a place lies within the zona, at least some micrometers off its inner border. */
    boolean within(double x, double y, double marginUm) {
        double dx = x - center.x();
        double dy = y - center.y();
        double far = Math.sqrt(dx * dx + dy * dy);
        double margin = marginUm / umPerPixel;
        if (far < nearest - margin || far >= farthest - margin) {
            return far < nearest - margin;
        }
        double turn = StrictMath.atan2(dy, dx) / (2 * Math.PI);
        int d = Math.floorMod((int) Math.round(turn * inner.length), inner.length);
        return far < inner[d] - margin;
    }

    /** Whether a rim can be at a place: within the zona, or hardly in it. */
    boolean hasRoom(double x, double y) {
        int side = 2 * reach + 1;
        int column = (int) (x - center.x() + side / 2.0);
        int row = (int) (y - center.y() + side / 2.0);
        return column >= 0 && row >= 0 && column < side && row < side && room[row * side + column];
    }

    /** How much a rim whose outside lies towards a unit vector can show, 0 to 1. */
    double shows(double nx, double ny) {
        return Math.abs(light.factor(nx, ny));
    }

    /** How strong a rim whose outside lies towards a unit vector is at a place, units of what is strong in this picture. */
    double rim(double x, double y, double nx, double ny) {
        double slope = fine.across(x, y) * nx + fine.down(x, y) * ny;
        return light.factor(nx, ny) < 0 ? -slope / strong : slope / strong;
    }

    /** A strength in units of the scatter. */
    double inScatter(double strength) {
        return strength * strong / fineScatter;
    }

    /** How strong a line across a unit vector on which two cells meet is at a place, units of the scatter. */
    double contact(double x, double y, double nx, double ny) {
        double factor = light.factor(nx, ny);
        if (oblique()) {
            double slope = coarse.across(x, y) * nx + coarse.down(x, y) * ny;
            return (factor < 0 ? -slope : slope) / scatter;
        }
        double far = BEND_UM / umPerPixel;
        double ax = coarse.across(x + far * nx, y + far * ny) - coarse.across(x - far * nx, y - far * ny);
        double ay = coarse.down(x + far * nx, y + far * ny) - coarse.down(x - far * nx, y - far * ny);
        return factor * (ax * nx + ay * ny) / 2 / scatter;
    }

    /** How steep it is at a place where a rim may be, units of what is strong; 0 where the light gives it another sign. */
    double steepness(double gx, double gy) {
        double size = Math.sqrt(gx * gx + gy * gy);
        boolean otherSign = size > 0 && oblique() && light.factor(gx / size, gy / size) < LEAST_FACING;
        return otherSign ? 0 : size / strong;
    }

    /** The slope towards x at a place. */
    double across(double x, double y) {
        return fine.across(x, y);
    }

    /** The slope towards y at a place. */
    double down(double x, double y) {
        return fine.down(x, y);
    }

    /** The sign that a slope has towards the outside in bright field. */
    double evenSign() {
        return light.factor(1, 0) < 0 ? -1 : 1;
    }

    private boolean[] room() {
        int side = 2 * reach + 1;
        boolean[] there = new boolean[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                there[y * side + x] = within(center.x() + x - reach, center.y() + y - reach, -ROOM_UM);
            }
        }
        return there;
    }

    /** The slope that one of twenty places within the zona exceeds. */
    private double strong() {
        float[] slopes = new float[(2 * reach + 1) * (2 * reach + 1)];
        int n = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double x = center.x() + dx;
                double y = center.y() + dy;
                if (hasRoom(x, y) && within(x, y, WITHIN_UM)) {
                    double gx = fine.across(x, y);
                    double gy = fine.down(x, y);
                    slopes[n++] = (float) Math.sqrt(gx * gx + gy * gy);
                }
            }
        }
        Arrays.sort(slopes, 0, n);
        return n == 0 ? 1 : Math.max(LEAST_LEVEL, slopes[(int) (STRONG_SHARE * (n - 1))]);
    }

    /** Of the slopes around in the middle of the zona, where there is nothing: 1.48 times the median size. */
    private double scatter(SlopeField slopes, ZonaSighting zona) {
        double[] sizes = new double[QUIET];
        for (int k = 0; k < QUIET; k++) {
            double angle = 2 * Math.PI * k / QUIET;
            int d = k * inner.length / QUIET;
            double r = (zona.outer().distances()[d] + inner[d]) / 2;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double x = center.x() + r * cos;
            double y = center.y() + r * sin;
            sizes[k] = Math.abs(slopes.down(x, y) * cos - slopes.across(x, y) * sin);
        }
        Arrays.sort(sizes);
        return Math.max(LEAST_LEVEL, NORMAL_MEDIAN * sizes[QUIET / 2]);
    }
}
