package org.fertivision.video;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fertivision.finding.Notice;
import org.fertivision.image.Timing;
import org.jspecify.annotations.Nullable;

/**
 * How the frames follow each other: evenly, evenly with frames left out, or unevenly. A frame is in step where it is not
 * farther from its place than a tick of the clock or a twentieth of an interval.
 */
final class Pace {
    private static final double OUT_OF_STEP = 0.05;
    private static final double SLOWEST = 1e-3;
    private static final double FASTEST = 1e4;

    private final int[] index;
    private final @Nullable Timing timing;
    private final @Nullable Notice notice;

    private Pace(int[] index, @Nullable Timing timing, @Nullable Notice notice) {
        this.index = index;
        this.timing = timing;
        this.notice = notice;
    }

    /**
     * The pace of a film.
     *
     * @param clock ticks a second
     * @param maxFrames most frames, those counted that were left out
     */
    static Pace of(Showing showing, long clock, int maxFrames) {
        int count = showing.count();
        int[] one = IntStream.range(0, count).toArray();
        if (count < 2) {
            return new Pace(one, null, null);
        }
        int[] steps = steps(showing, maxFrames);
        long length = showing.tick(count - 1) - showing.tick(0);
        if (steps.length == 0 || !isInStep(showing, steps, (double) length / steps[count - 1])) {
            return new Pace(one, null, uneven(showing, clock));
        }
        double rate = (double) clock * steps[count - 1] / length;
        if (!(rate >= SLOWEST && rate <= FASTEST)) {
            return new Pace(
                    steps,
                    null,
                    doubt(String.format(Locale.ROOT, "The film says that %.4g frames were taken a second.", rate)));
        }
        return new Pace(steps, new Timing(rate, Timing.Origin.FILE), missing(steps[count - 1] + 1, count));
    }

    /** The place of each frame, counted in usual intervals, or nothing where that leads nowhere. */
    private static int[] steps(Showing showing, int maxFrames) {
        long[] intervals = IntStream.range(1, showing.count())
                .mapToLong(i -> showing.tick(i) - showing.tick(i - 1))
                .toArray();
        long[] sorted = intervals.clone();
        Arrays.sort(sorted);
        long usual = sorted[sorted.length / 2];
        int[] steps = new int[showing.count()];
        for (int i = 0; i < intervals.length; i++) {
            long step = usual == 0 ? 0 : Math.round((double) intervals[i] / usual);
            long next = steps[i] + step;
            if (step < 1 || next >= maxFrames) {
                return new int[0];
            }
            steps[i + 1] = (int) next;
        }
        return steps;
    }

    private static boolean isInStep(Showing showing, int[] steps, double interval) {
        double most = Math.max(1, OUT_OF_STEP * interval);
        for (int i = 0; i < steps.length; i++) {
            if (Math.abs(showing.tick(i) - showing.tick(0) - steps[i] * interval) > most) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Notice missing(int all, int seen) {
        return all == seen
                ? null
                : new Notice(
                        "frames-missing",
                        (all - seen) + " of " + all
                                + " frames are missing; the others keep their time, and nothing was seen in these.");
    }

    private static Notice uneven(Showing showing, long clock) {
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int i = 1; i < showing.count(); i++) {
            long interval = showing.tick(i) - showing.tick(i - 1);
            shortest = Math.min(shortest, interval);
            longest = Math.max(longest, interval);
        }
        return doubt(String.format(
                Locale.ROOT,
                "The frames of the film follow each other unevenly, after %.4g to %.4g ms: no one rate holds.",
                1e3 * shortest / clock,
                1e3 * longest / clock));
    }

    private static Notice doubt(String why) {
        return new Notice("frame-rate-unbelievable", why);
    }

    /** How many frames there are, those counted that were left out. */
    int count() {
        return index.length == 0 ? 0 : index[index.length - 1] + 1;
    }

    /** The place of a frame among all, those counted that were left out. */
    int index(int shown) {
        return index[shown];
    }

    /** The rate, where one holds. */
    Optional<Timing> timing() {
        return Optional.ofNullable(timing);
    }

    /** What is to be told of the pace, if anything. */
    Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }
}
