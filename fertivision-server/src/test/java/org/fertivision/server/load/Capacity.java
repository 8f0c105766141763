package org.fertivision.server.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.request.Request;

/**
 * Measures how many seconds of a processor an analysis costs, by kind and size of the image, with everything that the process
 * does for it. Each image is drawn anew, so that nothing is remembered.
 */
final class Capacity {
    private static final int WARM = 3;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Capacity() {}

    /** FILE COUNT KIND[:WIDTHxHEIGHT]...: writes how long COUNT analyses of each took. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        List<String> rows = new ArrayList<>();
        try (FertiVision engine = FertiVision.create()) {
            for (String what : List.of(args).subList(2, args.length)) {
                String row = row(engine, what, count);
                System.out.println(row.strip());
                rows.add(row);
            }
        }
        Files.writeString(
                Path.of(args[0]),
                "{\n  \"measured\": \"" + LocalDate.now() + "\",\n  \"java\": \"" + Runtime.version()
                        + "\",\n  \"processors\": " + PROCESS.getAvailableProcessors() + ",\n  \"load\": "
                        + String.format(Locale.ROOT, "%.1f", PROCESS.getSystemLoadAverage())
                        + ",\n  \"images\": \"drawn, with known truth\",\n  \"analyses\": [\n"
                        + String.join(",\n", rows) + "\n  ]\n}\n");
    }

    private static String row(FertiVision engine, String what, int count) throws Exception {
        String kind = what.split(":")[0];
        Map<String, String> set = new HashMap<>();
        if (what.contains(":")) {
            set.put("width", what.split("[:x]")[1]);
            set.put("height", what.split("[:x]")[2]);
        }
        List<Double> seconds = new ArrayList<>();
        int measured = 0;
        Drawn drawn = Phantoms.draw(kind, 1, set);
        for (int i = -WARM; i < count; i++) {
            drawn = Phantoms.draw(kind, 1_000 + i, set);
            byte[] png = png(drawn);
            long before = PROCESS.getProcessCpuTime();
            Outcome outcome = engine.analyze(
                    Request.of(kind).field(png).calibration(drawn.calibration()).build());
            if (i >= 0) {
                seconds.add((PROCESS.getProcessCpuTime() - before) / 1e9);
                measured += outcome instanceof Outcome.Completed ? 1 : 0;
            }
        }
        double[] sorted = Stream.of(seconds.toArray(Double[]::new))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "    {\"kind\": \"%s\", \"megapixels\": %.2f, \"n\": %d, \"measured\": %d, \"cpuSeconds\": %.3f,"
                        + " \"least\": %.3f, \"most\": %.3f}",
                kind,
                drawn.frame().width() * drawn.frame().height() / 1e6,
                count,
                measured,
                sorted[count / 2],
                sorted[0],
                sorted[count - 1]);
    }

    private static byte[] png(Drawn drawn) throws Exception {
        Path file = Files.createTempFile("drawn", ".png");
        drawn.writePng(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }
}
