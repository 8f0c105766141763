package org.fertivision.follicle;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.BlockMeans;
import org.fertivision.pixel.BorderLevel;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Overprint;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;
import org.fertivision.pixel.Threshold;
import org.fertivision.pixel.UpperLevel;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * A B-mode still made ready: what the screen has drawn over it masked, shrunk to about 0.2 mm a pixel, smoothed, the
 * sector and the level of its tissue known. All rasters and masks count in squares of {@code block} pixels of the image.
 *
 * @param block side of such a square, pixels of the image
 * @param mmX width of a square, millimeters
 * @param mmY height of a square, millimeters
 * @param raw gray levels
 * @param smooth the same, smoothed
 * @param sector where there is an image
 * @param tissue the local level of tissue
 * @param strokes pixels of bright strokes drawn over the image
 * @param colored pixels of color drawn over it
 * @param maximum the brightest level there can be
 */
record OvaryScan(
        int block,
        double mmX,
        double mmY,
        Raster raw,
        Raster smooth,
        Mask sector,
        UpperLevel tissue,
        int strokes,
        int colored,
        int maximum) {
    private static final double SQUARE_MM = 0.21;
    private static final double UM_PER_MM = 1000;
    private static final int CHROMA = 40;
    private static final int STROKE_LEVEL = 235;
    private static final int STROKE_STEP = 100;
    private static final int STROKE_REACH = 3;
    private static final double MOST_COLORED = 0.02;
    private static final double ABOVE_BORDER = 4;
    private static final double CLOSING_PX = 5;
    private static final double TISSUE_SIGMA_MM = 8;
    private static final double TISSUE_SHARE = 0.35;
    private static final int TISSUE_ROUNDS = 3;
    private static final double FULL = 255;

    static OvaryScan of(Frame frame, Plane gray, Calibration calibration, Settings settings, Work work) {
        double side = Math.sqrt(calibration.pixelAreaUm2()) / UM_PER_MM;
        int block = Math.max(1, (int) Math.floor(SQUARE_MM / side));
        Overprint screen = Overprint.of(frame, gray, CHROMA, STROKE_LEVEL, STROKE_STEP, STROKE_REACH);
        work.checkpoint();
        Raster raw = BlockMeans.of(gray, screen, block);
        Mask sector = sector(raw, gray, block);
        refuseFlow(screen.coloredShare(sector, block));
        work.checkpoint();
        Raster smooth = Smoothing.gaussian(raw, sector, settings.get(FollicleSettings.SMOOTHING) / (side * block));
        UpperLevel tissue =
                UpperLevel.of(smooth, sector, TISSUE_SIGMA_MM / (side * block), TISSUE_SHARE, TISSUE_ROUNDS);
        return new OvaryScan(
                block,
                calibration.umPerPixelX() / UM_PER_MM * block,
                calibration.umPerPixelY() / UM_PER_MM * block,
                raw,
                smooth,
                sector,
                tissue,
                screen.strokes(),
                screen.colored(),
                gray.maximum());
    }

    /** The largest region brighter than the border of the picture, without holes. */
    private static Mask sector(Raster raw, Plane gray, int block) {
        double level = BorderLevel.of(gray) + ABOVE_BORDER * gray.maximum() / FULL;
        Mask bright = Mask.of(raw, Threshold.brighterThan(level));
        Mask closed = DiscShaping.closed(bright, Math.max(1, CLOSING_PX / block));
        List<Blob> regions = Components.of(closed, Connectivity.FOUR);
        Blob largest = regions.stream()
                .max(Comparator.comparingInt(Blob::area))
                .orElseThrow(() -> unusable("There is no ultrasound sector: nothing is brighter than the border."));
        return Mask.union(raw.region(), List.of(largest.filled()));
    }

    /** The same with the level of the tissue within an ovary's outline alone; nothing if that lies outside the sector. */
    Optional<OvaryScan> within(Contour ovary) {
        Mask inside = sector.and(Mask.inside(Follicle.scaled(ovary, 1.0 / block, 1.0 / block)));
        if (inside.area() == 0) {
            return Optional.empty();
        }
        UpperLevel own = UpperLevel.of(smooth, inside, TISSUE_SIGMA_MM / mm(), TISSUE_SHARE, TISSUE_ROUNDS);
        return Optional.of(new OvaryScan(block, mmX, mmY, raw, smooth, sector, own, strokes, colored, maximum));
    }

    private static void refuseFlow(double share) {
        if (share > MOST_COLORED) {
            throw unusable(String.format(
                    Locale.ROOT,
                    "color-doppler: %.1f %% of the sector is colored (most: %.0f %%); color hides the gray levels"
                            + " that follicles are found by.",
                    100 * share,
                    100 * MOST_COLORED));
        }
    }

    private static RejectedException unusable(String why) {
        return new RejectedException(Rejection.of(RejectionCode.UNUSABLE_IMAGE, why));
    }

    /** The level of tissue in the middle of the picture. */
    double tissueLevel() {
        return tissue.at(raw.width() / 2.0, raw.height() / 2.0);
    }

    /** Whether the sector reaches the border of the picture anywhere. */
    boolean isCropped() {
        return sector.touchesBorder();
    }

    /** The side of a square of the same area, millimeters. */
    double mm() {
        return Math.sqrt(mmX * mmY);
    }
}
