package org.fertivision.benchmarks;

import boofcv.struct.image.GrayU8;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.Threshold;
import org.fertivision.spi.Descriptor;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Otsu's threshold, and area and center of every object above it, in one channel of 8 bits that is already decoded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class KernelBenchmark {
    /** A still of cells that glow green. */
    @Param({""})
    public String file = "";

    private Plane plane = Plane.takeBytes(1, 1, new byte[1]);
    private ByteProcessor forImageJ = new ByteProcessor(1, 1);
    private GrayU8 forBoofCv = new GrayU8(1, 1);

    /** Nanoseconds spent by each, and millions of pixels seen by each. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Turns {
        /** Ours. */
        public long ours;
        /** ImageJ's. */
        public long imageJ;
        /** BoofCV's. */
        public long boofCv;
        /** Megapixels. */
        public double megapixels;
    }

    /** Decodes the channel and gives each its own copy. */
    @Setup(Level.Trial)
    public void decode() {
        plane = Line.ownDecode(Path.of(file), Descriptor.Channels.COLOR).green();
        byte[] samples = new byte[plane.width() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            plane.rowBytes(y, samples, y * plane.width());
        }
        forImageJ = new ByteProcessor(plane.width(), plane.height(), samples.clone());
        forBoofCv = new GrayU8(plane.width(), plane.height());
        forBoofCv.setData(samples);
    }

    /** One round: each once. */
    @Benchmark
    public void round(Turns turns, Blackhole taken) {
        long start = System.nanoTime();
        taken.consume(ours());
        long afterOurs = System.nanoTime();
        taken.consume(ByImageJ.objects(forImageJ));
        long afterImageJ = System.nanoTime();
        taken.consume(ByBoofCv.objects(forBoofCv));
        turns.ours += afterOurs - start;
        turns.imageJ += afterImageJ - afterOurs;
        turns.boofCv += System.nanoTime() - afterImageJ;
        turns.megapixels += plane.width() * (double) plane.height() / 1e6;
    }

    private List<Point> ours() {
        int threshold = Otsu.threshold(Histogram.of(plane));
        List<Point> centers = new ArrayList<>();
        Components.of(plane, Threshold.brighterThan(threshold)).forEach(blob -> centers.add(blob.centroid()));
        return centers;
    }
}
