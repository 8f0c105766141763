package org.fertivision.report;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * A frame as a picture for the eye. 8-bit samples are shown as they are; deeper ones are stretched evenly from the
 * darkest to the brightest sample of the frame, since no screen shows 16 bits.
 */
final class FramePicture {
    private static final int EIGHT_BIT_MAXIMUM = 255;
    private static final int OUTSIDE = 0xB0B0B0;

    private final Frame frame;
    private final int darkest;
    private final int brightest;

    private FramePicture(Frame frame, int darkest, int brightest) {
        this.frame = frame;
        this.darkest = darkest;
        this.brightest = brightest;
    }

    static FramePicture of(Frame frame) {
        if (frame.red().bits() == 8) {
            return new FramePicture(frame, 0, EIGHT_BIT_MAXIMUM);
        }
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        int[] row = new int[frame.width()];
        for (Plane plane : frame.planes()) {
            for (int y = 0; y < frame.height(); y++) {
                plane.row(y, row);
                for (int sample : row) {
                    lowest = Math.min(lowest, sample);
                    highest = Math.max(highest, sample);
                }
            }
        }
        return new FramePicture(frame, lowest, Math.max(highest, lowest + 1));
    }

    /** Whether the contrast was stretched for the eye. */
    boolean isStretched() {
        return frame.red().bits() != 8;
    }

    int width() {
        return frame.width();
    }

    int height() {
        return frame.height();
    }

    /** The whole frame, shrunk by averaging if its longer side is more than {@code maxSide}. */
    BufferedImage whole(int maxSide) {
        return part(new Region(0, 0, frame.width(), frame.height()), maxSide);
    }

    /**
     * A part of the frame, shrunk by averaging if its longer side is more than {@code maxSide}. What lies outside the
     * frame is gray.
     */
    BufferedImage part(Region part, int maxSide) {
        double factor = Math.max(1, Math.max(part.width(), part.height()) / (double) maxSide);
        int width = Math.max(1, (int) Math.round(part.width() / factor));
        int height = Math.max(1, (int) Math.round(part.height() / factor));
        Cells columns = new Cells(part.x(), part.width() / (double) width, width, frame.width());
        Cells rows = new Cells(part.y(), part.height() / (double) height, height, frame.height());
        double[] weights = new double[width];
        Arrays.setAll(weights, columns::weight);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        int[] colors = new int[width];
        for (int y = 0; y < height; y++) {
            average(columns, rows, y, weights, colors);
            picture.setRGB(0, y, width, 1, colors, 0, width);
        }
        return picture;
    }

    private void average(Cells columns, Cells rows, int y, double[] weights, int[] colors) {
        double[][] sums = new double[frame.planes().size()][columns.count()];
        double[] sum = new double[columns.count()];
        int[] samples = new int[frame.width()];
        for (int row = rows.first(y); row < rows.end(y); row++) {
            double share = rows.share(y, row);
            for (int channel = 0; channel < sums.length; channel++) {
                frame.planes().get(channel).row(row, samples);
                columns.sum(samples, sum);
                for (int x = 0; x < sum.length; x++) {
                    sums[channel][x] += share * sum[x];
                }
            }
        }
        double height = rows.weight(y);
        for (int x = 0; x < colors.length; x++) {
            double weight = weights[x] * height;
            colors[x] = weight > 0 ? color(sums, x, weight) : OUTSIDE;
        }
    }

    private int color(double[][] sums, int x, double weight) {
        int red = shown(sums[0][x] / weight);
        int green = sums.length == 1 ? red : shown(sums[1][x] / weight);
        int blue = sums.length == 1 ? red : shown(sums[2][x] / weight);
        return red << 16 | green << 8 | blue;
    }

    private int shown(double sample) {
        double share = (sample - darkest) / (brightest - darkest);
        return (int) Math.round(Math.min(1, Math.max(0, share)) * EIGHT_BIT_MAXIMUM);
    }
}
