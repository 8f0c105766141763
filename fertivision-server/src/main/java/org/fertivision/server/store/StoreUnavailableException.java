package org.fertivision.server.store;

/** The database does not answer, or has no connection free. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreUnavailableException(Throwable cause) {
        super("the database does not answer", cause);
    }
}
