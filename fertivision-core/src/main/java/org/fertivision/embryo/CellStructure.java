package org.fertivision.embryo;

import org.fertivision.finding.Item;

/** A border that is an item of its own. */
enum CellStructure {
    /** The outer border of the zona pellucida. */
    ZONA_OUTER("zonaOuter"),
    /** The inner border of the zona pellucida. */
    ZONA_INNER("zonaInner"),
    /** The border of the ooplasm. */
    OOLEMMA("oolemma"),
    /** A polar body in the perivitelline space. */
    POLAR_BODY("polarBody"),
    /** The border of a pronucleus. */
    PRONUCLEUS("pronucleus"),
    /** The outer border of the trophectoderm. */
    TROPHECTODERM("trophectoderm"),
    /** The outline of the cells of an embryo of any stage. */
    EMBRYO("embryo"),
    /** The outline of a cell of a cleaving embryo. */
    BLASTOMERE("blastomere");

    /** The naming system of these words. */
    static final String LABELS = "structure";

    private final String term;

    CellStructure(String term) {
        this.term = term;
    }

    /** The word for it. */
    String term() {
        return term;
    }

    /** Whether an item is one. */
    boolean is(Item item) {
        return item.term(LABELS).filter(term::equals).isPresent();
    }
}
