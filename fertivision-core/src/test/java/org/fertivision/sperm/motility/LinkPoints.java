package org.fertivision.sperm.motility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fertivision.tracking.TrackTable;
import org.fertivision.tracking.TrackingScore;

/**
 * Links the places of a table without their track numbers by the linker of {@code sperm-motility}, and says how well its
 * tracks keep to those of the table, beside another linker's: {@code benchmarks/link}. Tables are CSV files with a head line: {@code frame}, {@code x}, {@code y} (pixels) and {@code track} or
 * {@code sperm}. Of places that a track has twice in a frame the first one counts.
 */
final class LinkPoints {
    private static final String USAGE =
            "benchmarks/link TRUTH.csv --fps F --px-per-um S [--reach-px R] [--beside OTHER.csv]";

    /** One line of a table. */
    record Place(String track, int frame, double x, double y) {}

    private LinkPoints() {}

    /** See {@code benchmarks/link}. */
    public static void main(String[] args) {
        try {
            compare(args);
        } catch (IOException | RuntimeException e) {
            System.err.println(
                    "benchmarks/link: " + (e instanceof NoSuchFileException ? "no file " : "") + e.getMessage());
            System.exit(2);
        }
    }

    private static void compare(String... args) throws IOException {
        Map<String, String> options = new TreeMap<>();
        if (args.length < 5 || args.length % 2 == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int i = 1; i < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        double pxPerUm = Double.parseDouble(required(options, "--px-per-um"));
        double reach = Double.parseDouble(options.getOrDefault("--reach-px", "5"));
        List<Place> places = read(Path.of(args[0]));
        TrackTable truth = table(places);
        System.out.printf(
                Locale.ROOT,
                "%-24s %6s %6s %6s %18s %6s %6s %8s %9s%n",
                "within " + reach + " px",
                "tracks",
                "places",
                "IDF1",
                "95 %",
                "HOTA",
                "MOTA",
                "switches",
                "wrong ends");
        print("truth", TrackingScore.of(truth, truth, reach));
        print(
                "ours",
                TrackingScore.of(
                        truth, linked(places, Double.parseDouble(required(options, "--fps")), pxPerUm), reach));
        String other = options.get("--beside");
        if (other != null) {
            print(Path.of(other).getFileName().toString(), TrackingScore.of(truth, table(read(Path.of(other))), reach));
        }
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return value;
    }

    private static void print(String who, TrackingScore score) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %6d %6d %6.1f %8.1f to %6.1f %6.1f %6.1f %8d %4d of %d%n",
                who,
                score.toldTracks(),
                score.toldPlaces(),
                score.idf1(),
                score.idf1Ci95().lo(),
                score.idf1Ci95().hi(),
                score.hota(),
                score.mota(),
                score.switches(),
                score.wrongEnds(),
                score.judgedEnds());
    }

    static TrackTable linked(List<Place> places, double fps, double pxPerUm) {
        TreeMap<Integer, List<Place>> frames = new TreeMap<>();
        places.forEach(place ->
                frames.computeIfAbsent(place.frame(), any -> new ArrayList<>()).add(place));
        Linker linker = new Linker(fps, pxPerUm);
        for (int frame = frames.firstKey(); frame <= frames.lastKey(); frame++) {
            Heads heads = new Heads();
            frames.getOrDefault(frame, List.of()).stream()
                    .sorted(Comparator.comparingDouble(Place::y).thenComparingDouble(Place::x))
                    .forEach(place -> heads.add(place.x(), place.y(), 1, 1, false, false));
            linker.add(frame, heads);
        }
        return TrackScore.table(linker.finish());
    }

    static TrackTable table(List<Place> places) {
        TrackTable.Builder table = TrackTable.builder();
        places.forEach(place -> table.add(place.track(), place.frame(), place.x(), place.y()));
        return table.build();
    }

    /** The places of a table, in the order of its lines. */
    static List<Place> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.get(0).split(","));
        int track = head.contains("track") ? head.indexOf("track") : head.indexOf("sperm");
        int frame = head.indexOf("frame");
        int x = head.indexOf("x");
        int y = head.indexOf("y");
        if (Math.min(Math.min(track, frame), Math.min(x, y)) < 0) {
            throw new IllegalArgumentException(file + " has no columns frame, x, y and track or sperm");
        }
        Map<String, Place> places = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Place place = new Place(
                    cells[track],
                    (int) Double.parseDouble(cells[frame]),
                    Double.parseDouble(cells[x]),
                    Double.parseDouble(cells[y]));
            places.putIfAbsent(place.track() + "@" + place.frame(), place);
        }
        return List.copyOf(places.values());
    }
}
