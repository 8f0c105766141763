package org.fertivision.decode;

import org.fertivision.finding.Notice;

/** What is said of pictures that are transparent in places. */
final class Transparency {
    static final Notice IGNORED = new Notice(
            "alpha-ignored",
            "The picture is transparent in places; its stored colors were looked at as if it were not.");

    private Transparency() {}
}
