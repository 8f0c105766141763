package org.fertivision.phantom;

/** What a drawn thing is. */
public enum ObjectClass {
    /** A sperm, nothing said of its life. */
    SPERM("sperm", true),
    /** A sperm stained green only: its membrane is whole. */
    LIVE_SPERM("live", true),
    /** A sperm stained red only. */
    DEAD_SPERM("dead", true),
    /** A sperm stained green and red: one dying cell, counted as dead. */
    DOUBLE_SPERM("double", true),
    /** A sperm whose halo of loops of DNA is at least as wide as its core. */
    LARGE_HALO("large", true),
    /** A sperm whose halo is wider than a third of its core and narrower than it. */
    MEDIUM_HALO("medium", true),
    /** A sperm whose halo is at most a third as wide as its core. */
    SMALL_HALO("small", true),
    /** A sperm without a halo. */
    NO_HALO("none", true),
    /** A sperm without a halo whose core is weak and blotched. */
    DEGRADED("degraded", true),
    /** The halo around a core, out to its border. */
    HALO("halo", false),
    /** A round cell of 8 to 15 um, whatever it is. */
    ROUND_CELL("roundCell", false),
    /** A crumb of 0.5 to 2 um. */
    DEBRIS("debris", false),
    /** A follicle: an ellipse without echoes in an ovary. */
    FOLLICLE("follicle", false),
    /** A cyst full of weak echoes. */
    DEBRIS_CYST("debrisCyst", false),
    /** A vessel or tube: long and without echoes. */
    TUBE("tube", false),
    /** A full bladder. */
    BLADDER("bladder", false),
    /** What throws a shadow in ultrasound. */
    REFLECTOR("reflector", false),
    /** An ovary as a whole. */
    OVARY("ovary", false),
    /** The outer border of a zona pellucida. */
    ZONA_OUTER("zonaOuter", false),
    /** The inner border of a zona pellucida. */
    ZONA_INNER("zonaInner", false),
    /** An oocyte or zygote within its oolemma. */
    OOPLASM("ooplasm", false),
    /** A polar body. */
    POLAR_BODY("polarBody", false),
    /** The nucleus of an immature oocyte. */
    GERMINAL_VESICLE("germinalVesicle", false),
    /** A pronucleus of a zygote. */
    PRONUCLEUS("pronucleus", false),
    /** The nucleolus in a germinal vesicle, or a nucleolar precursor body in a pronucleus. */
    NUCLEOLUS("nucleolus", false),
    /** A hollow in the ooplasm. */
    VACUOLE("vacuole", false),
    /** A blastocyst within the outer border of its trophectoderm. */
    BLASTOCYST("blastocyst", false),
    /** The cavity of a blastocyst. */
    BLASTOCOEL("blastocoel", false),
    /** The inner cell mass of a blastocyst. */
    INNER_CELL_MASS("innerCellMass", false),
    /** A cell in the wall of a blastocyst. */
    TROPHECTODERM_CELL("trophectodermCell", false),
    /** A cell of a cleaving embryo. */
    BLASTOMERE("blastomere", false),
    /** A piece of a cell without a nucleus. */
    FRAGMENT("fragment", false);

    private final String term;
    private final boolean sperm;

    ObjectClass(String term, boolean sperm) {
        this.term = term;
        this.sperm = sperm;
    }

    /** The word for it in the truth file. */
    public String term() {
        return term;
    }

    /** Whether it is a sperm. */
    public boolean isSperm() {
        return sperm;
    }
}
