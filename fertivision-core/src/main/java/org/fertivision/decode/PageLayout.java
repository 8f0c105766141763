package org.fertivision.decode;

import java.util.Optional;
import org.fertivision.request.PageMeaning;

/**
 * How many pages a file has, and what the file says they are.
 *
 * @param pages pages with a picture, 1 or more
 * @param meaning what one page after another means
 */
public record PageLayout(int pages, Meaning meaning) {
    /** What one page after another means by the file's own word. */
    public enum Meaning {
        /** Nobody said. */
        UNTOLD,
        /** The same place, later. */
        TIME,
        /** The same place at the same time, in another focal plane. */
        Z,
        /** Pictures for viewers to play, the first of which stands for all. */
        ANIMATION
    }

    /** Refuses a file without pages. */
    public PageLayout {
        if (pages < 1) {
            throw new IllegalArgumentException("a file has a page, not " + pages);
        }
    }

    /** What the pages are where the file says so, by tags that a microscope's program wrote. */
    public Optional<PageMeaning> told() {
        return switch (meaning) {
            case TIME -> Optional.of(PageMeaning.TIME);
            case Z -> Optional.of(PageMeaning.Z);
            case UNTOLD, ANIMATION -> Optional.empty();
        };
    }

    /** The layout of a file with a single picture. */
    static PageLayout single() {
        return new PageLayout(1, Meaning.UNTOLD);
    }
}
