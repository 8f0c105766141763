package org.fertivision.pixel;

/** Which pixels are neighbors; the background is always connected the other way, so that contours close. */
public enum Connectivity {
    /** Pixels that share an edge. */
    FOUR(0),
    /** Pixels that share an edge or a corner. */
    EIGHT(1);

    /** How far beyond its ends a run reaches its neighbors in the next row, pixels. */
    private final int reach;

    Connectivity(int reach) {
        this.reach = reach;
    }

    int reach() {
        return reach;
    }
}
