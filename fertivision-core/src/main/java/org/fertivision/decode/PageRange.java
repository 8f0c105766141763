package org.fertivision.decode;

import java.util.List;

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

    /** These of all pages. */
    <T> List<T> of(List<T> pages) {
        if (first < 0 || first >= pages.size()) {
            throw new IllegalArgumentException("page " + first + " of " + pages.size());
        }
        return pages.subList(first, (int) Math.min(pages.size(), (long) first + most));
    }
}
