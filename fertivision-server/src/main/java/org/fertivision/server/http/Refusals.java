package org.fertivision.server.http;

/** Hears of every request that a known caller was refused. */
@FunctionalInterface
public interface Refusals {
    /**
     * Somebody was refused something.
     *
     * @param who called
     * @param what method and route
     * @param why the code of the problem
     * @param requestId the id of the request
     */
    void refused(Principal who, String what, ProblemCode why, String requestId);
}
