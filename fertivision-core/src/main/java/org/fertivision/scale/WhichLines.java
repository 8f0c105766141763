package org.fertivision.scale;

/** Which lines a known distance belongs to, where a picture shows lines of several distances. */
public enum WhichLines {
    /**
     * The closest lines, if none farther apart stand where there are no closer ones; in a Neubauer chamber 250 um is the
     * distance of the far lines and 50 um that of the close ones.
     */
    UNTOLD,
    /** The closest. */
    FINE,
    /** Those farther apart that stand where there are no closer ones. */
    COARSE,
    /** The depth ticks that an ultrasound scanner draws beside its image, the short ones. */
    DEPTH_TICKS
}
