package org.fertivision.benchmarks;

import boofcv.alg.filter.binary.BinaryImageOps;
import boofcv.alg.filter.binary.Contour;
import boofcv.alg.filter.binary.GThresholdImageOps;
import boofcv.struct.ConnectRule;
import boofcv.struct.image.GrayS32;
import boofcv.struct.image.GrayU8;
import georegression.struct.point.Point2D_I32;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The measures of stills by BoofCV on one thread. */
final class ByBoofCv {
    private static final int LEVELS = 256;
    private static final int ANGLES = 32;

    private ByBoofCv() {}

    /** For each object the area inside its outline and its center, for heads also perimeter, length and width; pixels. */
    static List<double[]> measure(Kind kind, Path file) throws IOException {
        BufferedImage picture = (BufferedImage) Line.plainDecode(file);
        byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int channels = picture.getRaster().getNumBands();
        List<double[]> measured = new ArrayList<>();
        if (kind == Kind.VITALITY) {
            measure(channel(samples, picture, channels, 1), false, measured);
            measure(channel(samples, picture, channels, 2), false, measured);
        } else {
            measure(gray(samples, picture, channels), kind == Kind.MORPHOLOGY, measured);
        }
        return measured;
    }

    /** The outlines of all objects above Otsu's threshold. */
    static List<Contour> objects(GrayU8 gray) {
        double threshold = GThresholdImageOps.computeOtsu(gray, 0, LEVELS - 1);
        GrayU8 binary = GThresholdImageOps.threshold(gray, null, threshold, false);
        return BinaryImageOps.contour(binary, ConnectRule.EIGHT, new GrayS32(gray.width, gray.height));
    }

    private static void measure(GrayU8 gray, boolean heads, List<double[]> into) {
        for (Contour contour : objects(gray)) {
            double[] basic = polygon(contour.external);
            into.add(heads ? withCalipers(basic, contour.external) : basic);
        }
    }

    /** Area, center and perimeter by the shoelace formula. */
    private static double[] polygon(List<Point2D_I32> corners) {
        double area = 0;
        double sumX = 0;
        double sumY = 0;
        double perimeter = 0;
        Point2D_I32 last = corners.get(corners.size() - 1);
        for (Point2D_I32 corner : corners) {
            double cross = (double) last.x * corner.y - (double) corner.x * last.y;
            area += cross;
            sumX += (last.x + corner.x) * cross;
            sumY += (last.y + corner.y) * cross;
            perimeter += Math.hypot(corner.x - last.x, corner.y - last.y);
            last = corner;
        }
        return new double[] {Math.abs(area) / 2, sumX / (3 * area), sumY / (3 * area), perimeter};
    }

    private static double[] withCalipers(double[] basic, List<Point2D_I32> corners) {
        double length = 0;
        double width = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ANGLES; i++) {
            double x = Math.cos(i * Math.PI / ANGLES);
            double y = Math.sin(i * Math.PI / ANGLES);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Point2D_I32 corner : corners) {
                double along = corner.x * x + corner.y * y;
                least = Math.min(least, along);
                most = Math.max(most, along);
            }
            length = Math.max(length, most - least);
            width = Math.min(width, most - least);
        }
        return new double[] {basic[0], basic[1], basic[2], basic[3], length, width};
    }

    /** One channel of interleaved samples in the order blue, green, red. */
    private static GrayU8 channel(byte[] samples, BufferedImage picture, int channels, int number) {
        GrayU8 gray = new GrayU8(picture.getWidth(), picture.getHeight());
        for (int i = 0, at = Math.min(number, channels - 1); i < gray.data.length; i++, at += channels) {
            gray.data[i] = samples[at];
        }
        return gray;
    }

    private static GrayU8 gray(byte[] samples, BufferedImage picture, int channels) {
        if (channels == 1) {
            return channel(samples, picture, 1, 0);
        }
        GrayU8 gray = new GrayU8(picture.getWidth(), picture.getHeight());
        for (int i = 0, at = 0; i < gray.data.length; i++, at += channels) {
            gray.data[i] = (byte) (((samples[at] & 0xFF) + (samples[at + 1] & 0xFF) + (samples[at + 2] & 0xFF)) / 3);
        }
        return gray;
    }
}
