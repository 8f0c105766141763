package org.fertivision.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.fertivision.spi.Descriptor;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One still by everybody by turns: decode alone, our whole line, and the rivals, each from the same file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StillBenchmark {
    /** The kind of still. */
    @Param({"VITALITY", "MORPHOLOGY", "COUNT"})
    public String kind = "";

    /** Its file. */
    @Param({""})
    public String file = "";

    private boolean backwards;

    /** Nanoseconds spent by each in the rounds of one iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Turns {
        /** Decode by the JDK as it comes. */
        public long plainDecode;
        /** Decode of the channels wanted by our decoder, with the hashes of file and pixels. */
        public long ownDecode;
        /** Our whole line. */
        public long whole;
        /** ImageJ. */
        public long imageJ;
        /** BoofCV. */
        public long boofCv;
    }

    /** One round: everybody once, in the other order each time. */
    @Benchmark
    public void round(Turns turns, Blackhole taken) throws IOException {
        for (int i = 0; i < 5; i++) {
            turn(backwards ? 4 - i : i, turns, taken);
        }
        backwards = !backwards;
    }

    private void turn(int whose, Turns turns, Blackhole taken) throws IOException {
        Kind seen = Kind.valueOf(kind);
        Path path = Path.of(file);
        long start = System.nanoTime();
        switch (whose) {
            case 0 -> {
                taken.consume(Line.plainDecode(path));
                turns.plainDecode += System.nanoTime() - start;
            }
            case 1 -> {
                taken.consume(Line.ownDecode(
                        path, seen == Kind.COUNT ? Descriptor.Channels.GRAY : Descriptor.Channels.COLOR));
                turns.ownDecode += System.nanoTime() - start;
            }
            case 2 -> {
                taken.consume(Rival.FERTIVISION.measure(seen, path));
                turns.whole += System.nanoTime() - start;
            }
            case 3 -> {
                taken.consume(Rival.IMAGEJ.measure(seen, path));
                turns.imageJ += System.nanoTime() - start;
            }
            default -> {
                taken.consume(Rival.BOOFCV.measure(seen, path));
                turns.boofCv += System.nanoTime() - start;
            }
        }
    }
}
