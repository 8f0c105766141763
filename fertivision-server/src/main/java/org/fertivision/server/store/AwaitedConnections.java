package org.fertivision.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a pool gets its connections. Once the database has answered, whoever asks waits until it answers again: a pool that is
 * told of each failure pauses longer and longer, up to ten seconds after the database is back. Thread-safe once it is set up.
 */
final class AwaitedConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private static final long PAUSE_MILLIS = 200;
    private static final int LOGIN_SECONDS = 10;

    private volatile boolean answered;

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection connection = super.getConnection();
                answered = true;
                return connection;
            } catch (SQLException e) {
                if (!answered || !Database.isAway(e)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Sets how long a cold or busy machine may take, whatever a pool wants: it wants what a request waits. */
    @Override
    public void setLoginTimeout(int seconds) {
        super.setLoginTimeout(LOGIN_SECONDS);
    }

    private static void pause(SQLException trouble) throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble;
        }
    }
}
