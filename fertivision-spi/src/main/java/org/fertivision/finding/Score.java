package org.fertivision.finding;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a guideline says of the findings: a grade with its parts, or why there is none. */
public sealed interface Score {
    /** Answers by case. */
    <T> T fold(Function<? super Scored, ? extends T> scored, Function<? super NotScored, ? extends T> notScored);

    /** A grade without a figure or parts. */
    static Score scored(String system, String grade) {
        return new Scored(system, grade, null, List.of(), List.of());
    }

    /** No grade, and why. */
    static Score notScored(String reason) {
        return new NotScored(reason);
    }

    /**
     * One part of a score.
     *
     * @param code what it rests on: the measure, or the rule where a score sets one measure beside several
     * @param grade what the guideline says of it
     * @param detail the sentence for people, with figures and edition
     * @param value the figure it rests on, or null where there is none
     */
    record Component(
            String code,
            String grade,
            String detail,
            @Nullable Double value) {
        /** Keeps 9 significant digits; refuses empty words. */
        public Component {
            value = value == null ? null : Digits.significant(value);
            if (code.isBlank() || grade.isBlank()) {
                throw new IllegalArgumentException("a component has a code and a grade");
            }
        }
    }

    /**
     * The grade of one object.
     *
     * @param field the object's field, from 0
     * @param item the object's number
     * @param grade what the guideline says of it
     */
    record ItemGrade(int field, int item, String grade) {
        /** Refuses numbers below 0 and an empty grade. */
        public ItemGrade {
            if (field < 0 || item < 0 || grade.isBlank()) {
                throw new IllegalArgumentException("a grade is of field and item from 0, in words");
            }
        }
    }

    /**
     * A grade.
     *
     * @param system the guideline and edition
     * @param grade the grade in the guideline's words
     * @param value a figure that stands for the grade, or null where the guideline has none
     * @param components the parts, in the guideline's order
     * @param items grades of single objects, where the guideline has them
     */
    record Scored(
            String system, String grade, @Nullable Double value, List<Component> components, List<ItemGrade> items)
            implements Score {
        /** Copies lists, keeps 9 significant digits; refuses empty words. */
        public Scored {
            value = value == null ? null : Digits.significant(value);
            components = List.copyOf(components);
            items = List.copyOf(items);
            if (system.isBlank() || grade.isBlank()) {
                throw new IllegalArgumentException("a score has a system and a grade");
            }
        }

        @Override
        public <T> T fold(
                Function<? super Scored, ? extends T> scored, Function<? super NotScored, ? extends T> notScored) {
            return scored.apply(this);
        }
    }

    /**
     * No grade.
     *
     * @param reason why
     */
    record NotScored(String reason) implements Score {
        /** Refuses an empty reason. */
        public NotScored {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("say why there is no score");
            }
        }

        @Override
        public <T> T fold(
                Function<? super Scored, ? extends T> scored, Function<? super NotScored, ? extends T> notScored) {
            return notScored.apply(this);
        }
    }
}
