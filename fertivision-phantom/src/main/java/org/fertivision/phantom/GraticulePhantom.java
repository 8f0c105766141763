package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fertivision.image.Point;

/**
 * Draws a stage micrometer with ticks of three lengths, or a ruling of squares, lines at any angle and distance, with
 * strokes beside it as of writing. It belongs to no kind of analysis: it tells how large a pixel is.
 */
final class GraticulePhantom implements Recipe<Drawn> {
    static final String KIND = "graticule";
    private static final double PIECE_PX = 32;
    private static final int FIVE = 5;
    private static final int TEN = 10;
    private static final double MIDDLE_TICK = 1.6;
    private static final double LONG_TICK = 2.2;
    private static final double STROKE_PX = 18;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.choice(
                "pattern", List.of("micrometer", "squares", "lines"), "ticks on a scale, squares, or lines one way"));
        all.add(Setting.number("spacingUm", 10, "um", 0.1, 5000, "distance of neighboring lines"));
        all.add(Setting.number("acrossUm", 0, "um", 0, 5000, "distance of the lines across, 0 for the same"));
        all.add(Setting.number("lineUm", 2, "um", 0.05, 500, "width of a line"));
        all.add(Setting.number("tickUm", 80, "um", 1, 5000, "length of the shortest ticks"));
        all.add(Setting.whole("lines", 0, "1", 0, 2000, "lines in each direction, 0 for as many as fill the image"));
        all.add(Setting.number("angleDeg", 0, "deg", -90, 90, "direction across the lines, from the x axis down"));
        all.add(Setting.whole("strokes", 0, "1", 0, 2000, "short strokes at random, as of writing"));
        all.add(Setting.choice("polarity", List.of("dark", "bright"), "whether lines are darker or brighter"));
        all.add(Setting.number("background", 150, "1", 0, 250, "gray level of the background"));
        all.add(Setting.number("contrast", 60, "1", 2, 250, "gray levels between lines and background"));
        all.addAll(Microscope.settings(800, 600, 1.3, 0.25, 20));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of();
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Microscope microscope = Microscope.of(choices);
        double sign = choices.word("polarity").equals("dark") ? -1 : 1;
        Tone.check(choices.number("background"), sign * choices.number("contrast"), 0, microscope.gradient());
        Scene scene = new Scene(microscope, 1);
        Ink ink = new Ink(scene, List.of(sign * choices.number("contrast")), microscope);
        double angle = StrictMath.toRadians(choices.number("angleDeg"));
        double spacing = choices.number("spacingUm") / microscope.umPerPixel();
        double across = choices.number("acrossUm") / microscope.umPerPixel();
        Chance place = Chance.of(seed, "layout");
        rule(ink, choices, angle, spacing, place);
        if (choices.word("pattern").equals("squares")) {
            rule(ink, choices, angle + Math.PI / 2, across == 0 ? spacing : across, place);
        }
        write(ink, choices, Chance.of(seed, "strokes"));
        return scene.photograph(
                KIND,
                seed,
                choices,
                List.of(choices.number("background")),
                microscope.noise(choices.number("contrast"), choices.number("background")),
                List.of(new TrueValue("umPerPixel", microscope.umPerPixel(), "um")));
    }

    /** Draws parallel lines, or the ticks of a scale, around the middle of the image. */
    private static void rule(Ink ink, Choices choices, double angle, double spacing, Chance place) {
        double reach = (ink.microscope.width() + ink.microscope.height()) / 2.0;
        int fill = 2 * (int) Math.ceil(reach / spacing) + 1;
        int lines = choices.whole("lines") == 0 ? fill : choices.whole("lines");
        double shift = (place.uniform() - 0.5) * spacing;
        double width = choices.number("lineUm") / ink.microscope.umPerPixel();
        double tick = choices.number("tickUm") / ink.microscope.umPerPixel();
        boolean isScale = choices.word("pattern").equals("micrometer");
        int first = place.below(TEN);
        for (int i = 0; i < lines; i++) {
            double u = (i - (lines - 1) / 2.0) * spacing + shift;
            int number = first + i;
            double length = number % TEN == 0 ? LONG_TICK : number % FIVE == 0 ? MIDDLE_TICK : 1;
            ink.line(angle, u, isScale ? -tick / 2 : -reach, isScale ? tick * (length - 0.5) : reach, width);
        }
    }

    private static void write(Ink ink, Choices choices, Chance chance) {
        double width = choices.number("lineUm") / ink.microscope.umPerPixel();
        for (int i = 0; i < choices.whole("strokes"); i++) {
            double angle = chance.between(0, Math.PI);
            double x = chance.between(0, ink.microscope.width()) - ink.microscope.width() / 2.0;
            double y = chance.between(0, ink.microscope.height()) - ink.microscope.height() / 2.0;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double v = y * cos - x * sin;
            ink.line(angle, x * cos + y * sin, v, v + STROKE_PX, width);
        }
    }

    /** What lines are drawn with. */
    private record Ink(Scene scene, List<Double> contrastLevels, Microscope microscope) {
        /** A line at distance u from the middle of the image, from v0 to v1, pixels. */
        void line(double angle, double u, double v0, double v1, double width) {
            for (double from = v0; from < v1; from += PIECE_PX) {
                piece(angle, u, from, Math.min(v1, from + PIECE_PX), width / 2);
            }
        }

        private void piece(double angle, double u, double from, double to, double half) {
            Point[] corners = {
                at(angle, u - half, from), at(angle, u + half, from), at(angle, u + half, to), at(angle, u - half, to)
            };
            boolean seen = false;
            double[] x = new double[corners.length];
            double[] y = new double[corners.length];
            for (int i = 0; i < corners.length; i++) {
                x[i] = corners[i].x();
                y[i] = corners[i].y();
                seen |= x[i] > -PIECE_PX
                        && y[i] > -PIECE_PX
                        && x[i] < microscope.width() + PIECE_PX
                        && y[i] < microscope.height() + PIECE_PX;
            }
            if (seen) {
                scene.shade(new Outline(x, y), contrastLevels);
            }
        }

        private Point at(double angle, double u, double v) {
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            return new Point(
                    microscope.width() / 2.0 + u * cos - v * sin, microscope.height() / 2.0 + u * sin + v * cos);
        }
    }
}
