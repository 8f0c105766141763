package org.fertivision.sperm.score;

import org.fertivision.finding.Interval;
import org.fertivision.finding.Reading;

/** Where a reading stands to a centile, judged by the reading's own 95 % interval. */
enum Standing {
    BELOW("below", "below"),
    ABOVE("above", "above"),
    NOT_DISTINGUISHABLE("not-distinguishable", "not distinguishable from");

    private final String grade;
    private final String words;

    Standing(String grade, String words) {
        this.grade = grade;
        this.words = words;
    }

    /** A measured value without an interval could lie anywhere, so it is not told apart from the centile. */
    static Standing of(Reading.Measured measured, double centile) {
        Interval ci95 = measured.ci95();
        if (ci95 == null || ci95.contains(centile)) {
            return NOT_DISTINGUISHABLE;
        }
        return ci95.hi() < centile ? BELOW : ABOVE;
    }

    /** A given value has no interval; it is compared as it is. */
    static Standing of(Reading.Given given, double centile) {
        if (given.value() == centile) {
            return NOT_DISTINGUISHABLE;
        }
        return given.value() < centile ? BELOW : ABOVE;
    }

    String grade() {
        return grade;
    }

    String words() {
        return words;
    }
}
