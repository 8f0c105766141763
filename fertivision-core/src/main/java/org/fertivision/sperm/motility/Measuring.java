package org.fertivision.sperm.motility;

import java.util.Optional;
import org.fertivision.image.Calibration;

/**
 * From the pixels and frames of tracks to trails that can be measured.
 *
 * @param framesPerSecond how fast frames follow
 * @param unitX length of a pixel to the right: micrometers, or 1 where nobody knows
 * @param unitY length of a pixel down
 * @param isCalibrated whether lengths are micrometers
 * @param driftX drift of the slide, pixels a frame to the right
 * @param driftY drift of the slide, pixels a frame down
 * @param limits what tells motion from the lack of it
 */
record Measuring(
        double framesPerSecond,
        double unitX,
        double unitY,
        boolean isCalibrated,
        double driftX,
        double driftY,
        MotionLimits limits) {

    static Measuring of(
            double framesPerSecond,
            Optional<Calibration> calibration,
            Optional<StageDrift> drift,
            double noisePx,
            double headPx) {
        double x = calibration.map(Calibration::umPerPixelX).orElse(1.0);
        double y = calibration.map(Calibration::umPerPixelY).orElse(1.0);
        return new Measuring(
                framesPerSecond,
                x,
                y,
                calibration.isPresent(),
                drift.map(StageDrift::xPerFrame).orElse(0.0),
                drift.map(StageDrift::yPerFrame).orElse(0.0),
                calibration.isPresent()
                        ? MotionLimits.inUm(noisePx * (x + y) / 2)
                        : MotionLimits.inHeads(noisePx, headPx));
    }

    /** The trail of a track, drift taken off. */
    Trail trail(Track track) {
        int first = track.firstFrame();
        int n = track.lastFrame() - first + 1;
        double[] x = new double[n];
        double[] y = new double[n];
        boolean[] seen = new boolean[n];
        for (int i = 0; i < track.size(); i++) {
            int at = track.frame(i) - first;
            x[at] = unitX * (track.x(i) - driftX * at);
            y[at] = unitY * (track.y(i) - driftY * at);
            seen[at] = true;
        }
        return Trail.of(framesPerSecond, x, y, seen);
    }

    /** Time for which a track was seen, seconds. */
    double durationS(Track track) {
        return track.size() / framesPerSecond;
    }
}
