package org.fertivision.spi;

import java.util.regex.Pattern;

/**
 * The name of a plug-in: {@code vendor.name}, lower case letters, digits and hyphens. The vendor {@code fertivision} is
 * reserved for what FertiVision itself brings.
 *
 * @param vendor who made it
 * @param name what it is
 */
public record Id(String vendor, String name) implements Comparable<Id> {
    /** The vendor name that strangers may not use. */
    public static final String RESERVED_VENDOR = "fertivision";

    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** Refuses parts that are not lower case words. */
    public Id {
        if (!PART.matcher(vendor).matches() || !PART.matcher(name).matches()) {
            throw new IllegalArgumentException("an id is vendor.name in lower case letters, digits and hyphens, not '"
                    + vendor + "." + name + "'");
        }
    }

    /**
     * Reads {@code vendor.name}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Id of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("an id is vendor.name, not '" + text + "'");
        }
        return new Id(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Whether FertiVision itself brings it, if the id tells the truth. */
    public boolean isReserved() {
        return vendor.equals(RESERVED_VENDOR);
    }

    @Override
    public int compareTo(Id other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return vendor + "." + name;
    }
}
