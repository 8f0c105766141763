package org.fertivision.server.limit;

import java.util.List;

/** Counts what is taken. */
interface Buckets {
    /** Takes one of each demand, or of none where one of them has none left; an answer for each demand. */
    List<Taken> take(List<Demand> demands);
}
