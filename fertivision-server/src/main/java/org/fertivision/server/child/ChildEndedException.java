package org.fertivision.server.child;

/** A child did not answer. */
public final class ChildEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why it did not. */
    public enum Reason {
        /** The work failed; the child has told why in the log. */
        FAILED,
        /** It needed more memory than it may have. */
        OUT_OF_MEMORY,
        /** Nobody wanted its answer any more. */
        STOPPED,
        /** Its process ended by itself or by somebody else. */
        DIED
    }

    ChildEndedException(Reason reason) {
        super("the child did not answer: " + reason);
        this.reason = reason;
    }

    /** Why it did not. */
    public Reason reason() {
        return reason;
    }
}
