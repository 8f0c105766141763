package org.fertivision.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fertivision.finding.Notice;
import org.fertivision.image.Calibration;
import org.jspecify.annotations.Nullable;

/**
 * How large a pixel is: as the regions of an ultrasound picture say, where those that measure lengths agree; else as the
 * spacing of pixels says. Where regions differ nothing is said, for an object may lie in either.
 *
 * @param calibration the size of a pixel, or null where the file does not say it
 * @param notices where it holds, or why there is none
 */
record PixelScale(@Nullable Calibration calibration, List<Notice> notices) {
    private static final int PIXEL_SPACING = 0x00280030;

    /** What has to be read besides the regions. */
    static final Set<Integer> TAGS = Set.of(PIXEL_SPACING);

    private static final double UM_PER_CM = 1e4;
    private static final double UM_PER_MM = 1e3;

    static PixelScale of(DataSet header, int columns, int rows) {
        List<UltrasoundRegion> regions = UltrasoundRegion.of(header);
        if (regions.isEmpty()) {
            List<Double> spacing = header.decimals(PIXEL_SPACING);
            return spacing.size() == 2
                    ? said(spacing.get(1) * UM_PER_MM, spacing.get(0) * UM_PER_MM, List.of())
                    : new PixelScale(null, List.of());
        }
        UltrasoundRegion first = regions.get(0);
        if (!regions.stream().allMatch(first::hasScaleOf)) {
            return new PixelScale(
                    null,
                    List.of(new Notice(
                            "regions-differ",
                            "The picture has " + regions.size() + " regions of different scale; cut out one of them, or"
                                    + " give the size of a pixel.")));
        }
        List<Notice> notices = new ArrayList<>();
        if (!first.covers(columns, rows)) {
            notices.add(new Notice("scale-of-region", where(regions)));
        }
        return said(first.cmX() * UM_PER_CM, first.cmY() * UM_PER_CM, notices);
    }

    private static String where(List<UltrasoundRegion> regions) {
        return "The file says the size of a pixel for "
                + String.join(
                        " and ",
                        regions.stream()
                                .map(region -> String.format(
                                        Locale.ROOT,
                                        "columns %d to %d, rows %d to %d",
                                        region.left(),
                                        region.right(),
                                        region.top(),
                                        region.bottom()))
                                .toList())
                + "; elsewhere in the picture it does not hold.";
    }

    private static PixelScale said(double umX, double umY, List<Notice> notices) {
        boolean sane = isSane(umX) && isSane(umY);
        return sane
                ? new PixelScale(new Calibration(umX, umY, Calibration.Origin.FILE), notices)
                : new PixelScale(
                        null,
                        List.of(new Notice("scale-not-believed", "The size of a pixel that the file says is none.")));
    }

    private static boolean isSane(double um) {
        return um >= Calibration.SMALLEST_UM_PER_PIXEL && um <= Calibration.LARGEST_UM_PER_PIXEL;
    }
}
