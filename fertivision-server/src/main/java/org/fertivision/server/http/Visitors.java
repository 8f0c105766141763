package org.fertivision.server.http;

/** Knows who visits with a browser. */
@FunctionalInterface
public interface Visitors {
    /**
     * Who visits.
     *
     * @param changes whether the request changes anything, so that it must come from our own page
     * @throws ProblemException if the session is over or the request comes from elsewhere
     */
    Principal who(Visit visit, boolean changes);
}
