package org.fertivision.onnx;

import java.util.List;
import org.fertivision.finding.Patch;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.jspecify.annotations.Nullable;

/** The picture of an item as a model wants it: its middle in the middle, between pixels by their four neighbors. */
final class InputPicture {
    private static final double WHITE = 255;

    private final ModelContract.Picture wanted;

    InputPicture(ModelContract.Picture wanted) {
        this.wanted = wanted;
    }

    /** Why a model cannot look at a picture, or null where it can. */
    @Nullable
    String refusal(Patch patch) {
        if (wanted.channels() == 3 && patch.planes().size() == 1) {
            return "the model wants color and the pictures are gray";
        }
        return wanted.umPerPixel() > 0 && patch.calibration() == null
                ? "the model wants the size of a pixel, and it is not known"
                : null;
    }

    /** The samples, channel by channel, row by row. What lies outside the patch repeats its border. */
    float[] samples(Patch patch) {
        List<Plane> planes = wanted.channels() == 1 ? List.of(gray(patch)) : patch.planes();
        int width = planes.get(0).width();
        int height = planes.get(0).height();
        double fit = Math.max((double) width / wanted.width(), (double) height / wanted.height());
        Calibration scale = wanted.umPerPixel() > 0 ? patch.calibration() : null;
        double stepX = scale == null ? fit : wanted.umPerPixel() / scale.umPerPixelX();
        double stepY = scale == null ? fit : wanted.umPerPixel() / scale.umPerPixelY();
        float[] samples = new float[wanted.channels() * wanted.width() * wanted.height()];
        int to = 0;
        for (Plane plane : planes) {
            for (int row = 0; row < wanted.height(); row++) {
                double y = height / 2.0 + (row + 0.5 - wanted.height() / 2.0) * stepY - 0.5;
                for (int column = 0; column < wanted.width(); column++) {
                    double x = width / 2.0 + (column + 0.5 - wanted.width() / 2.0) * stepX - 0.5;
                    samples[to++] = (float) ((between(plane, x, y) / WHITE - wanted.mean()) / wanted.deviation());
                }
            }
        }
        return samples;
    }

    private static Plane gray(Patch patch) {
        return new Frame(patch.planes(), 0, 0, 0).gray();
    }

    private static double between(Plane plane, double x, double y) {
        double inX = Math.max(0, Math.min(plane.width() - 1, x));
        double inY = Math.max(0, Math.min(plane.height() - 1, y));
        int left = (int) inX;
        int top = (int) inY;
        int right = Math.min(left + 1, plane.width() - 1);
        int bottom = Math.min(top + 1, plane.height() - 1);
        double partX = inX - left;
        double partY = inY - top;
        double above = plane.at(left, top) * (1 - partX) + plane.at(right, top) * partX;
        double below = plane.at(left, bottom) * (1 - partX) + plane.at(right, bottom) * partX;
        return above * (1 - partY) + below * partY;
    }
}
