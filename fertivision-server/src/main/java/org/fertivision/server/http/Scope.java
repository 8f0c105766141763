package org.fertivision.server.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for. */
public enum Scope {
    /** To read analyses, their jobs and batches. */
    ANALYSES_READ,
    /** To have images measured. */
    ANALYSES_WRITE,
    /** To delete analyses. */
    ANALYSES_DELETE,
    /** To see pictures. */
    IMAGES_READ,
    /** To read reports. */
    REPORTS_READ,
    /** To read what persons said of analyses. */
    REVIEWS_READ,
    /** To correct analyses and to accept, reject and sign them. */
    REVIEWS_WRITE,
    /** To read who subjects are. */
    SUBJECTS_READ,
    /** To make subjects. */
    SUBJECTS_WRITE,
    /** To delete subjects with all of theirs. */
    SUBJECTS_DELETE,
    /** To read the audit trail. */
    AUDIT_READ,
    /** To read the server's metrics, which are of all tenants together. */
    METRICS_READ,
    /** To see how much is kept and for how long, and to purge what is due. */
    RETENTION_ADMIN,
    /** To make and revoke tokens of the own tenant. */
    TOKENS_ADMIN,
    /** To let persons of the own tenant in, to close their accounts, and to set its letterhead. */
    ACCOUNTS_ADMIN,
    /** To make tenants. */
    TENANTS_ADMIN;

    /** As documents and tokens spell it: {@code analyses:read}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope of that spelling. */
    public static Optional<Scope> of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst();
    }
}
