package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/**
 * A drawing of simple marks, the same on the page and on paper. Lengths are in units of its own, {@code y} points down;
 * whoever draws it scales it and chooses colors by each mark's {@link Ink}.
 *
 * @param words what it shows, for those who cannot see it
 * @param width its width
 * @param height its height
 * @param marks in the order in which they lie on one another
 */
public record Chart(String words, double width, double height, List<Mark> marks) {
    /** What a mark stands for. */
    public enum Ink {
        /** The whole of which an amount is a part. */
        TRACK,
        /** An amount or a count. */
        AMOUNT,
        /** The interval of one value. */
        WHISKER,
        /** A faint line across, at a round number. */
        GRID,
        /** The line along which the numbers stand. */
        AXIS,
        /** A mean, or the value of the whole. */
        MEAN,
        /** A median; drawn dashed. */
        MEDIAN,
        /** The interval of the whole. */
        BAND,
        /** One value. */
        DOT,
        /** What has the first word of the report's key. */
        FIRST,
        /** What has the second word. */
        SECOND,
        /** What has the third word. */
        THIRD,
        /** What has the fourth word. */
        FOURTH,
        /** What has the fifth word. */
        FIFTH,
        /** What has another word or none. */
        OTHER
    }

    /** Where a text stands beside its place. */
    public enum Anchor {
        /** Centered on it. */
        MIDDLE,
        /** Ending at it. */
        END,
        /** Beginning at it. */
        START
    }

    /** One mark. */
    public sealed interface Mark {}

    /**
     * A filled rectangle.
     *
     * @param x left edge
     * @param y top edge
     * @param width 0 or more
     * @param height 0 or more
     * @param ink what it stands for
     * @param hint what it says when pointed at; may be empty
     */
    public record Box(double x, double y, double width, double height, Ink ink, String hint) implements Mark {}

    /**
     * A straight line.
     *
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where it ends
     * @param y2 where it ends
     * @param ink what it stands for
     */
    public record Line(double x1, double y1, double x2, double y2, Ink ink) implements Mark {}

    /**
     * A filled disc.
     *
     * @param x center
     * @param y center
     * @param radius above 0
     * @param ink what it stands for
     * @param hint what it says when pointed at; may be empty
     */
    public record Disc(double x, double y, double radius, Ink ink, String hint) implements Mark {}

    /**
     * A text on one line: a number at a mark, or the name of what is shown.
     *
     * @param x its place
     * @param y its base line
     * @param text what it says
     * @param anchor where it stands beside its place
     * @param name whether it is the name of what is shown, which is larger
     */
    public record Words(double x, double y, String text, Anchor anchor, boolean name) implements Mark {}

    /**
     * Straight lines from corner to corner.
     *
     * @param corners two or more
     * @param ink what it stands for
     * @param filled whether it is an area, closed between its ends, or a line
     * @param hint what it says when pointed at; may be empty
     */
    public record Shape(List<Point> corners, Ink ink, boolean filled, String hint) implements Mark {
        /** Copies the corners. */
        public Shape {
            corners = List.copyOf(corners);
        }
    }

    /** Copies the marks. */
    public Chart {
        marks = List.copyOf(marks);
    }

    /** Marks put down one after the other. */
    static final class Sheet {
        private final List<Mark> marks = new ArrayList<>();

        Sheet box(double x, double y, double width, double height, Ink ink, String hint) {
            marks.add(new Box(x, y, Math.max(0, width), Math.max(0, height), ink, hint));
            return this;
        }

        Sheet line(double x1, double y1, double x2, double y2, Ink ink) {
            marks.add(new Line(x1, y1, x2, y2, ink));
            return this;
        }

        Sheet disc(double x, double y, double radius, Ink ink, String hint) {
            marks.add(new Disc(x, y, radius, ink, hint));
            return this;
        }

        Sheet shape(List<Point> corners, Ink ink, boolean filled, String hint) {
            marks.add(new Shape(corners, ink, filled, hint));
            return this;
        }

        Sheet tick(double x, double y, String text, Anchor anchor) {
            marks.add(new Words(x, y, text, anchor, false));
            return this;
        }

        Sheet name(double x, double y, String text) {
            marks.add(new Words(x, y, text, Anchor.MIDDLE, true));
            return this;
        }

        Chart chart(String words, double width, double height) {
            return new Chart(words, width, height, marks);
        }
    }
}
