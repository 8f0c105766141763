package org.fertivision.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Reading;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Scorer} promises. Extend it in a test of your own, name the plug-in and findings that it scores, and
 * run: it needs JUnit and nothing else.
 */
public abstract class ScorerContractTest extends PluginContractTest<Scorer> {
    private static final double[] ODD_FIGURES = {0, -1, 1e-300, 1e300, 50, 100};

    /** Findings of kinds that it scores; at least one gets a grade. */
    protected abstract List<Findings> findings();

    /** The settings to score with; override where a parameter is required. */
    protected Settings settings() {
        return Settings.defaults(plugin().descriptor().parameters());
    }

    @Override
    final Descriptor.Role role() {
        return Descriptor.Role.SCORER;
    }

    @Test
    final void gradesTheFindingsOfItsTest() {
        for (Findings findings : findings()) {
            assertTrue(
                    plugin().descriptor().kinds().contains(findings.kind()),
                    findings.kind() + " is among the kinds it scores");
        }
        assertTrue(
                findings().stream().map(this::score).anyMatch(s -> s instanceof Score.Scored),
                "at least one of the findings gets a grade");
    }

    @Test
    final void gradesTheSameTwice() {
        for (Findings findings : findings()) {
            assertEquals(score(findings), score(findings), "score() depends on nothing but its arguments");
        }
    }

    @Test
    final void gradesTheSameInEveryThread() throws Exception {
        Scorer shared = plugin();
        for (Findings findings : findings()) {
            Score alone = score(findings);
            for (Score score : inThreads(() -> shared.score(findings, settings(), Work.unlimited()))) {
                assertEquals(alone, score, "one object serves many threads");
            }
        }
    }

    @Test
    final void gradesTheSameWhereTurkishIsSpoken() throws Exception {
        for (Findings findings : findings()) {
            assertEquals(score(findings), inTurkish(() -> score(findings)), "score() does not depend on the locale");
        }
    }

    @Test
    final void gradesTheSameInAnyOrder() {
        for (Findings findings : findings()) {
            Summary backwards = new Summary(
                    reversed(findings.summary().readings()), findings.summary().notices());
            List<FieldOfView> fields = reversed(findings.fields()).stream()
                    .map(f -> f.holding(reversed(f.items())))
                    .toList();
            assertEquals(
                    withoutItems(score(findings)),
                    withoutItems(score(new Findings(findings.kind(), fields, findings.annotations(), backwards, null))),
                    "the order of fields, items and readings means nothing");
        }
    }

    @Test
    final void givesNoGradeWhereNothingWasMeasured() {
        for (Findings findings : findings()) {
            Findings none = emptied(findings, r -> Reading.notMeasured(r.measure(), Reading.NotMeasured.NO_OBJECTS));
            assertInstanceOf(Score.NotScored.class, score(none), "answers notScored rather than guess");
            Findings silent = Findings.of(findings.kind(), none.fields(), new Summary(List.of()));
            assertInstanceOf(Score.NotScored.class, score(silent), "answers notScored where there is no reading");
        }
    }

    @Test
    final void givesNoGradeToAKindItDoesNotKnow() {
        Findings first = findings().get(0);
        FieldOfView field = first.fields().get(0).holding(List.of());
        Findings unknown = Findings.of("nobody.knows-this-kind", List.of(field), new Summary(List.of()));
        assertInstanceOf(Score.NotScored.class, score(unknown), "answers notScored for what it does not know");
    }

    @Test
    final void survivesEachReadingThatIsMissing() {
        for (Findings findings : findings()) {
            List<Reading> readings = findings.summary().readings();
            for (int i = 0; i < readings.size(); i++) {
                List<Reading> some = new ArrayList<>(readings);
                some.set(i, Reading.notMeasured(readings.get(i).measure(), Reading.NotMeasured.UNCALIBRATED));
                assertNotNull(
                        score(with(findings, some)),
                        "without " + readings.get(i).code());
                some.remove(i);
                assertNotNull(
                        score(with(findings, some)),
                        "without " + readings.get(i).code());
            }
        }
    }

    @Test
    final void takesAPersonsWordForAReading() {
        for (Findings findings : findings()) {
            List<Reading> given = findings.summary().readings().stream()
                    .map(r -> r.figure()
                            .map(f -> Reading.given(r.measure(), f, "a person"))
                            .orElse(r))
                    .toList();
            assertNotNull(score(with(findings, given)), "given readings");
        }
    }

    @Test
    final void survivesOddFigures() {
        for (Findings findings : findings()) {
            for (double figure : ODD_FIGURES) {
                List<Reading> odd = findings.summary().readings().stream()
                        .map(r -> Reading.measured(r.measure(), figure, "odd"))
                        .toList();
                assertNotNull(score(with(findings, odd)), "every reading " + figure);
            }
        }
    }

    @Test
    final void survivesItemsWithoutPictures() {
        for (Findings findings : findings()) {
            List<FieldOfView> fields = findings.fields().stream()
                    .map(f -> f.holding(f.items().stream()
                            .map(ScorerContractTest::withoutPicture)
                            .toList()))
                    .toList();
            assertNotNull(
                    score(new Findings(findings.kind(), fields, findings.annotations(), findings.summary(), null)),
                    "items without pictures");
        }
    }

    @Test
    final void gradesOnlyItemsThatThereAre() {
        for (Findings findings : findings()) {
            for (Score.ItemGrade grade :
                    score(findings).<List<Score.ItemGrade>>fold(Score.Scored::items, none -> List.of())) {
                assertTrue(grade.field() < findings.fields().size(), "field " + grade.field() + " exists");
                assertTrue(
                        findings.fields().get(grade.field()).items().stream().anyMatch(i -> i.id() == grade.item()),
                        "item " + grade.item() + " of field " + grade.field() + " exists");
            }
        }
    }

    @Test
    final void endsInNothingButAGradeOrAStopWhenCalledOff() {
        Work work = Work.unlimited();
        work.cancel();
        for (Findings findings : findings()) {
            try {
                assertNotNull(plugin().score(findings, settings(), work), "answers");
            } catch (RejectedException e) {
                assertEquals(RejectionCode.Group.STOPPED, e.rejection().code().group(), "was called off");
            }
        }
    }

    @Test
    final void namesThePartsOfAGradeOnce() {
        for (Findings findings : findings()) {
            List<String> codes =
                    score(findings).<List<Score.Component>>fold(Score.Scored::components, none -> List.of()).stream()
                            .map(Score.Component::code)
                            .toList();
            assertEquals(codes.stream().distinct().toList(), codes, "each part of a grade has a code of its own");
        }
    }

    private Score score(Findings findings) {
        Score score = plugin().score(findings, settings(), Work.unlimited());
        assertNotNull(score, "score() answers");
        return score;
    }

    private static Findings with(Findings findings, List<Reading> readings) {
        return new Findings(findings.kind(), findings.fields(), findings.annotations(), new Summary(readings), null);
    }

    private static Findings emptied(Findings findings, UnaryOperator<Reading> instead) {
        List<FieldOfView> fields =
                findings.fields().stream().map(f -> f.holding(List.of())).toList();
        List<Reading> readings =
                findings.summary().readings().stream().map(instead).toList();
        return Findings.of(findings.kind(), fields, new Summary(readings));
    }

    private static Score withoutItems(Score score) {
        return score.fold(s -> new Score.Scored(s.system(), s.grade(), s.value(), s.components(), List.of()), n -> n);
    }

    private static Item withoutPicture(Item i) {
        return new Item(
                i.id(), i.center(), i.outline(), i.box(), i.readings(), i.labels(), i.path(), i.exclusion(), null);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> other = new ArrayList<>(list);
        Collections.reverse(other);
        return other;
    }
}
