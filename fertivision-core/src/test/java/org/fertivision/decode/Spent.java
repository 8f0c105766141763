package org.fertivision.decode;

import java.lang.management.ManagementFactory;

/** What this thread took of the processor: unlike the clock on the wall the same on a busy machine. */
final class Spent {
    private Spent() {}

    static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
