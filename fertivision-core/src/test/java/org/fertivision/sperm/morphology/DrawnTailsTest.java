package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fertivision.FertiVision;
import org.fertivision.finding.Item;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;

/** Tails of exact length, drawn: apart, across each other, wound up, cut by the edge, too short. Seeds from 980 on. */
class DrawnTailsTest {
    private static final double TAIL_UM = 45 - 4.5;

    @Test
    void tailsAreAsLongAsDrawnWhereTheyAreFollowedToTheirEnd() {
        List<Double> lengths = new ArrayList<>();
        int sperm = 0;
        for (long seed = 981; seed < 985; seed++) {
            List<Item> items = counted(smear(seed, 45, 0, 6, 20));
            sperm += items.size();
            lengths.addAll(lengths(items));
        }
        lengths.sort(Comparator.naturalOrder());
        print("apart", sperm, lengths);
        assertThat(lengths).as("half of them are cut by the edge").hasSizeGreaterThanOrEqualTo(sperm / 4);
        assertThat(lengths).allSatisfy(length -> assertThat(length).isBetween(0.93 * TAIL_UM, 1.04 * TAIL_UM));
    }

    @Test
    void tailsThatCrossOthersAreFollowedStraightOnOrRefused() {
        List<Double> lengths = new ArrayList<>();
        int sperm = 0;
        for (long seed = 985; seed < 988; seed++) {
            List<Item> items = counted(smear(seed, 45, 0, 16, 3));
            sperm += items.size();
            lengths.addAll(lengths(items));
        }
        lengths.sort(Comparator.naturalOrder());
        print("across each other", sperm, lengths);
        assertThat(lengths).hasSizeGreaterThanOrEqualTo(sperm / 8);
        long right = lengths.stream()
                .filter(length -> length > 0.9 * TAIL_UM && length < 1.1 * TAIL_UM)
                .count();
        assertThat(right).isGreaterThanOrEqualTo((long) Math.ceil(0.9 * lengths.size()));
    }

    @Test
    void aCoiledTailIsTurnedAsFarAsDrawn() {
        List<Item> items = counted(smear(988, 45, 450, 5, 20));

        List<Double> turns = figures(items, SpermMeasures.TAIL_TURNING.code());
        System.out.printf(Locale.ROOT, "drawn tails that turn by 450 deg: %s of %d sperm%n", turns, items.size());
        assertThat(turns).hasSizeGreaterThanOrEqualTo(3);
        assertThat(turns.get(turns.size() / 2)).isBetween(450 * 0.85, 450 * 1.1);
        assertThat(figures(counted(smear(989, 45, 90, 5, 20)), SpermMeasures.TAIL_TURNING.code()))
                .isNotEmpty()
                .allMatch(turned -> turned < 360);
    }

    @Test
    void whatIsCutOrShortIsRefusedWithTheReason() {
        List<Item> cut = counted(smear(990, 110, 0, 5, 10));
        List<Item> shorter = counted(smear(991, 20, 0, 5, 20));

        assertThat(lengths(cut)).isEmpty();
        assertThat(cut)
                .extracting(item -> item.reading(SpermMeasures.TAIL_LENGTH))
                .contains(Reading.notMeasured(SpermMeasures.TAIL_LENGTH, "cut by the edge of the image"));
        assertThat(lengths(shorter)).isEmpty();
        assertThat(shorter)
                .extracting(item -> item.reading(SpermMeasures.TAIL_LENGTH))
                .contains(Reading.notMeasured(
                        SpermMeasures.TAIL_LENGTH, "where the tail ends is not told from where it fades"));
    }

    private static void print(String how, int sperm, List<Double> lengths) {
        System.out.printf(
                Locale.ROOT,
                "drawn tails of %.1f um, %s: %d of %d measured, %.1f to %.1f, median %.1f%n",
                TAIL_UM,
                how,
                lengths.size(),
                sperm,
                lengths.get(0),
                lengths.get(lengths.size() - 1),
                lengths.get(lengths.size() / 2));
    }

    private static List<Double> lengths(List<Item> items) {
        return figures(items, SpermMeasures.TAIL_LENGTH.code());
    }

    private static List<Double> figures(List<Item> items, String code) {
        return items.stream()
                .flatMap(item -> item.readings().stream())
                .filter(reading -> reading.code().equals(code))
                .flatMap(reading -> reading.figure().stream())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Drawn smear(long seed, double tailUm, double curlDeg, int cells, double gapUm) {
        return Phantoms.of("stained-smear")
                .seed(seed)
                .with("width", 1600)
                .with("height", 1300)
                .with("cells", cells)
                .with("borderCells", 0)
                .with("debris", 0)
                .with("gapUm", gapUm)
                .with("tailUm", tailUm)
                .with("curlDeg", curlDeg)
                .draw();
    }

    private static List<Item> counted(Drawn drawn) {
        try (FertiVision engine = FertiVision.create()) {
            Request request = Request.of("sperm-morphology")
                    .field(Source.frames(() -> Frames.of(drawn.frame())))
                    .calibration(drawn.calibration())
                    .build();
            return engine.analyze(request).orElseThrow().findings().fields().get(0).items().stream()
                    .filter(Item::counts)
                    .toList();
        }
    }
}
