package org.fertivision.finding;

import java.util.List;
import org.fertivision.image.Point;
import org.jspecify.annotations.Nullable;

/** What a person says of a specimen or of one object. It stands beside what was measured, never in its place. */
public sealed interface Annotation {
    /** Who says so. */
    String by();

    /** What is said of one field. */
    sealed interface InField extends Annotation {
        /** The field, from 0. */
        int field();
    }

    /**
     * A value for the whole specimen, such as the volume of the ejaculate.
     *
     * @param by who says so
     * @param measure what is given
     * @param value the figure in the measure's unit
     */
    record Value(String by, Measure measure, double value) implements Annotation {
        /** Keeps 9 significant digits; refuses an unnamed giver. */
        public Value {
            Person.named(by);
            value = Digits.significant(value);
        }
    }

    /**
     * Another word for an object.
     *
     * @param by who says so
     * @param field the object's field, from 0
     * @param item the object's number
     * @param label what it is called instead
     */
    record Relabel(String by, int field, int item, Label label) implements InField {
        /** Refuses an unnamed person and numbers below 0. */
        public Relabel {
            Person.named(by);
            Person.means(field, item);
        }
    }

    /**
     * An object that should not count.
     *
     * @param by who says so
     * @param field the object's field, from 0
     * @param item the object's number
     * @param exclusion why
     */
    record Exclude(String by, int field, int item, Exclusion exclusion) implements InField {
        /** Refuses an unnamed person and numbers below 0. */
        public Exclude {
            Person.named(by);
            Person.means(field, item);
        }
    }

    /**
     * An excluded object that should count.
     *
     * @param by who says so
     * @param field the object's field, from 0
     * @param item the object's number
     */
    record Include(String by, int field, int item) implements InField {
        /** Refuses an unnamed person and numbers below 0. */
        public Include {
            Person.named(by);
            Person.means(field, item);
        }
    }

    /**
     * An outline drawn by hand.
     *
     * @param by who says so
     * @param field the field it lies in, from 0
     * @param item the object it corrects, or null for an object that was not seen
     * @param corners the polygon, pixels
     */
    record Draw(String by, int field, @Nullable Integer item, List<Point> corners) implements InField {
        /** Copies the corners; refuses fewer than 3, an unnamed person and numbers below 0. */
        public Draw {
            Person.named(by);
            Person.means(field, item == null ? 0 : item);
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("a drawn outline has 3 corners or more");
            }
        }
    }

    /**
     * Places that a person points at anew: those of a setting of one field, such as the ends of a caliper.
     *
     * @param by who says so
     * @param field the field they lie in, from 0
     * @param setting the parameter whose places they are
     * @param places the points, pixels
     */
    record Place(String by, int field, String setting, List<Point> places) implements InField {
        private static final int LONGEST_NAME = 64;

        /** Copies the places; refuses an unnamed person, a field below 0 and more than 64 characters of a setting. */
        public Place {
            Person.named(by);
            Person.means(field, 0);
            if (setting.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "a setting has a name of at most 64 characters, not " + setting.length());
            }
            places = List.copyOf(places);
        }
    }

    /**
     * A remark on the specimen.
     *
     * @param by who says so
     * @param text what is said
     */
    record Remark(String by, String text) implements Annotation {
        /** Refuses an unnamed person and an empty remark. */
        public Remark {
            Person.named(by);
            if (text.isBlank()) {
                throw new IllegalArgumentException("a remark says something");
            }
        }
    }
}
