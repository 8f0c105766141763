package org.fertivision.request;

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

    /** The word that is typed and sent: {@code fields}, {@code chosen}, {@code time} or {@code z}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
