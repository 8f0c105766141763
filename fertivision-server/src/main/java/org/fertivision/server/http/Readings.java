package org.fertivision.server.http;

/** Hears of every answer that shows a known caller what is of a person. */
@FunctionalInterface
public interface Readings {
    /**
     * Somebody read something.
     *
     * @param who called
     * @param what the path of the route
     * @param of the public id of what was read, or method and path of a route that tells of many
     * @param requestId the id of the request
     * @throws RuntimeException if it cannot be noted, so that it must not be shown
     */
    void read(Principal who, String what, String of, String requestId);
}
