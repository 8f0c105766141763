package org.fertivision.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the pages of one file are to each other. */
public enum PageMeaning {
    /** Other places of the specimen: each page is a field of its own. */
    FIELDS,
    /** Other places, of which the caller chose some: each of these pages is a field of its own, the others are none. */
    CHOSEN,
    /** The same place, later: all pages are one field. */
    TIME,
    /** The same place at the same time in other focal planes: all pages are one field. */
    Z;

    /**
     * What can be said of all pages: all but {@link #CHOSEN}, which a caller says by the numbers of the pages and never by
     * its word.
     */
    public static List<PageMeaning> ofAllPages() {
        return Arrays.stream(values()).filter(meaning -> meaning != CHOSEN).toList();
    }

    /**
     * The word for it: {@code fields}, {@code time} and {@code z} are typed and sent, {@code chosen} stands in documents
     * alone.
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
