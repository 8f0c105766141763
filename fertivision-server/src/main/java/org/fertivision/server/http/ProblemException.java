package org.fertivision.server.http;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** Ends a request with the given problem. */
    public ProblemException(Problem problem) {
        super(problem.code().slug());
        this.problem = problem;
    }

    /** Ends a request with a code and a sentence. */
    public ProblemException(ProblemCode code, String detail) {
        this(Problem.of(code, detail));
    }

    /** Ends a request that would overwrite what somebody else put there since it was seen. */
    public static ProblemException outrun() {
        return new ProblemException(ProblemCode.PRECONDITION_FAILED, "Somebody else was faster; look again.");
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
