package org.fertivision.sperm.motility;

import java.util.Arrays;
import java.util.List;

/** The error of places along one axis, from heads that rest: what bends their paths from frame to frame is error. */
final class PlaceNoise {
    private static final double NORMAL = 1.4826;

    /** Variance of a second difference in variances of a place: 1 + 4 + 1. */
    private static final double SECOND_DIFFERENCE = 6;

    private static final int FEWEST = 20;

    private PlaceNoise() {}

    /** In pixels: from resting heads, or, where too few rest, {@code expected}. */
    static double px(List<Track> resting, double expected) {
        double[] bends = new double[2 * resting.stream().mapToInt(Track::size).sum()];
        int n = 0;
        for (Track track : resting) {
            for (int i = 1; i + 1 < track.size(); i++) {
                if (track.frame(i + 1) - track.frame(i - 1) == 2) {
                    bends[n++] = Math.abs(track.x(i + 1) - 2 * track.x(i) + track.x(i - 1));
                    bends[n++] = Math.abs(track.y(i + 1) - 2 * track.y(i) + track.y(i - 1));
                }
            }
        }
        if (n < FEWEST) {
            return expected;
        }
        Arrays.sort(bends, 0, n);
        return NORMAL * bends[n / 2] / Math.sqrt(SECOND_DIFFERENCE);
    }
}
