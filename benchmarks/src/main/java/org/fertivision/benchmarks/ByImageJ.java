package org.fertivision.benchmarks;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.AutoThresholder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.List;

/** The measures of stills by ImageJ, without its windows. */
final class ByImageJ {
    private static final int CELLS = Measurements.AREA | Measurements.CENTROID | Measurements.MEAN;
    private static final int HEADS = CELLS | Measurements.PERIMETER | Measurements.FERET;
    private static final double SMALLEST_UM2 = 4;
    private static final double LARGEST_UM2 = 150;
    private static final int LEVELS = 256;

    private ByImageJ() {}

    static List<ResultsTable> measure(Kind kind, Path file) {
        ImageProcessor picture = IJ.openImage(file.toString()).getProcessor();
        double pixel = kind.umPerPixel() * kind.umPerPixel();
        return switch (kind) {
            case VITALITY ->
                List.of(
                        particles(channel(picture, 1), CELLS, SMALLEST_UM2 / pixel, LARGEST_UM2 / pixel),
                        particles(channel(picture, 2), CELLS, SMALLEST_UM2 / pixel, LARGEST_UM2 / pixel));
            case MORPHOLOGY -> List.of(particles(gray(picture), HEADS, SMALLEST_UM2 / pixel, LARGEST_UM2 / pixel));
            case COUNT -> List.of(particles(gray(picture), CELLS, SMALLEST_UM2 / pixel, LARGEST_UM2 / pixel));
        };
    }

    /** Area and center of every object above Otsu's threshold, whatever its size. */
    static ResultsTable objects(ByteProcessor gray) {
        return particles(gray, Measurements.AREA | Measurements.CENTROID, 0, Double.POSITIVE_INFINITY);
    }

    private static ResultsTable particles(ByteProcessor gray, int measurements, double smallest, double largest) {
        Prefs.blackBackground = true;
        int threshold = new AutoThresholder().getThreshold(AutoThresholder.Method.Otsu, gray.getHistogram());
        gray.setThreshold(threshold + 1, LEVELS - 1, ImageProcessor.NO_LUT_UPDATE);
        ResultsTable table = new ResultsTable();
        ImagePlus image = new ImagePlus("", gray);
        new ParticleAnalyzer(ParticleAnalyzer.SHOW_NONE, measurements, table, smallest, largest).analyze(image, gray);
        return table;
    }

    private static ByteProcessor channel(ImageProcessor picture, int number) {
        return picture instanceof ColorProcessor color ? color.getChannel(number, null) : (ByteProcessor) picture;
    }

    private static ByteProcessor gray(ImageProcessor picture) {
        return picture.convertToByteProcessor();
    }
}
