package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.image.Point;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/** How often fields are looked at again for places of persons, and places that matter to the summary alone. */
class PlacingLooksTest {
    private static final String BY = "Dr. A";
    private static final String SPOTS = "spots";
    private static final String MARKS = "marks";

    /** Counts the marks that a person set, and looks as {@link Eye} does. */
    private static final class Marked implements Analyzer {
        private static final Parameter<List<Point>> AT = Parameter.points(MARKS, 1, 9, "Marks.");
        private final Eye eye = new Eye();

        @Override
        public Descriptor descriptor() {
            return Descriptor.analyzer("acme.marked", "1.0.0")
                    .title("Marked")
                    .parameters(Eye.LEVEL, AT.inSummary(), Parameter.points(SPOTS, 1, 9, "Spots."))
                    .measures(SpermMeasures.CELLS)
                    .itemMeasures(FieldMeasures.AREA)
                    .build();
        }

        @Override
        public FieldOfView look(Frames frames, Settings settings, Work work) {
            return eye.look(frames, settings, work);
        }

        @Override
        public Findings summarize(List<FieldOfView> fields, Settings settings) {
            int marks = IntStream.range(0, fields.size())
                    .map(field ->
                            settings.forField(field).find(AT).map(List::size).orElse(0))
                    .sum();
            Reading reading = Reading.measured(SpermMeasures.CELLS, marks, "marks");
            return Findings.of("acme.marked", fields, new Summary(List.of(reading)));
        }
    }

    private final Marked marked = new Marked();

    private Outcome analyzed(Annotation... words) {
        Request.Builder request = Request.of("acme.marked").field(Source.frames(() -> Frames.of(Eye.field(3, 1))));
        List.of(words).forEach(request::annotation);
        try (FertiVision fv =
                FertiVision.create(EngineConfig.builder().plugin(marked).build())) {
            return fv.analyze(request.build());
        }
    }

    private static Annotation place(String setting, int... x) {
        return new Annotation.Place(
                BY, 0, setting, IntStream.of(x).mapToObj(at -> new Point(at, 1)).toList());
    }

    private static Annotation exclude(int item) {
        return new Annotation.Exclude(BY, 0, item, new Exclusion("other"));
    }

    @Test
    void placesThatLaterOnesReplaceAreNotLookedAt() {
        analyzed(place(SPOTS, 1), place(SPOTS, 2), place(SPOTS, 3), place(SPOTS, 4), exclude(0))
                .orElseThrow();

        assertThat(marked.eye.looks).hasValue(2);
    }

    @Test
    void wordsOnObjectsBetweenTwoPlacingsAreCheckedWithThePlacesThatHeldThen() {
        analyzed(exclude(0), place(SPOTS, 1), place(SPOTS, 2), exclude(1), exclude(2), place(SPOTS, 3), place(SPOTS, 4))
                .orElseThrow();

        assertThat(marked.eye.looks).hasValue(3);
    }

    @Test
    void morePlacingsThanARequestMayHoldAreRefusedBeforeTheFirstLook() {
        Annotation[] words =
                IntStream.range(0, 101).mapToObj(i -> place(SPOTS, i % 9)).toArray(Annotation[]::new);
        Rejection rejection = analyzed(words)
                .fold(
                        report -> {
                            throw new AssertionError("completed");
                        },
                        why -> why);

        assertThat(rejection.code()).isEqualTo(RejectionCode.INVALID_REQUEST);
        assertThat(rejection.passedLimit()).contains(new Rejection.Limit("placings", 100, 101));
        assertThat(marked.eye.looks).hasValue(0);
    }

    @Test
    void placesThatMatterToTheSummaryAloneChangeIt() {
        Findings found = analyzed(place(MARKS, 1, 5, 9)).orElseThrow().findings();

        assertThat(found.summary().reading(SpermMeasures.CELLS).figure()).hasValue(3.0);
        assertThat(found.beforeCorrections()
                        .orElseThrow()
                        .reading(SpermMeasures.CELLS)
                        .figure())
                .hasValue(0.0);
    }
}
