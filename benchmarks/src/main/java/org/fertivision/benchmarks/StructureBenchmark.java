package org.fertivision.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One still of a structure by turns: decode alone, and our whole line. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StructureBenchmark {
    /** What it shows. */
    @Param({"OOCYTE"})
    public String structure = "";

    /** How large it is. */
    @Param({"0.16"})
    public double megapixels;

    private @Nullable StructureStill still;
    private boolean backwards;

    /** Nanoseconds spent by each in the rounds of one iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Turns {
        /** Decode of the channels wanted, with the hashes of file and pixels. */
        public long decode;
        /** Our whole line. */
        public long whole;
    }

    /** Draws the still. */
    @Setup
    public void draw() {
        still = StructureStill.of(Structure.valueOf(structure), megapixels);
    }

    /** One round: both once, in the other order each time. */
    @Benchmark
    public void round(Turns turns, Blackhole taken) {
        if (still == null) {
            throw new IllegalStateException("not drawn");
        }
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            if (backwards == (i == 0)) {
                taken.consume(still.json());
                turns.whole += System.nanoTime() - start;
            } else {
                taken.consume(still.decode());
                turns.decode += System.nanoTime() - start;
            }
        }
        backwards = !backwards;
    }
}
