package org.fertivision.sperm.motility;

/**
 * The four grades of the WHO laboratory manual, 6th edition (2021), section 2.4.6.1: rapid and slow progress, motion
 * without progress, none. Judged by the progress of the average path; VCL plays no part.
 */
enum MotilityGrade {
    /** 25 um/s or more. */
    RAPID("rapidProgressive"),
    /** 5 um/s or more. */
    SLOW("slowProgressive"),
    /** Less, but it beats or roams. */
    NON_PROGRESSIVE("nonProgressive"),
    /** No motion of its own. */
    IMMOTILE("immotile");

    /** The naming system of the labels. */
    static final String SYSTEM = "who6";

    private static final double RAPID_UM_PER_S = 25;
    private static final double SLOW_UM_PER_S = 5;

    private final String term;

    MotilityGrade(String term) {
        this.term = term;
    }

    /** The word of the label. */
    String term() {
        return term;
    }

    /** The grade of kinematics in micrometers. */
    static MotilityGrade of(Kinematics kinematics) {
        double speed = kinematics.progress().speed();
        if (speed >= RAPID_UM_PER_S) {
            return RAPID;
        }
        if (speed >= SLOW_UM_PER_S) {
            return SLOW;
        }
        return kinematics.moves() ? NON_PROGRESSIVE : IMMOTILE;
    }
}
