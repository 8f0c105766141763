package org.fertivision.follicle;

import java.util.List;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.FollicleMeasures;

/** Classes of the mean diameter, 2 mm wide from 10 mm on, as ovarian stimulation is followed. */
final class SizeClass {
    /** The naming system of the labels: {@code below 10}, {@code 10-11} ... {@code 20 up}, millimeters. */
    static final String LABELS = "sizeClass";

    private static final double FIRST_MM = 10;
    private static final double WIDTH_MM = 2;
    private static final List<String> TERMS = List.of("below 10", "10-11", "12-13", "14-15", "16-17", "18-19", "20 up");

    private SizeClass() {}

    /** The place of a mean diameter among the classes, from 0. */
    static int of(double meanMm) {
        return meanMm < FIRST_MM ? 0 : Math.min(TERMS.size() - 1, 1 + (int) Math.floor((meanMm - FIRST_MM) / WIDTH_MM));
    }

    static String term(double meanMm) {
        return TERMS.get(of(meanMm));
    }

    /** The measure that counts each class, from the smallest. */
    static List<Measure> measures() {
        return FollicleMeasures.bins();
    }
}
