package org.fertivision.server.http;

import java.util.Map;

/** Decides how often a caller may call. Thread-safe. */
public interface Gate {
    /**
     * Somebody shows a token that was not looked at yet.
     *
     * @param address where he calls from
     * @throws ProblemException if too many tokens from there were refused
     */
    void knock(String address);

    /** The token of somebody at that address was refused. */
    void refused(String address);

    /**
     * A known caller comes in.
     *
     * @return headers that tell him what is left
     * @throws ProblemException if he or his tenant has come too often
     */
    Map<String, String> enter(Principal who, Route.Method method);
}
