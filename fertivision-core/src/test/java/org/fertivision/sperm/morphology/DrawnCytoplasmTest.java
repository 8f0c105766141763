package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Label;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.pixel.Contour;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.stats.BinomialInterval;
import org.junit.jupiter.api.Test;

/** Cytoplasm of an exact share of its head, drawn at midpieces, and midpieces without any. Seeds from 4900 on. */
class DrawnCytoplasmTest {
    private static final double LIMIT = 100 / 3.0;
    private static final double[] NONE = {0, 0, 0, 0, 0, 0, 0, 0};
    private static final double[] WITHIN = {15, 20, 25, 25};
    private static final double[] NEAR = {30, 36};
    private static final double[] BEYOND = {42, 45, 50, 55, 60, 80};

    @Test
    void theShareOfTheHeadIsTold() {
        Told none = told(4900, NONE);
        Told within = told(4920, WITHIN);
        Told near = told(4940, NEAR);
        Told beyond = told(4960, BEYOND);

        none.print("none drawn");
        within.print("15 to 25 % drawn");
        near.print("30 and 36 % drawn");
        beyond.print("42 to 80 % drawn");
        assertThat(none.values).hasSizeGreaterThanOrEqualTo(none.sperm * 3 / 4).containsOnly(0.0);
        assertThat(within.excess() + none.excess())
                .isLessThanOrEqualTo((within.values.size() + none.values.size()) / 50);
        assertThat(beyond.excess()).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * beyond.values.size()));
        for (Told drawn : List.of(within, near, beyond)) {
            assertThat(drawn.values).hasSizeGreaterThanOrEqualTo(drawn.sperm / 2);
            assertThat(drawn.errorAt(0.5)).as("points, in the median").isLessThanOrEqualTo(5);
            assertThat(drawn.errorAt(0.9)).as("points, nine of ten").isLessThanOrEqualTo(12);
        }
    }

    /** What is too much is a defect of its own region, shown where it lies. */
    @Test
    void excessIsADefectAndShown() {
        Phantom<Drawn> smear = smear(4990)
                .with("lengthCv", 2)
                .with("widthCv", 2)
                .with("tailUm", 28)
                .with("gapUm", 12)
                .with("cells", 6);
        Findings findings = findings(smear.with("cytoplasm", 60).draw(), Map.of("stain", "papanicolaou"));
        Findings without = findings(smear.draw(), Map.of("stain", "papanicolaou"));

        List<Item> excess = counted(findings).stream()
                .filter(item -> item.labels().contains(new Label("strict", "excessCytoplasm")))
                .toList();
        assertThat(excess).hasSizeGreaterThanOrEqualTo(3).allSatisfy(item -> {
            double share =
                    item.reading(SpermMeasures.CYTOPLASMIC_RESIDUE).figure().orElseThrow();
            double head = Contour.of(item.outline().corners()).area();
            double shown = item.parts().stream()
                    .filter(part -> part.name().equals("cytoplasm"))
                    .map(ItemPart::places)
                    .mapToDouble(places -> Contour.of(places).area())
                    .sum();
            assertThat(100 * shown / head).isCloseTo(share, withinPercentage(6));
        });
        assertThat(findings.summary().reading(SpermMeasures.NORMAL_FORMS).figure())
                .contains(0.0);
        assertThat(findings.summary()
                        .reading(SpermMeasures.SPERM_DEFORMITY_INDEX)
                        .figure()
                        .orElseThrow())
                .as("one region more")
                .isGreaterThanOrEqualTo(1);
        assertThat(without.summary()
                        .reading(SpermMeasures.NORMAL_FORMS)
                        .figure()
                        .orElseThrow())
                .isGreaterThanOrEqualTo(75);
        assertThat(counted(without))
                .allSatisfy(item ->
                        assertThat(item.parts()).extracting(ItemPart::name).doesNotContain("cytoplasm"));
    }

    /** What was not seen is no share of 0, and such a sperm is never called normal. */
    @Test
    void whatIsNotSeenIsRefusedWithTheReason() {
        List<Item> all = new ArrayList<>();
        for (long seed = 4995; seed < 4998; seed++) {
            Drawn drawn = smear(seed)
                    .with("cells", 20)
                    .with("gapUm", 1)
                    .with("cytoplasm", 50)
                    .draw();
            all.addAll(counted(findings(drawn, Map.of("stain", "papanicolaou"))));
        }

        List<Item> refused = all.stream()
                .filter(item -> item.reading(SpermMeasures.CYTOPLASMIC_RESIDUE) instanceof Reading.NotMeasured)
                .toList();
        assertThat(refused).isNotEmpty().noneMatch(item -> item.labels().contains(new Label("strict", "normal")));
        assertThat(refused)
                .extracting(item -> ((Reading.NotMeasured) item.reading(SpermMeasures.CYTOPLASMIC_RESIDUE)).reason())
                .contains("overlapped", "no midpiece is seen to leave the head");
    }

    private static Told told(long firstSeed, double[] percents) {
        Told told = new Told();
        long seed = firstSeed;
        for (double percent : percents) {
            Drawn drawn = smear(seed)
                    .with("cytoplasm", percent)
                    .with("neckDeg", 20 * (seed % 3 - 1))
                    .with("midpieceUm", 0.7 + 0.15 * (seed % 3))
                    .draw();
            for (Item item : counted(findings(drawn, Map.of()))) {
                told.sperm++;
                item.reading(SpermMeasures.CYTOPLASMIC_RESIDUE).figure().ifPresent(value -> {
                    told.values.add(value);
                    told.errors.add(Math.abs(value - percent));
                });
            }
            seed++;
        }
        return told;
    }

    private static Phantom<Drawn> smear(long seed) {
        return Phantoms.of("stained-smear")
                .seed(seed)
                .with("cells", 8)
                .with("borderCells", 0)
                .with("gapUm", 4);
    }

    private static Findings findings(Drawn drawn, Map<String, String> set) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-morphology")
                    .field(Source.frames(() -> Frames.of(drawn.frame())))
                    .calibration(drawn.calibration());
            set.forEach(request::set);
            return engine.analyze(request.build()).orElseThrow().findings();
        }
    }

    private static List<Item> counted(Findings findings) {
        return findings.fields().get(0).counted().toList();
    }

    /** What was told of the sperm of some smears. */
    private static final class Told {
        private final List<Double> values = new ArrayList<>();
        private final List<Double> errors = new ArrayList<>();
        private int sperm;

        int excess() {
            return (int) values.stream().filter(value -> value > LIMIT).count();
        }

        double errorAt(double share) {
            return errors.stream().sorted().toList().get((int) (share * (errors.size() - 1)));
        }

        void print(String what) {
            BinomialInterval.of(excess(), values.size())
                    .ifPresent(bounds -> System.out.printf(
                            Locale.ROOT,
                            "cytoplasm, %s: told of %d of %d sperm, off by %.1f points in the median, %.1f in nine of"
                                    + " ten; called excess %d (%.1f to %.1f %%)%n",
                            what,
                            values.size(),
                            sperm,
                            errorAt(0.5),
                            errorAt(0.9),
                            excess(),
                            100 * bounds.lo(),
                            100 * bounds.hi()));
        }
    }
}
