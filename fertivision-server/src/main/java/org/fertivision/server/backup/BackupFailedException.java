package org.fertivision.server.backup;

/** A backup cannot be made or restored; the message tells the operator why. */
public final class BackupFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackupFailedException(String message) {
        super(message);
    }
}
