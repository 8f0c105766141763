package org.fertivision.server.upload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;

/**
 * Which bytes of a file a piece holds: the header {@code Content-Range: bytes FIRST-LAST/SIZE}.
 *
 * @param first the place of its first byte, from 0
 * @param length how many bytes
 */
record ContentRange(long first, long length) {
    private static final Pattern FORM = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

    /**
     * Reads the header.
     *
     * @param size of the whole file
     * @throws ProblemException if it is no range of a file of that size
     */
    static ContentRange of(String header, long size) {
        Matcher range = FORM.matcher(header);
        if (!range.matches()) {
            throw wrong("Content-Range is bytes FIRST-LAST/SIZE.");
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        if (Long.parseLong(range.group(3)) != size || last < first || last >= size) {
            throw wrong("Content-Range is no range of the " + size + " bytes that were announced.");
        }
        return new ContentRange(first, last - first + 1);
    }

    /** Whether it holds the last byte of the file. */
    boolean endsAt(long size) {
        return first + length == size;
    }

    private static ProblemException wrong(String detail) {
        return new ProblemException(ProblemCode.INVALID_HEADER, detail);
    }
}
