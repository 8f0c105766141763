package org.fertivision.benchmarks;

import ij.process.ByteProcessor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Timing;
import org.fertivision.phantom.Films;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.sperm.motility.SpermMotilityAnalyzer;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
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

/**
 * A drawn film that is already decoded: finding, linking and measuring, beside ImageJ and two yardsticks over the same
 * frames; and the whole line from motion JPEG to the report.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FilmBenchmark {
    private static final int FRAMES = 50;
    private static final double UM_PER_PIXEL = 0.481;
    private static final int ALL_BITS = 0xFF;

    /** The name of a {@link FilmSize}. */
    @Param({"SMALL", "MEDIUM", "LARGE"})
    public String size = "";

    private final SpermMotilityAnalyzer analyzer = new SpermMotilityAnalyzer();
    private final Settings settings =
            Settings.defaults(analyzer.descriptor().parameters()).only(Parameter.Use.LOOK);
    private final List<Plane> planes = new ArrayList<>();
    private final List<byte[]> jpegs = new ArrayList<>();
    private final List<ByteProcessor> forImageJ = new ArrayList<>();
    private final FilmByImageJ imageJ = new FilmByImageJ(UM_PER_PIXEL);
    private final FertiVision engine =
            FertiVision.create(EngineConfig.builder().cacheBytes(0).build());
    private byte[] video = {};

    /** Nanoseconds spent by each over all frames, and how many those were. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Turns {
        /** Finding, linking and measuring. */
        public long look;
        /** Finding and linking by ImageJ. */
        public long imageJ;
        /** From a video of the same frames as gray JPEGs to canonical JSON. */
        public long whole;
        /** The JDK's decode of the same frames as gray JPEGs. */
        public long decode;
        /** Adding up every pixel. */
        public long sum;
        /** Frames. */
        public long frames;
    }

    /** Draws the film and encodes its frames. */
    @Setup(Level.Trial)
    public void draw() throws IOException {
        FilmSize film = FilmSize.valueOf(size);
        Frames frames = Films.of("sperm-motility")
                .seed(42)
                .with("width", film.width())
                .with("height", film.height())
                .with("cells", film.heads())
                .with("frames", FRAMES)
                .with("snr", 10)
                .draw()
                .frames();
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            Plane gray = frame.get().gray();
            planes.add(gray);
            jpegs.add(jpeg(gray));
            forImageJ.add(new ByteProcessor(gray.width(), gray.height(), bytes(gray)));
        }
        video = MotionJpeg.avi(film.width(), film.height(), FRAMES, jpegs);
    }

    private static byte[] jpeg(Plane plane) throws IOException {
        BufferedImage image = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, plane.width(), plane.height(), bytes(plane));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] bytes(Plane plane) {
        byte[] all = new byte[plane.width() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            plane.rowBytes(y, all, y * plane.width());
        }
        return all;
    }

    /** One round: each over all frames. */
    @Benchmark
    public void round(Turns turns, Blackhole taken) throws IOException {
        long start = System.nanoTime();
        taken.consume(analyzer.look(new InMemory(planes), settings, Work.unlimited()));
        long looked = System.nanoTime();
        for (byte[] jpeg : jpegs) {
            taken.consume(ImageIO.read(new ByteArrayInputStream(jpeg)));
        }
        long decoded = System.nanoTime();
        taken.consume(json());
        long answered = System.nanoTime();
        taken.consume(imageJ.tracks(forImageJ));
        long rivaled = System.nanoTime();
        taken.consume(sum());
        turns.sum += System.nanoTime() - rivaled;
        turns.imageJ += rivaled - answered;
        turns.whole += answered - decoded;
        turns.decode += decoded - looked;
        turns.look += looked - start;
        turns.frames += planes.size();
    }

    private byte[] json() {
        Request request = Request.of("sperm-motility")
                .field(video)
                .calibration(Calibration.umPerPixel(UM_PER_PIXEL))
                .build();
        return engine.analyze(request).fold(ReportJson::write, rejection -> {
            throw new IllegalStateException(rejection.detail());
        });
    }

    private long sum() {
        long sum = 0;
        byte[] row = new byte[planes.get(0).width()];
        for (Plane plane : planes) {
            for (int y = 0; y < plane.height(); y++) {
                plane.rowBytes(y, row, 0);
                for (byte level : row) {
                    sum += level & ALL_BITS;
                }
            }
        }
        return sum;
    }

    /** Frames that are all in memory, told once. */
    private static final class InMemory implements Frames {
        private final List<Plane> planes;
        private int next;

        InMemory(List<Plane> planes) {
            this.planes = planes;
        }

        @Override
        public int width() {
            return planes.get(0).width();
        }

        @Override
        public int height() {
            return planes.get(0).height();
        }

        @Override
        public int count() {
            return planes.size();
        }

        @Override
        public Optional<Frame> next() {
            if (next == planes.size()) {
                return Optional.empty();
            }
            Frame frame = new Frame(List.of(planes.get(next)), next, next / (double) FRAMES, 0);
            next++;
            return Optional.of(frame);
        }

        @Override
        public Optional<Calibration> calibration() {
            return Optional.of(Calibration.umPerPixel(UM_PER_PIXEL));
        }

        @Override
        public Optional<Timing> timing() {
            return Optional.of(Timing.framesPerSecond(FRAMES));
        }
    }
}
