package org.fertivision.phantom;

/** How a drawn sperm moves. */
public enum Swim {
    /** Straight ahead without a beat. */
    STRAIGHT("straight", true),
    /** A planar sine about a straight line. */
    SINE("sine", true),
    /** A circle, the beat across it. */
    CIRCLE("circle", true),
    /** A helix seen from the side: a sine whose brightness flashes twice a turn. */
    HELIX("helix", true),
    /** Hyperactivated star-spin: a hypotrochoid that comes back to where it began. */
    STAR_SPIN("star-spin", true),
    /** A sine whose frequency wanders. */
    JITTER("jitter", true),
    /** Dead: moved by the heat of the fluid alone. */
    IMMOTILE("immotile", false),
    /** Beats on the spot. */
    TWITCHING("twitching", true);

    private final String term;
    private final boolean motile;

    Swim(String term, boolean motile) {
        this.term = term;
        this.motile = motile;
    }

    /** The word in truths and settings. */
    public String term() {
        return term;
    }

    /** Whether it moves by itself. */
    public boolean isMotile() {
        return motile;
    }
}
