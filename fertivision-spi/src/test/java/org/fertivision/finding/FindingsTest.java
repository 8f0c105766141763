package org.fertivision.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Measure CELLS = new Measure("cells", Unit.ONE, "Cells", "Counted.", "test");
    private static final Measure VOLUME = new Measure("volume", Unit.MILLILITER, "Volume", "Given.", "test");
    private static final Measure LIVE = new Measure("live", Unit.PERCENT, "Live", "Live / all.", "test");
    private static final Quality GOOD = new Quality(null, 0.5, true, List.of());

    private final Summary summary =
            new Summary(List.of(Reading.measured(CELLS, 12, 12, "counted"), Reading.notMeasured(VOLUME, "not given")));
    private final Findings findings = Findings.of("acme.count", List.of(field(List.of())), summary);

    @Test
    void aGivenValueTakesThePlaceOfWhatWasNotMeasured() {
        Findings annotated = findings.annotated(List.of(new Annotation.Value("lab", VOLUME, 3.2)));

        assertThat(annotated.summary().readings())
                .containsExactly(summary.readings().get(0), Reading.given(VOLUME, 3.2, "lab"));
    }

    @Test
    void aGivenValueNeverTakesThePlaceOfWhatWasMeasured() {
        Findings annotated = findings.annotated(List.of(new Annotation.Value("lab", CELLS, 99)));

        assertThat(annotated.summary()).isEqualTo(summary);
        assertThat(annotated.annotations()).containsExactly(new Annotation.Value("lab", CELLS, 99));
    }

    @Test
    void aGivenValueOfAnotherMeasureStandsAtTheEnd() {
        Findings annotated = findings.annotated(List.of(new Annotation.Value("lab", LIVE, 61)));

        assertThat(annotated.summary().readings()).hasSize(3).last().isEqualTo(Reading.given(LIVE, 61, "lab"));
    }

    @Test
    void theLastOfTwoWordsOnOneMeasureHolds() {
        Findings annotated = findings.annotated(
                List.of(new Annotation.Value("first", VOLUME, 1), new Annotation.Value("second", VOLUME, 2)));

        assertThat(annotated.summary().reading(VOLUME)).isEqualTo(Reading.given(VOLUME, 2, "second"));
        assertThat(annotated.annotations()).hasSize(2);
    }

    @Test
    void noWordIsForgottenWhenMoreIsSaid() {
        Annotation remark = new Annotation.Remark("lab", "clotted");
        Annotation volume = new Annotation.Value("lab", VOLUME, 3);

        assertThat(findings.annotated(List.of(remark)).annotated(List.of(volume)))
                .isEqualTo(findings.annotated(List.of(remark, volume)));
    }

    @Test
    void wordsOnObjectsChangeNoFigure() {
        List<Annotation> words = List.of(
                new Annotation.Exclude("lab", 0, 0, new Exclusion("debris")),
                new Annotation.Include("lab", 0, 1),
                new Annotation.Relabel("lab", 0, 0, new Label("vitality", "dead")),
                new Annotation.Draw("lab", 0, null, List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1))));

        Findings annotated = findings.annotated(words);

        assertThat(annotated.summary()).isEqualTo(summary);
        assertThat(annotated.fields()).isEqualTo(findings.fields());
        assertThat(annotated.annotations()).isEqualTo(words);
    }

    @Test
    void annotatingLeavesTheFirstFindingsAlone() {
        findings.annotated(List.of(new Annotation.Value("lab", VOLUME, 3.2)));

        assertThat(findings.summary()).isEqualTo(summary);
        assertThat(findings.annotations()).isEmpty();
    }

    @Test
    void aSummaryAnswersForEveryMeasure() {
        assertThat(summary.reading(CELLS).figure()).contains(12.0);
        assertThat(summary.reading(LIVE)).isEqualTo(Reading.notMeasured(LIVE, "not part of this analysis"));
    }

    @Test
    void twoReadingsOfOneMeasureAreRefusedEverywhere() {
        List<Reading> twice = List.of(Reading.notMeasured(LIVE, "a"), Reading.measured(LIVE, 1, "b"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Summary(twice))
                .withMessageContaining("two readings of live");
        assertThatIllegalArgumentException().isThrownBy(() -> item(0, twice));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldOfView.still(9, 9, List.of(), twice, GOOD, List.of(), null));
    }

    @Test
    void findingsComeFromOneFieldOrMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> Findings.of("acme.count", List.of(), summary));
    }

    @Test
    void listsAreCopiedSoThatNothingChangesLater() {
        List<Reading> readings = new ArrayList<>(summary.readings());
        List<Item> items = new ArrayList<>(List.of(item(0, List.of())));
        Summary mine = new Summary(readings);
        FieldOfView field = field(items);
        List<FieldOfView> fields = new ArrayList<>(List.of(field));
        Findings whole = Findings.of("acme.count", fields, mine);
        readings.clear();
        items.clear();
        fields.clear();

        assertThat(mine.readings()).hasSize(2);
        assertThat(field.items()).hasSize(1);
        assertThat(whole.fields()).containsExactly(field);
    }

    private static FieldOfView field(List<Item> items) {
        return FieldOfView.still(9, 9, items, List.of(), GOOD, List.of(), null);
    }

    private static Item item(int id, List<Reading> readings) {
        return Item.of(id, new Point(1, 1), Outline.none(), new Region(0, 0, 2, 2), readings, List.of());
    }
}
