package org.fertivision.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of a file are decoded.
 *
 * @param first the first of them, from 0
 * @param most how many at most
 */
record PageRange(int first, int most) {
    /** Every page. */
    static final PageRange ALL = new PageRange(0, Integer.MAX_VALUE);

    /** One page. */
    static PageRange only(int page) {
        return new PageRange(page, 1);
    }

    /** All pages from the first of the file to the last of these. */
    <T> List<T> upToLastOf(List<T> pages) {
        return pages.subList(0, (int) Math.min(pages.size(), (long) first + most));
    }

    /** The one page that this is, or null where it is all of them. */
    @Nullable
    Integer onlyPage() {
        return most == 1 ? first : null;
    }

    /** These of all pages. */
    <T> List<T> of(List<T> pages) {
        if (first < 0 || first >= pages.size()) {
            throw new IllegalArgumentException("page " + first + " of " + pages.size());
        }
        return pages.subList(first, (int) Math.min(pages.size(), (long) first + most));
    }
}
