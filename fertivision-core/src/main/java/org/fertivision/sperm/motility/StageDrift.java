package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the slide drifts under the camera: the common velocity of heads that rest on it. Resting heads share their velocity,
 * swimming ones scatter, so the densest spot of all velocities is the drift.
 *
 * @param xPerFrame pixels a frame to the right
 * @param yPerFrame pixels a frame down
 * @param resting the tracks that share it
 */
record StageDrift(double xPerFrame, double yPerFrame, List<Track> resting) {
    private static final double ALIKE_UM_PER_S = 2.5;
    private static final double LEAST_S = 0.4;
    private static final int FEWEST = 5;
    private static final double LEAST_SHARE = 0.05;

    StageDrift {
        resting = List.copyOf(resting);
    }

    /** The drift, where enough heads rest to tell it. */
    static Optional<StageDrift> of(List<Track> tracks, double framesPerSecond, double pxPerUm) {
        List<Track> followed = tracks.stream()
                .filter(track -> track.lastFrame() - track.firstFrame() >= LEAST_S * framesPerSecond)
                .toList();
        List<Stretch> courses = new ArrayList<>();
        for (Track track : followed) {
            courses.add(Stretch.of(track, 0, track.size() - 1, track.firstFrame(), 1));
        }
        double alike = ALIKE_UM_PER_S * pxPerUm / framesPerSecond;
        int best = -1;
        int most = 0;
        for (int i = 0; i < courses.size(); i++) {
            int company = 0;
            for (Stretch other : courses) {
                company += isAlike(courses.get(i), other, alike) ? 1 : 0;
            }
            if (company > most) {
                most = company;
                best = i;
            }
        }
        if (most < Math.max(FEWEST, LEAST_SHARE * followed.size())) {
            return Optional.empty();
        }
        return Optional.of(about(courses.get(best), courses, followed, alike));
    }

    private static StageDrift about(Stretch center, List<Stretch> courses, List<Track> tracks, double alike) {
        List<Track> resting = new ArrayList<>();
        double[] x = new double[courses.size()];
        double[] y = new double[courses.size()];
        for (int i = 0; i < courses.size(); i++) {
            if (isAlike(center, courses.get(i), alike)) {
                x[resting.size()] = courses.get(i).velocityX();
                y[resting.size()] = courses.get(i).velocityY();
                resting.add(tracks.get(i));
            }
        }
        return new StageDrift(median(x, resting.size()), median(y, resting.size()), resting);
    }

    private static boolean isAlike(Stretch one, Stretch other, double alike) {
        double dx = one.velocityX() - other.velocityX();
        double dy = one.velocityY() - other.velocityY();
        return dx * dx + dy * dy <= alike * alike;
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }

    /** Pixels a frame. */
    double perFrame() {
        return Math.sqrt(xPerFrame * xPerFrame + yPerFrame * yPerFrame);
    }
}
