package org.fertivision.server.http;

/** Knows who shows a token. */
@FunctionalInterface
public interface Authenticator {
    /**
     * Who shows it.
     *
     * @throws ProblemException if it is unknown, expired or of a suspended tenant
     */
    Principal who(String token);
}
