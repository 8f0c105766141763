package org.fertivision.embryo.score;

import org.fertivision.spi.Descriptor;

/** What all scorers of embryos say of themselves. */
final class Descriptions {
    private static final String USE = "Says what a published rule says of values measured or given by a person, for"
            + " documentation by qualified staff. Does not select, rank or discard embryos; predicts neither"
            + " implantation, ploidy nor live birth; not a diagnosis.";
    private static final String UNVERIFIED = " Rule not verified against the original.";

    private Descriptions() {}

    /** A scorer whose rule was written down from a second hand. */
    static Descriptor.Builder unverified(String id, String title) {
        return Descriptor.scorer(id, "0.1.0").title(title).intendedUse(USE + UNVERIFIED);
    }
}
