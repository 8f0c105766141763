package org.fertivision.spi;

import org.fertivision.finding.Rejection;

/** The one way to say, from anywhere inside, that an image or a request cannot be honored. */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** Rejects for the given reason. */
    public RejectedException(Rejection rejection) {
        super(rejection.code().slug() + ": " + rejection.detail());
        this.rejection = rejection;
    }

    /** Rejects for the given reason, which came of another failure. */
    public RejectedException(Rejection rejection, Throwable cause) {
        super(rejection.code().slug() + ": " + rejection.detail(), cause);
        this.rejection = rejection;
    }

    /** Why. */
    public Rejection rejection() {
        return rejection;
    }
}
