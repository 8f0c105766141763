package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Path;
import org.fertivision.image.Timing;

/**
 * The counted objects of a filmed field as they moved, over and over at the film's own speed: each with its number on the
 * course that it takes. Declared motion of SVG, so that it plays without a script.
 */
final class MovingField {
    /** Places drawn of all objects together; where there are more, every second, third ... place of each is left out. */
    private static final int MOST_PLACES = 20_000;

    /** How far a course may lie from the true one, pixels. */
    private static final double TOLERANCE = 0.5;

    private final int width;
    private final int height;
    private final List<Item> moving;
    private final int frames;
    private final double framesPerSecond;
    private final OverlayKey key;
    private final int every;
    private final Language language;

    MovingField(FieldOfView field, Timing timing, OverlayKey key, Language language) {
        width = field.width();
        height = field.height();
        moving = field.counted().filter(item -> item.course().isPresent()).toList();
        frames = moving.stream()
                .mapToInt(item -> last(item.course().orElseThrow()))
                .max()
                .orElse(0);
        framesPerSecond = timing.framesPerSecond();
        this.key = key;
        this.language = language;
        int places = moving.stream()
                .mapToInt(item -> item.course().orElseThrow().size())
                .sum();
        every = Math.max(1, (places + MOST_PLACES - 1) / MOST_PLACES);
    }

    private static int last(Path path) {
        return path.frame(path.size() - 1);
    }

    /** Whether anything can be shown. */
    boolean isEmpty() {
        return frames == 0;
    }

    /** What is shown, in words. */
    String caption() {
        String seconds = language.decimals(frames / framesPerSecond, 1);
        return every > 1
                ? language.say(
                        "{0} counted objects over {1} s at the film's own speed, again and again; numbers are those of"
                                + " items.csv and tracks.csv; one place in {2} is shown.",
                        moving.size(), seconds, every)
                : language.say(
                        "{0} counted objects over {1} s at the film's own speed, again and again; numbers are those of"
                                + " items.csv and tracks.csv.",
                        moving.size(), seconds);
    }

    void write(Html page) {
        page.open("svg", "class", "chart", "viewBox", "0 0 " + width + " " + height, "role", "img");
        page.element("title", language.say("{0} objects as they moved", moving.size()));
        page.single("rect", "width", "" + width, "height", "" + height, "class", "track");
        for (Item item : moving) {
            write(page, item, item.course().orElseThrow());
        }
        page.close("svg");
    }

    private void write(Html page, Item item, Path path) {
        String ink = ChartSvg.type(key.ink(item));
        page.single("path", "d", SvgOutline.course(path, TOLERANCE), "class", ink + " trace faint");
        page.open("g", "transform", "translate(" + place(path, 0) + ")");
        page.single("animateTransform", timed("transform", places(path), times(path), "linear", "type", "translate"));
        page.single("animate", timed("opacity", "0;1;0", seenTimes(path), "discrete"));
        page.single("circle", "r", "5", "class", ink);
        page.element("text", "" + item.id(), "x", "7", "y", "-4", "class", "tick");
        page.close("g").line();
    }

    private String[] timed(String what, String values, String times, String mode, String... others) {
        List<String> attributes = new ArrayList<>(List.of("attributeName", what, "values", values, "keyTimes", times));
        attributes.addAll(List.of("calcMode", mode, "dur", Figures.decimals((frames + 1) / framesPerSecond, 3) + "s"));
        attributes.addAll(List.of("repeatCount", "indefinite"));
        attributes.addAll(List.of(others));
        return attributes.toArray(new String[0]);
    }

    /** Where it is at the times of {@link #times}; it waits at its first and its last place. */
    private String places(Path path) {
        StringBuilder places = new StringBuilder(place(path, 0));
        for (int i = 0; i < path.size(); i += every) {
            places.append(';').append(place(path, i));
        }
        if (isLastLeftOut(path)) {
            places.append(';').append(place(path, path.size() - 1));
        }
        return places.append(';').append(place(path, path.size() - 1)).toString();
    }

    private String times(Path path) {
        StringBuilder times = new StringBuilder("0");
        for (int i = 0; i < path.size(); i += every) {
            times.append(';').append(time(path.frame(i)));
        }
        if (isLastLeftOut(path)) {
            times.append(';').append(time(last(path)));
        }
        return times.append(";1").toString();
    }

    private boolean isLastLeftOut(Path path) {
        return (path.size() - 1) % every != 0;
    }

    /** The beginning, when it is first seen, and when no more. */
    private String seenTimes(Path path) {
        return "0;" + time(path.frame(0)) + ";" + time(last(path) + 1);
    }

    private String time(int frame) {
        return String.format(Locale.ROOT, "%.5f", frame / (frames + 1.0));
    }

    private static String place(Path path, int i) {
        return Figures.decimals(path.x(i), 1) + " " + Figures.decimals(path.y(i), 1);
    }
}
