package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fertivision.image.Point;

/**
 * All that is known of a film.
 *
 * @param kind the kind of analysis it was drawn for
 * @param seed the seed it was drawn from
 * @param widthPx columns
 * @param heightPx rows
 * @param frames how many frames
 * @param framesPerSecond how fast they follow
 * @param umPerPixel size of a pixel, micrometers
 * @param settings every setting in effect, by name
 * @param tracks every sperm whose center is in view at least once
 * @param events what happens at a known frame, in order
 * @param curves what is known frame by frame
 * @param summary what an analysis should find, by the codes of the kind's measures; shares are of frames
 */
public record FilmTruth(
        String kind,
        long seed,
        int widthPx,
        int heightPx,
        int frames,
        double framesPerSecond,
        double umPerPixel,
        SortedMap<String, String> settings,
        List<TrueTrack> tracks,
        List<TrueEvent> events,
        List<TrueCurve> curves,
        List<TrueValue> summary) {
    private static final double PERCENT = 100;

    /** Copies what could change. */
    public FilmTruth {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        tracks = List.copyOf(tracks);
        events = List.copyOf(events);
        curves = List.copyOf(curves);
        summary = List.copyOf(summary);
    }

    static FilmTruth of(
            String kind, long seed, Choices choices, Microscope microscope, Stage stage, List<Swimmer> swimmers) {
        int frames = choices.whole("frames");
        double fps = choices.number("fps");
        List<TrueTrack> tracks = new ArrayList<>();
        for (Swimmer swimmer : swimmers) {
            TrueTrack track = track(swimmer, frames, fps, microscope, stage);
            if (track.size() > 0) {
                tracks.add(track);
            }
        }
        return new FilmTruth(
                kind,
                seed,
                microscope.width(),
                microscope.height(),
                frames,
                fps,
                microscope.umPerPixel(),
                choices.values(),
                tracks,
                List.of(),
                List.of(),
                summary(tracks, frames));
    }

    private static TrueTrack track(Swimmer swimmer, int frames, double fps, Microscope microscope, Stage stage) {
        int[] seen = new int[frames];
        double[] x = new double[frames];
        double[] y = new double[frames];
        int n = 0;
        for (int frame = 0; frame < frames; frame++) {
            Point center = swimmer.centerPx(frame / fps, stage);
            if (center.x() >= 0
                    && center.x() < microscope.width()
                    && center.y() >= 0
                    && center.y() < microscope.height()) {
                seen[n] = frame;
                x[n] = center.x();
                y[n++] = center.y();
            }
        }
        return new TrueTrack(
                swimmer.id(), swimmer.course(), Arrays.copyOf(seen, n), Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }

    private static List<TrueValue> summary(List<TrueTrack> tracks, int frames) {
        double all = places(tracks, track -> true);
        List<TrueValue> values = new ArrayList<>();
        values.add(new TrueValue("cells", all / frames, "1"));
        if (all > 0) {
            share(values, "rapidProgressive", tracks, "rapidProgressive"::equals);
            share(values, "slowProgressive", tracks, "slowProgressive"::equals);
            share(values, "progressive", tracks, grade -> grade.endsWith("Progressive") && !grade.startsWith("non"));
            share(values, "nonProgressive", tracks, "nonProgressive"::equals);
            share(values, "immotile", tracks, "immotile"::equals);
            share(values, "motile", tracks, grade -> !grade.equals("immotile"));
        }
        return values;
    }

    private static void share(List<TrueValue> values, String code, List<TrueTrack> tracks, Predicate<String> grades) {
        double all = places(tracks, track -> true);
        double such = places(tracks, track -> grades.test(track.course().who6()));
        values.add(new TrueValue(code, PERCENT * such / all, "%"));
    }

    private static double places(List<TrueTrack> tracks, Predicate<TrueTrack> which) {
        return tracks.stream().filter(which).mapToInt(TrueTrack::size).sum();
    }

    /** The true value of a measure. */
    public double value(String code) {
        return summary.stream()
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the truth of " + kind + " does not say " + code))
                .value();
    }

    /** The truth as JSON text, one track a line, the same on every machine. */
    public String toJson() {
        return FilmTruthJson.of(this);
    }
}
