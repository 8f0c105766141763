package org.fertivision.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.SpermMeasures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorTest {
    @Test
    void anAnalyzerTellsWhatItAnswersFor() {
        Descriptor about = Descriptor.analyzer("acme.heads", "1.2.3")
                .title("Acme heads")
                .intendedUse("Tests only.")
                .source("doi:10.1/1")
                .parameters(Parameter.flag("split", "Parts."))
                .measures(SpermMeasures.CELLS)
                .means(SpermMeasures.HEAD_AREA)
                .itemMeasures(SpermMeasures.HEAD_AREA)
                .labels("strict")
                .needsCalibration()
                .inColor()
                .ofVideo()
                .build();

        assertThat(about.signature()).isEqualTo("acme.heads@1.2.3");
        assertThat(about.role()).isEqualTo(Descriptor.Role.ANALYZER);
        assertThat(about.measures())
                .extracting(Measure::code)
                .containsExactly("cells", "headArea", "headAreaSd", "headAreaMedian");
        assertThat(about.calibration()).isEqualTo(Descriptor.CalibrationNeed.REQUIRED);
        assertThat(about.channels()).isEqualTo(Descriptor.Channels.COLOR);
        assertThat(about.video()).isEqualTo(Descriptor.Video.FRAMES);
        assertThat(about.patches()).isEqualTo(Descriptor.Patches.NO);
        assertThat(about.labelSystems()).containsExactly("strict");
    }

    @Test
    void aScorerNamesKindsInShortOrWhole() {
        Descriptor about = Descriptor.scorer("acme.index", "1.0.0")
                .scores("sperm-count", "other.kind")
                .title("Index")
                .wantsPatches()
                .build();

        assertThat(about.kinds()).containsExactly("fertivision.sperm-count", "other.kind");
        assertThat(about.patches()).isEqualTo(Descriptor.Patches.YES);
        assertThat(about.intendedUse()).contains("not a diagnosis");
    }

    @Test
    void builtAnewFromEqualPartsItIsEqual() {
        assertThat(build("acme.a", "1.0.0")).isEqualTo(build("acme.a", "1.0.0"));
        assertThat(build("acme.a", "1.0.0")).isNotEqualTo(build("acme.a", "1.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.0.0-beta", "v1.0.0", "1.0.0.0", "1.0.x", "", "1234567.0.0"})
    void refusesVersionsOfAnotherForm(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> build("acme.a", version))
                .withMessageContaining("acme.a");
    }

    @Test
    void refusesWhatWouldBeReadInTwoWays() {
        Parameter<Boolean> split = Parameter.flag("split", "Parts.");
        Measure otherCells = new Measure("cells", Unit.PERCENT, "Cells", "Other.", "test");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptor.analyzer("acme.a", "1.0.0")
                        .title("A")
                        .parameters(split, split)
                        .build())
                .withMessageContaining("split");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptor.analyzer("acme.a", "1.0.0")
                        .title("A")
                        .measures(SpermMeasures.CELLS, otherCells)
                        .build())
                .withMessageContaining("cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptor.analyzer("acme.a", "1.0.0")
                        .title("A")
                        .itemMeasures(SpermMeasures.CELLS, SpermMeasures.CELLS)
                        .build())
                .withMessageContaining("cells");
    }

    @Test
    void refusesWhatSaysNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptor.analyzer("acme.a", "1.0.0").build())
                .withMessageContaining("title");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Descriptor.scorer("acme.a", "1.0.0").title("A").build())
                .withMessageContaining("kinds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptor.scorer("acme.a", "1.0.0")
                        .title("A")
                        .scores("Sperm Count")
                        .build());
    }

    @Test
    void anIdIsVendorAndName() {
        assertThat(Id.of("acme.demo-count2"))
                .isEqualTo(new Id("acme", "demo-count2"))
                .hasToString("acme.demo-count2");
        assertThat(Id.of("acme.demo").isReserved()).isFalse();
        assertThat(Id.of("fertivision.who6").isReserved()).isTrue();
        assertThat(Id.of("fertivision-x.who6").isReserved()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                ".",
                "acme.",
                ".demo",
                "Acme.demo",
                "acme.Demo",
                "acme.a.b",
                "acme.a b",
                "acme.a_b",
                "1acme.a",
                "acme.-a",
                "acme.a\n",
                "acmé.a"
            })
    void refusesOtherIds(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Id.of(text));
    }

    @Test
    void partsOfAnIdHaveAtMost63Letters() {
        assertThat(Id.of("a." + "b".repeat(63)).name()).hasSize(63);
        assertThatIllegalArgumentException().isThrownBy(() -> Id.of("a." + "b".repeat(64)));
    }

    @Property
    void anyTextIsAnIdOrRefused(@ForAll String text) {
        try {
            assertThat(Id.of(text)).hasToString(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("vendor.name");
        }
    }

    @Test
    void idsAreSortedByTheirText() {
        List<Id> ids = new ArrayList<>(List.of(Id.of("b.a"), Id.of("a.b"), Id.of("a.a")));
        Collections.sort(ids);
        assertThat(ids).containsExactly(Id.of("a.a"), Id.of("a.b"), Id.of("b.a"));
    }

    @Test
    void aRejectionInFlightCarriesItsReason() {
        Rejection rejection = Rejection.of(RejectionCode.CANCELED, "Off.");
        Exception cause = new IllegalStateException();

        assertThat(new RejectedException(rejection)).hasMessage("canceled: Off.");
        assertThat(new RejectedException(rejection, cause)).hasCause(cause);
        assertThat(new RejectedException(rejection, cause).rejection()).isEqualTo(rejection);
    }

    private static Descriptor build(String id, String version) {
        return Descriptor.analyzer(id, version)
                .title("A")
                .parameters(
                        Parameter.number("size", Unit.MICROMETER, 0, 9, "Size.").defaultsTo(2.0))
                .means(SpermMeasures.HEAD_AREA)
                .build();
    }
}
