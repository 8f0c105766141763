package org.fertivision.dicom;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the picture and what a pixel of it measures (PS3.3 C.8.5.5).
 *
 * @param left first column
 * @param top first row
 * @param right last column
 * @param bottom last row
 * @param cmX width of a pixel, centimeters
 * @param cmY height of a pixel, centimeters
 */
record UltrasoundRegion(long left, long top, long right, long bottom, double cmX, double cmY) {
    /** The sequence of regions. */
    static final int REGIONS = 0x00186011;

    private static final int FORMAT = 0x00186012;
    private static final int LEFT = 0x00186018;
    private static final int TOP = 0x0018601A;
    private static final int RIGHT = 0x0018601C;
    private static final int BOTTOM = 0x0018601E;
    private static final int UNITS_X = 0x00186024;
    private static final int UNITS_Y = 0x00186026;
    private static final int DELTA_X = 0x0018602C;
    private static final int DELTA_Y = 0x0018602E;

    /** What has to be read of a region. */
    static final Set<Integer> TAGS = Set.of(FORMAT, LEFT, TOP, RIGHT, BOTTOM, UNITS_X, UNITS_Y, DELTA_X, DELTA_Y);

    private static final long TWO_DIMENSIONAL = 1;
    private static final long CENTIMETERS = 3;

    /** The regions that show anatomy in two dimensions, both of them lengths. */
    static List<UltrasoundRegion> of(DataSet header) {
        return header.items(REGIONS).stream()
                .map(UltrasoundRegion::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<UltrasoundRegion> read(DataSet region) {
        double cmX = Math.abs(region.real(DELTA_X).orElse(0));
        double cmY = Math.abs(region.real(DELTA_Y).orElse(0));
        boolean lengths = region.whole(FORMAT).orElse(0) == TWO_DIMENSIONAL
                && region.whole(UNITS_X).orElse(0) == CENTIMETERS
                && region.whole(UNITS_Y).orElse(0) == CENTIMETERS;
        if (!lengths || !(cmX > 0) || !(cmY > 0)) {
            return Optional.empty();
        }
        return Optional.of(new UltrasoundRegion(
                region.whole(LEFT).orElse(0),
                region.whole(TOP).orElse(0),
                region.whole(RIGHT).orElse(0),
                region.whole(BOTTOM).orElse(0),
                cmX,
                cmY));
    }

    /** Whether it is the whole picture. */
    boolean covers(int columns, int rows) {
        return left == 0 && top == 0 && right >= columns - 1 && bottom >= rows - 1;
    }

    /** Whether a pixel of the other measures the same, to one part in a million. */
    boolean hasScaleOf(UltrasoundRegion other) {
        return Math.abs(cmX - other.cmX) <= 1e-6 * cmX && Math.abs(cmY - other.cmY) <= 1e-6 * cmY;
    }
}
