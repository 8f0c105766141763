package org.fertivision.server.seal;

/** The data key was destroyed, and what was sealed under it is lost for good. */
public final class DestroyedKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DestroyedKeyException() {
        super("the data key was destroyed");
    }
}
