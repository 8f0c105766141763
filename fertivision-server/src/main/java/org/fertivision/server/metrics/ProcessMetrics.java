package org.fertivision.server.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;

/** What the Java process tells of itself; its beans are loaded when they are asked first. */
public final class ProcessMetrics {
    private static final double MILLIS = 1_000;

    private ProcessMetrics() {}

    /** Adds memory, threads and collections. */
    public static void addTo(Metrics metrics) {
        metrics.gauges(
                "jvm_memory_used_bytes",
                "Memory in use.",
                "area",
                () -> Map.of(
                        "heap", heap().getUsed(), "nonheap", outsideOfHeap().getUsed()));
        metrics.gauges(
                "jvm_memory_committed_bytes",
                "Memory taken from the machine.",
                "area",
                () -> Map.of(
                        "heap",
                        heap().getCommitted(),
                        "nonheap",
                        outsideOfHeap().getCommitted()));
        metrics.gauge("jvm_memory_max_bytes", "The most that the heap may take.", () -> heap().getMax());
        metrics.gauge(
                "jvm_threads",
                "Platform threads.",
                () -> ManagementFactory.getThreadMXBean().getThreadCount());
        metrics.gauge(
                "jvm_gc_seconds",
                "Time spent on collecting garbage since the start.",
                () -> ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum()
                        / MILLIS);
        metrics.gauge(
                "process_uptime_seconds",
                "Time since the start.",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    private static MemoryUsage heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }

    private static MemoryUsage outsideOfHeap() {
        return ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
    }
}
