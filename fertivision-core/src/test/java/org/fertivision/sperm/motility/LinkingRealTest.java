package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.fertivision.real.RealData;
import org.fertivision.tracking.TrackTable;
import org.fertivision.tracking.TrackingScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places of real heads, their tracks set right by people, linked anew without their numbers. */
class LinkingRealTest {
    private static final double REACH_PX = 5;

    private record Place(String track, int frame, double x, double y) {}

    @ParameterizedTest
    @ValueSource(strings = {"P001", "P002"})
    void crowdedTracksOfEdithCowanUniversity(String film) throws IOException {
        Path folder = RealData.folder("ecu-crowded-tracks");
        List<Place> corrected = read(folder.resolve(film + "_corrected.csv"), "sperm");
        TrackTable truth = table(corrected);

        TrackingScore ours = TrackingScore.of(truth, linked(corrected, 9, 1.0476), REACH_PX);

        TrackingScore theirs =
                TrackingScore.of(truth, table(read(folder.resolve(film + "_predicted.csv"), "sperm")), REACH_PX);
        tell(film + " ours", ours);
        tell(film + " published linker, on its own uncorrected places", theirs);
        assertThat(ours.idf1()).isGreaterThan(Math.max(98, theirs.idf1Ci95().hi()));
        assertThat(ours.hota()).isGreaterThan(theirs.hota());
        assertThat(ours.switches()).isLessThan(theirs.switches());
    }

    @Test
    void linksOfBristol() throws IOException {
        List<Place> places = read(RealData.folder("bristol-links").resolve("tp49-cover0_4.csv"), "track");

        // neither the rate nor the scale was published: a usual camera is assumed
        TrackingScore ours = TrackingScore.of(table(places), linked(places, 50, 3.5), REACH_PX);

        tell("Bristol tp49", ours);
        assertThat(ours.idf1()).isGreaterThan(85);
        assertThat(ours.wrongEnds()).isLessThanOrEqualTo(1);
    }

    private static void tell(String what, TrackingScore score) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d true and %d told tracks, %d places, IDF1 %.1f [%.1f, %.1f], HOTA %.1f, switches %d, wrong ends %d"
                        + " of %d%n",
                what,
                score.trueTracks(),
                score.toldTracks(),
                score.toldPlaces(),
                score.idf1(),
                score.idf1Ci95().lo(),
                score.idf1Ci95().hi(),
                score.hota(),
                score.switches(),
                score.wrongEnds(),
                score.judgedEnds());
    }

    private static TrackTable linked(List<Place> places, double fps, double pxPerUm) {
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

    private static TrackTable table(List<Place> places) {
        TrackTable.Builder table = TrackTable.builder();
        places.forEach(place -> table.add(place.track(), place.frame(), place.x(), place.y()));
        return table.build();
    }

    /** The places of a table, the first one where a track has two in a frame. */
    private static List<Place> read(Path file, String track) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.get(0).split(","));
        Set<String> seen = new HashSet<>();
        List<Place> places = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Place place = new Place(
                    cells[head.indexOf(track)],
                    (int) Double.parseDouble(cells[head.indexOf("frame")]),
                    Double.parseDouble(cells[head.indexOf("x")]),
                    Double.parseDouble(cells[head.indexOf("y")]));
            if (seen.add(place.track() + "@" + place.frame())) {
                places.add(place);
            }
        }
        return places;
    }
}
