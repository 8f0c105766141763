package org.fertivision.sperm.fragmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FragmentationMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.ObjectClass;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Halos drawn with known widths; the seeds are others than those the method was built on. */
class HalosOfPhantomsTest {
    private static final int SEED = 501;

    @ParameterizedTest
    @CsvSource({
        "umPerPixel, 0.16, ''",
        "umPerPixel, 0.24, ''",
        "umPerPixel, 0.36, ''",
        "snr, 10, ''",
        "touching, 60, ''",
        "debris, 60, ''",
        "haloContrast, 45, ''",
        "polarity, 0, bright"
    })
    void cellsAreFoundAndRightlyCalled(String setting, double value, String word) {
        Phantom<Drawn> phantom = small();
        HaloTrial trial =
                HaloTrial.of(word.isEmpty() ? phantom.with(setting, value) : phantom.with(setting, word), SEED, 1);

        // acceptance of the field: 95 % of cells rightly called
        assertThat(trial.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(trial.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(trial.accuracy()).isGreaterThanOrEqualTo(0.97);
        assertThat(trial.classAccuracy()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void widthsAreTheDrawnOnes() {
        HaloTrial trial = HaloTrial.of(small().with("none", 0).with("degraded", 0), SEED, 1);

        assertThat(trial.found()).isNotEmpty().allSatisfy(met -> {
            Item item = met.item().orElseThrow();
            // a tenth of the 1.1 um at which the rule decides
            assertThat(figure(item, FragmentationMeasures.HALO_WIDTH)).isCloseTo(met.trueHaloUm(), within(0.12));
            assertThat(figure(item, FragmentationMeasures.CORE_WIDTH))
                    .isCloseTo(met.core().shape().widthUm(), within(0.12));
        });
    }

    @ParameterizedTest
    @CsvSource({"small, smallRatio, 0.3, 100", "medium, mediumRatio, 0.367, 0"})
    void theRuleDecidesOnBothSidesOfAThird(String halo, String setting, double ratio, double fragmented) {
        Phantom<Drawn> phantom = only(halo).with(setting, ratio).with("ratioCv", 0);

        Findings found = HaloTrial.analyze(phantom.seed(SEED).draw(), true);

        assertThat(value(found, FragmentationMeasures.FRAGMENTED)).isCloseTo(fragmented, within(5.0));
    }

    @Test
    void whatLiesAtTheLimitIsBorderlineAndLeftOutOfTheClearShare() {
        Phantom<Drawn> phantom = only("small").with("smallRatio", 0.333).with("ratioCv", 0);

        Findings found = HaloTrial.analyze(phantom.seed(SEED).draw(), true);

        assertThat(found.fields().get(0).counted())
                .isNotEmpty()
                .allMatch(item -> item.term("scdLimit").orElse("").equals("borderline"));
        assertThat(found.summary().reading(FragmentationMeasures.FRAGMENTED_CLEAR))
                .isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void anEmptyFieldIsZeroCellsAndNoShare() {
        Findings found = HaloTrial.analyze(
                small().with("cells", 0).with("borderCells", 0).seed(SEED).draw(), true);

        assertThat(found.summary().reading(SpermMeasures.CELLS))
                .isInstanceOfSatisfying(Reading.Measured.class, none -> {
                    assertThat(none.value()).isZero();
                    assertThat(none.interval().orElseThrow().hi()).isCloseTo(3.69, within(0.01));
                });
        assertThat(found.summary().reading(FragmentationMeasures.FRAGMENTED)).isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void withoutAScaleTheRuleHoldsAndNoMicrometerIsGiven() {
        Drawn drawn = small().seed(SEED).draw();

        Findings known = HaloTrial.analyze(drawn, true);
        Findings unknown = HaloTrial.analyze(drawn, false);

        assertThat(value(unknown, FragmentationMeasures.FRAGMENTED))
                .isEqualTo(value(known, FragmentationMeasures.FRAGMENTED));
        assertThat(unknown.fields().get(0).items())
                .allSatisfy(item -> assertThat(item.reading(FragmentationMeasures.CORE_WIDTH))
                        .isInstanceOfSatisfying(
                                Reading.NotMeasured.class,
                                n -> assertThat(n.reason()).isEqualTo("uncalibrated")));
    }

    @Test
    void whatCannotBeJudgedIsExcludedWithItsReason() {
        Drawn drawn = small().with("borderCells", 6).seed(SEED).draw();

        List<Item> items = HaloTrial.analyze(drawn, true).fields().get(0).items();

        assertThat(items.stream()
                        .filter(item -> item.whyExcluded()
                                .filter(why -> why.reason().equals("touches-border"))
                                .isPresent()))
                .hasSizeBetween(4, 7);
        assertThat(items)
                .filteredOn(item -> !item.counts())
                .allMatch(item -> item.labels().isEmpty());
    }

    @Test
    void aBlurredFieldIsRefused() {
        Drawn blurred = small().with("defocusUm", 1.2).seed(SEED).draw();

        assertThatThrownBy(() -> HaloTrial.analyze(blurred, true)).hasMessageContaining("out of focus");
    }

    @Test
    void everyReportSaysThatDrawnPicturesAreAllTheProofThereIs() {
        Findings found = HaloTrial.analyze(small().seed(SEED).draw(), true);

        assertThat(found.summary().notices())
                .extracting(Notice::code)
                .contains("proven-on-drawn-pictures", "few-cells");
    }

    @Test
    void theTruthOfTheDrawingSaysWhatWasDrawn() {
        Drawn drawn = only("medium")
                .with("mediumRatio", 0.5)
                .with("ratioCv", 0)
                .seed(SEED)
                .draw();

        assertThat(drawn.truth().value("fragmented")).isZero();
        assertThat(drawn.truth().value("haloWidth")).isCloseTo(drawn.truth().value("coreWidth") / 2, within(1e-9));
        assertThat(drawn.truth().objects(o -> o.objectClass() == ObjectClass.HALO))
                .hasSameSizeAs(drawn.truth().objects(o -> o.objectClass() == ObjectClass.MEDIUM_HALO));
    }

    private static Phantom<Drawn> small() {
        return Phantoms.of("sperm-dna-fragmentation")
                .with("umPerPixel", 0.2)
                .with("width", 720)
                .with("height", 560)
                .with("cells", 40);
    }

    private static Phantom<Drawn> only(String halo) {
        Phantom<Drawn> phantom = small().with("cells", 20).with("borderCells", 0);
        for (String other : List.of("medium", "small", "none", "degraded")) {
            phantom = phantom.with(other, other.equals(halo) ? 100 : 0);
        }
        return phantom;
    }

    private static double value(Findings found, Measure measure) {
        return found.summary().reading(measure).figure().orElseThrow();
    }

    private static double figure(Item item, Measure measure) {
        return item.reading(measure).figure().orElseThrow();
    }
}
