package org.fertivision.server.limit;

/**
 * One of something for whom it is counted.
 *
 * @param key whose bucket
 * @param quota what is allowed
 */
record Demand(String key, Quota quota) {}
