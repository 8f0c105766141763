package org.fertivision.cli;

/** How it ended with one specimen of a batch: it has a report, or there is a reason why not. */
public sealed interface SpecimenEnd permits BatchProblem, SpecimenEnd.Measured {
    /** Which specimen, by the name that no other of the batch has. */
    String specimen();

    /**
     * A specimen that has a report.
     *
     * @param specimen its name
     * @param before whether the report was there before and still holds
     */
    record Measured(String specimen, boolean before) implements SpecimenEnd {}
}
