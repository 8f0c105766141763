import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.finding.FieldOfView;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Films;
import org.fertivision.report.Report;
import org.fertivision.report.ReportFolder;
import org.fertivision.request.Request;
import org.fertivision.request.Source;

/**
 * Measures a long film in little memory: an uncompressed AVI of drawn sperm that exists only as it is read. A stretch of
 * frames is drawn once into a file that is mapped, and played to and fro. Arguments: width, height, cells, frames of the
 * stretch, frames of the film, folder for the report.
 */
public final class LongFilm {
    private static final int FPS = 50;
    private static final int HEAD = 8;

    private final MappedByteBuffer stretch;
    private final byte[] headers;
    private final int frameBytes;
    private final int drawn;
    private final int frames;

    private LongFilm(MappedByteBuffer stretch, byte[] headers, int frameBytes, int drawn, int frames) {
        this.stretch = stretch;
        this.headers = headers;
        this.frameBytes = frameBytes;
        this.drawn = drawn;
        this.frames = frames;
    }

    public static void main(String[] arguments) throws IOException {
        int width = Integer.parseInt(arguments[0]);
        int height = Integer.parseInt(arguments[1]);
        int drawn = Integer.parseInt(arguments[3]);
        int frames = Integer.parseInt(arguments[4]);
        Path stretch = Files.createTempFile("long-film", ".raw");
        stretch.toFile().deleteOnExit();
        draw(width, height, arguments[2], drawn, stretch);
        try (FileChannel channel = FileChannel.open(stretch, StandardOpenOption.READ)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            LongFilm film = new LongFilm(mapped, headers(width, height, frames), width * height, drawn, frames);
            measure(film, Path.of(arguments[5]));
        }
    }

    private static void measure(LongFilm film, Path folder) {
        long began = System.nanoTime();
        AtomicLong heap = watchHeap();
        Request request = Request.of("sperm-motility")
                .field(Source.of(film::open))
                .calibration(Calibration.umPerPixel(0.481))
                .build();
        try (FertiVision fv = FertiVision.create(EngineConfig.builder().build())) {
            Report report = fv.analyze(request).orElseThrow();
            double analyzedS = (System.nanoTime() - began) / 1e9;
            ReportFolder.write(report, folder, ReportFolder.Existing.REPLACE, java.util.List.of());
            FieldOfView field = report.findings().fields().get(0);
            long places = field.items().stream()
                    .mapToLong(item -> item.course().map(org.fertivision.finding.Path::size).orElse(0))
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d frames, %d tracks, %d places: %.0f s, with the report %.0f s; %d MB in use after a collection, of %d%n",
                    film.frames,
                    field.items().size(),
                    places,
                    analyzedS,
                    (System.nanoTime() - began) / 1e9,
                    heap.get() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    /** The most that was in use after a collection: what the film needs at least. */
    private static AtomicLong watchHeap() {
        AtomicLong most = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((notification, nothing) -> {
                if (notification.getUserData() instanceof CompositeData data) {
                    GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(data);
                    long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                            .filter(pool -> pool.getKey().startsWith("G1"))
                            .mapToLong(pool -> pool.getValue().getUsed())
                            .sum();
                    most.accumulateAndGet(used, Math::max);
                }
            }, null, null);
        }
        return most;
    }

    private static void draw(int width, int height, String cells, int count, Path into) throws IOException {
        Frames film = Films.of("sperm-motility")
                .seed(95_000)
                .with("width", String.valueOf(width))
                .with("height", String.valueOf(height))
                .with("cells", cells)
                .with("fps", String.valueOf(FPS))
                .with("frames", String.valueOf(count))
                .draw()
                .frames();
        try (var out = Files.newOutputStream(into)) {
            byte[] row = new byte[width];
            for (int i = 0; i < count; i++) {
                Plane plane = film.next().orElseThrow().gray();
                for (int y = 0; y < height; y++) {
                    plane.rowBytes(y, row, 0);
                    out.write(row);
                }
            }
        }
    }

    private static byte[] headers(int width, int height, int count) {
        ByteBuffer all = ByteBuffer.allocate(12 + 12 + 64 + 12 + 64 + 48 + 12).order(ByteOrder.LITTLE_ENDIAN);
        all.put(latin("RIFF")).putInt(0).put(latin("AVI "));
        all.put(latin("LIST")).putInt(4 + 64 + 12 + 64 + 48).put(latin("hdrl"));
        int main = all.position();
        all.put(latin("avih")).putInt(56).putInt(1_000_000 / FPS).position(main + 64);
        all.put(latin("LIST")).putInt(4 + 64 + 48).put(latin("strl")).put(latin("strh")).putInt(56);
        int stream = all.position();
        all.put(latin("vidsY800")).putInt(stream + 20, 1).putInt(stream + 24, FPS).putInt(stream + 32, count);
        all.position(stream + 56);
        all.put(latin("strf")).putInt(40).putInt(40).putInt(width).putInt(height);
        all.putShort((short) 1).putShort((short) 8).put(latin("Y800")).position(stream + 56 + 48);
        all.put(latin("LIST")).putInt(0).put(latin("movi"));
        return all.array();
    }

    private static byte[] latin(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private InputStream open() {
        return new Played();
    }

    /** The bytes of the film, made as they are read. */
    private final class Played extends InputStream {
        private final byte[] head =
                ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN).put(latin("00dc")).putInt(frameBytes).array();
        private long at;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            long past = at - headers.length;
            int count;
            if (past < 0) {
                count = (int) Math.min(length, -past);
                System.arraycopy(headers, (int) at, into, offset, count);
            } else {
                long frame = past / (HEAD + frameBytes);
                int place = (int) (past % (HEAD + frameBytes));
                if (frame >= frames) {
                    return -1;
                }
                if (place < HEAD) {
                    count = Math.min(length, HEAD - place);
                    System.arraycopy(head, place, into, offset, count);
                } else {
                    int round = (int) (frame % (2 * drawn - 2));
                    int shown = round < drawn ? round : 2 * drawn - 2 - round;
                    count = Math.min(length, HEAD + frameBytes - place);
                    stretch.get(shown * frameBytes + place - HEAD, into, offset, count);
                }
            }
            at += count;
            return count;
        }

        @Override
        public long skip(long bytes) {
            at += Math.max(0, bytes);
            return Math.max(0, bytes);
        }
    }
}
