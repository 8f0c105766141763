package org.fertivision.server.guard;

import java.time.Duration;

/**
 * How patient the server is with a connection.
 *
 * @param head time until the head of a request is there
 * @param body time over which a body must bring 1 KiB a second, and within which an answer must be taken on
 * @param idle time between two requests
 * @param headBytes most bytes of a request's head
 * @param perAddress most connections of one other machine, 0 for any number
 */
public record GuardLimits(Duration head, Duration body, Duration idle, int headBytes, int perAddress) {}
