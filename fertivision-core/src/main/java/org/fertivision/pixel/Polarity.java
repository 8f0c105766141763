package org.fertivision.pixel;

/** Whether objects are brighter or darker than what lies around them. */
public enum Polarity {
    /** Objects are brighter than the background. */
    BRIGHT,
    /** Objects are darker than the background. */
    DARK;

    /** +1 for bright objects, -1 for dark ones. */
    double sign() {
        return this == BRIGHT ? 1.0 : -1.0;
    }
}
