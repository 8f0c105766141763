package org.fertivision.server.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The database does not answer now, or has no room; the same request may succeed later. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String DISK_FULL = "53100";

    StoreUnavailableException(SQLException cause) {
        super(cause);
    }

    /** Whether it is certain that nothing was changed: there was no connection, or the database itself refused. */
    public boolean isUndone() {
        return getCause() instanceof SQLTransientConnectionException
                || (getCause() instanceof SQLException cause
                        && String.valueOf(cause.getSQLState()).startsWith("53"));
    }

    /** Whether it answers, but its disk takes no more. */
    public boolean isFull() {
        return getCause() instanceof SQLException cause && DISK_FULL.equals(cause.getSQLState());
    }
}
