package org.fertivision.server.seal;

import org.jspecify.annotations.Nullable;

/** What is kept is not as it was sealed, or not where it was. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenSealException(@Nullable Throwable cause) {
        super("something kept is not as it was sealed", cause);
    }
}
