package org.fertivision.finding;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of one measure: measured from pixels, given by a person, or not measured and why. */
public sealed interface Reading {
    /** What was to be read. */
    Measure measure();

    /** The code of what was to be read. */
    default String code() {
        return measure().code();
    }

    /** The figure, whether measured or given; nothing where there is none. */
    default Optional<Double> figure() {
        return fold(m -> Optional.of(m.value()), g -> Optional.of(g.value()), n -> Optional.empty());
    }

    /** Answers by case. */
    <T> T fold(
            Function<? super Measured, ? extends T> measured,
            Function<? super Given, ? extends T> given,
            Function<? super NotMeasured, ? extends T> notMeasured);

    /** A value measured from pixels, by a named method. */
    static Reading measured(Measure measure, double value, String method) {
        return new Measured(measure, value, null, 0, method);
    }

    /** A value over {@code n} objects or draws, with no interval known. */
    static Reading measured(Measure measure, double value, int n, String method) {
        return new Measured(measure, value, null, n, method);
    }

    /** A value over {@code n} objects or draws with its 95 % confidence interval. */
    static Reading measured(Measure measure, double value, Interval ci95, int n, String method) {
        return new Measured(measure, value, ci95, n, method);
    }

    /** A value that a person or another system gave. */
    static Reading given(Measure measure, double value, String by) {
        return new Given(measure, value, by);
    }

    /** A value that was not measured, and why. */
    static Reading notMeasured(Measure measure, String reason) {
        return new NotMeasured(measure, reason);
    }

    /**
     * Measured from pixels.
     *
     * @param measure what was read
     * @param value the figure in the measure's unit, finite, kept to 9 significant digits
     * @param ci95 95 % confidence interval, or null where none applies
     * @param n objects or draws behind the figure; 0 for a reading of one object
     * @param method how it was obtained, lower case words joined by hyphens
     */
    record Measured(Measure measure, double value, @Nullable Interval ci95, int n, String method) implements Reading {
        /** Keeps 9 significant digits; refuses what is not finite. */
        public Measured {
            value = Digits.significant(value);
            if (n < 0 || method.isBlank()) {
                throw new IllegalArgumentException(measure.code() + ": n from 0 and a named method");
            }
        }

        /** The 95 % confidence interval, where one applies. */
        public Optional<Interval> interval() {
            return Optional.ofNullable(ci95);
        }

        @Override
        public <T> T fold(
                Function<? super Measured, ? extends T> measured,
                Function<? super Given, ? extends T> given,
                Function<? super NotMeasured, ? extends T> notMeasured) {
            return measured.apply(this);
        }
    }

    /**
     * Given by a person or another system.
     *
     * @param measure what was given
     * @param value the figure in the measure's unit, finite, kept to 9 significant digits
     * @param by who gave it
     */
    record Given(Measure measure, double value, String by) implements Reading {
        /** Keeps 9 significant digits; refuses what is not finite, and an unnamed giver. */
        public Given {
            value = Digits.significant(value);
            if (by.isBlank()) {
                throw new IllegalArgumentException(measure.code() + ": a given value says by whom");
            }
        }

        @Override
        public <T> T fold(
                Function<? super Measured, ? extends T> measured,
                Function<? super Given, ? extends T> given,
                Function<? super NotMeasured, ? extends T> notMeasured) {
            return given.apply(this);
        }
    }

    /**
     * Not measured.
     *
     * @param measure what was not measured
     * @param reason why, lower case words joined by hyphens or a short sentence
     */
    record NotMeasured(Measure measure, String reason) implements Reading {
        /** The scale of the image is unknown. */
        public static final String UNCALIBRATED = "uncalibrated";

        /** The object was drawn or edited by a person: only its geometry is known. */
        public static final String DRAWN = "drawn";

        /** The analysis has no such measure. */
        public static final String NOT_PART = "not part of this analysis";

        /** No object was there to be measured. */
        public static final String NO_OBJECTS = "no objects";

        /** Refuses an empty reason. */
        public NotMeasured {
            if (reason.isBlank()) {
                throw new IllegalArgumentException(measure.code() + ": say why it was not measured");
            }
        }

        @Override
        public <T> T fold(
                Function<? super Measured, ? extends T> measured,
                Function<? super Given, ? extends T> given,
                Function<? super NotMeasured, ? extends T> notMeasured) {
            return notMeasured.apply(this);
        }
    }
}
