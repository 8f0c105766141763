package org.fertivision.decode;

/**
 * How many pages a file has, and what the file says they are.
 *
 * @param pages pages with a picture, 1 or more
 * @param meaning what one page after another means
 */
record PageLayout(int pages, Meaning meaning) {
    /** What one page after another means. */
    enum Meaning {
        /** Nobody said. */
        UNTOLD,
        /** The same place, later. */
        TIME,
        /** The same place at the same time, in another focal plane. */
        Z
    }

    /** Refuses a file without pages. */
    public PageLayout {
        if (pages < 1) {
            throw new IllegalArgumentException("a file has a page, not " + pages);
        }
    }

    /** The layout of a file with a single picture. */
    static PageLayout single() {
        return new PageLayout(1, Meaning.UNTOLD);
    }
}
