package org.fertivision.endometrium;

import java.util.Arrays;
import java.util.Locale;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Series;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.image.Point;
import org.fertivision.pixel.Band;
import org.fertivision.pixel.Raster;
import org.fertivision.stats.Percentiles;

/**
 * The outer borders near a person's two points, from the gray steps of a band across the endometrium: in each column the
 * outermost step that is at least 0.65 times as high as the strongest, joined across the band by dynamic programming.
 */
final class BorderProfile {
    private static final double STEP_MM = 0.1;
    private static final double HALF_BAND_MM = 5;
    private static final double SEARCH_MM = 1.5;
    private static final double BOX_MM = 0.8;
    private static final double SMOOTHING_MM = 0.3;
    private static final double MIDDLE_MM = 4;
    private static final double OUTERMOST_SHARE = 0.65;
    private static final double CREST_MM = 0.5;
    private static final double WIDE_MM = 1.5;
    private static final int BOX = (int) Math.round(BOX_MM / STEP_MM);
    private static final int SEARCH = (int) Math.round(SEARCH_MM / STEP_MM);
    /** A step lies between two values, half a value before the one that it is named by. */
    private static final double BEFORE = 0.5;

    private static final int MARGIN = SEARCH + BOX + 2;

    private final Band band;
    private final int[] upper;
    private final int[] lower;
    private final double fluidMm;

    private BorderProfile(Band band, int[] upper, int[] lower, double fluidMm) {
        this.band = band;
        this.upper = upper;
        this.lower = lower;
        this.fluidMm = fluidMm;
    }

    static BorderProfile of(Raster gray, Calipers calipers) {
        Point from = calipers.first();
        double span = calipers.spanMm();
        double alongX = (calipers.last().x() - from.x()) * calipers.mmX() / span;
        double alongY = (calipers.last().y() - from.y()) * calipers.mmY() / span;
        Point down = new Point(alongX * STEP_MM / calipers.mmX(), alongY * STEP_MM / calipers.mmY());
        Point across = new Point(-alongY * STEP_MM / calipers.mmX(), alongX * STEP_MM / calipers.mmY());
        Point start = new Point(from.x() - MARGIN * down.x(), from.y() - MARGIN * down.y());
        int depth = 2 * MARGIN + (int) Math.round(span / STEP_MM);
        int columns = 2 * (int) Math.round(HALF_BAND_MM / STEP_MM) + 1;
        Band fine = Band.of(gray, start, down, across, columns, depth);
        Band band = fine.smoothedAcross(SMOOTHING_MM / STEP_MM);
        Band wide = fine.smoothedAcross(WIDE_MM / STEP_MM);
        int last = depth - MARGIN;
        int middle = depth / 2;
        int[] upper = Band.path(
                gains(band, wide, MARGIN - SEARCH, Math.min(MARGIN + SEARCH + 1, middle), 1),
                MARGIN - SEARCH,
                Math.min(MARGIN + SEARCH + 1, middle));
        int[] lower = Band.path(
                gains(band, wide, Math.max(last - SEARCH, middle), last + SEARCH + 1, -1),
                Math.max(last - SEARCH, middle),
                last + SEARCH + 1);
        return new BorderProfile(band, upper, lower, calipers.fluidMm());
    }

    /** The steps of all columns, near the outermost clear step of the same band smoothed much wider. */
    private static double[][] gains(Band band, Band wide, int from, int to, int inwards) {
        double[][] gains = new double[band.columns()][band.depth()];
        int near = (int) Math.round(CREST_MM / STEP_MM);
        for (int column = 0; column < gains.length; column++) {
            int crest = crest(wide, column, from, to, inwards);
            for (int at = Math.max(from, crest - near); at < Math.min(to, crest + near + 1); at++) {
                gains[column][at] = Math.max(0, inwards * band.step(column, at, BOX));
            }
        }
        return gains;
    }

    /** The outermost place where the step is highest around it and at least 0.65 times as high as the strongest. */
    private static int crest(Band band, int column, int from, int to, int inwards) {
        double strongest = 0;
        for (int at = from; at < to; at++) {
            strongest = Math.max(strongest, inwards * band.step(column, at, BOX));
        }
        int at = inwards > 0 ? from : to - 1;
        while (at + inwards >= from
                && at + inwards < to
                && inwards * band.step(column, at, BOX) < OUTERMOST_SHARE * strongest) {
            at += inwards;
        }
        while (at + inwards >= from
                && at + inwards < to
                && inwards * band.step(column, at + inwards, BOX) >= inwards * band.step(column, at, BOX)) {
            at += inwards;
        }
        return at;
    }

    /** The mean distance of both borders over the middle of the band without fluid, millimeters. */
    double thicknessMm() {
        double[] borders = bordersMm();
        return borders[1] - borders[0] - fluidMm;
    }

    /** The lower of the two mean gray steps along the borders, over the whole band. */
    double step() {
        double first = 0;
        double second = 0;
        for (int column = 0; column < band.columns(); column++) {
            first += band.step(column, upper[column], BOX);
            second -= band.step(column, lower[column], BOX);
        }
        return Math.min(first, second) / band.columns();
    }

    /** How far the points' line is from being square to the borders, degrees, over the middle of the band. */
    double tiltDeg() {
        double middle = (band.columns() - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int column = firstOfMiddle(); column <= lastOfMiddle(); column++) {
            products += (column - middle) * (upper[column] + lower[column]) / 2.0;
            squares += (column - middle) * (column - middle);
        }
        return Math.abs(StrictMath.toDegrees(StrictMath.atan(products / squares)));
    }

    /** The gray profile along the points' line over the middle of the band. */
    Series gray() {
        double[] places = new double[band.depth()];
        double[] values = new double[band.depth()];
        for (int at = 0; at < places.length; at++) {
            places[at] = (at - MARGIN) * STEP_MM;
            values[at] = gray(at);
        }
        return Series.along(EndometriumMeasures.PROFILE_PLACE, places, EndometriumMeasures.PROFILE_GRAY, values);
    }

    /** The given places of the line on the gray profile, millimeters from the first point. */
    Series marks(Measure measure, double... placesMm) {
        double[] values = new double[placesMm.length];
        for (int i = 0; i < values.length; i++) {
            double at = Math.max(0, Math.min(band.depth() - 1, placesMm[i] / STEP_MM + MARGIN));
            int before = (int) at;
            int after = Math.min(band.depth() - 1, before + 1);
            values[i] = gray(before) + (at - before) * (gray(after) - gray(before));
        }
        return Series.along(EndometriumMeasures.PROFILE_PLACE, placesMm, measure, values);
    }

    /** Where both borders lie over the middle of the band, millimeters from the first point. */
    double[] bordersMm() {
        double first = 0;
        double second = 0;
        int n = 0;
        for (int column = firstOfMiddle(); column <= lastOfMiddle(); column++) {
            first += upper[column];
            second += lower[column];
            n++;
        }
        return new double[] {(first / n - BEFORE - MARGIN) * STEP_MM, (second / n - BEFORE - MARGIN) * STEP_MM};
    }

    private double gray(int at) {
        double sum = 0;
        for (int column = firstOfMiddle(); column <= lastOfMiddle(); column++) {
            sum += band.at(column, at);
        }
        return sum / (lastOfMiddle() - firstOfMiddle() + 1);
    }

    /** Mean of outer and middle peaks minus mean of the troughs between, over the scatter of the profile. */
    double layerContrast() {
        int bins = 40;
        double[][] shares = new double[bins][band.columns()];
        double[] profile = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            for (int column = 0; column < band.columns(); column++) {
                double place = upper[column] + (bin + 0.5) / bins * (lower[column] - upper[column]);
                shares[bin][column] = band.at(column, Math.min(band.depth() - 1, (int) place));
                profile[bin] += shares[bin][column] / band.columns();
            }
        }
        double squares = 0;
        for (int bin = 0; bin < bins; bin++) {
            for (double value : shares[bin]) {
                squares += (value - profile[bin]) * (value - profile[bin]);
            }
        }
        double scatter = Math.sqrt(squares / (bins * band.columns() - 1));
        double peaks = (most(profile, 0, 10) + most(profile, 16, 24) + most(profile, 30, 40)) / 3;
        double troughs = -(most(turned(profile), 8, 18) + most(turned(profile), 22, 32)) / 2;
        return scatter > 0 ? (peaks - troughs) / scatter : 0;
    }

    private static double most(double[] values, int from, int to) {
        return Percentiles.of(Arrays.copyOfRange(values, from, to)).at(1);
    }

    private static double[] turned(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    private int firstOfMiddle() {
        return band.columns() / 2 - (int) Math.round(MIDDLE_MM / 2 / STEP_MM);
    }

    private int lastOfMiddle() {
        return band.columns() / 2 + (int) Math.round(MIDDLE_MM / 2 / STEP_MM);
    }

    /** Why no second reading is given where the step is too low. */
    static String unclear(double step, double least) {
        return String.format(
                Locale.ROOT, "interface-unclear: the gray step at a border is %.1f, least %.1f", step, least);
    }
}
