package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fertivision.FertiVision;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Point;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.junit.jupiter.api.Test;

class AnalysisQueryTest {
    private static AnalysisQuery of(String json) {
        return AnalysisQuery.of(JsonFields.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Request request(AnalysisQuery query) {
        try (FertiVision engine = FertiVision.create()) {
            return query.request(engine.plugins()).field(new byte[] {1}).build();
        }
    }

    @Test
    void whatIsKeptReadsBackEqual() {
        AnalysisQuery query =
                of("{\"kind\":\"sperm-count\",\"umPerPixel\":\"0.48,0.5\",\"fps\":25.0,\"score\":[\"who6\"],"
                        + "\"set\":{\"dilution\":2,\"chamber\":\"leja\",\"flag\":true},\"fields\":[{\"set\":{\"a\":1}},{}],\"annotations\":"
                        + "[{\"type\":\"draw\",\"by\":\"A\",\"field\":0,\"corners\":[[1,1],[9.50,1e2],[9,9]]}]}");

        assertThat(of(query.json())).isEqualTo(query);
        Request request = request(query);
        assertThat(request.annotations())
                .containsExactly(new Annotation.Draw(
                        "A", 0, null, List.of(new Point(1, 1), new Point(9.5, 100), new Point(9, 9))));
        assertThat(request.settings()).containsEntry("dilution", "2").containsEntry("flag", "true");
        assertThat(request.fieldSettings().get(0)).containsEntry("a", "1");
        assertThat(request.scorers()).contains(List.of("who6"));
        assertThat(request.timing().orElseThrow().framesPerSecond()).isEqualTo(25);
        assertThat(request.calibration().orElseThrow().umPerPixelY()).isEqualTo(0.5);
    }

    @Test
    void pagesAreKeptAndAskedFor() {
        AnalysisQuery some = of("{\"kind\":\"x\",\"pages\":\"fields\",\"page\":[2,0]}");

        assertThat(of(some.json())).isEqualTo(some);
        assertThat(request(some).chosenPages()).containsExactly(0, 2);
        assertThat(request(of("{\"kind\":\"x\",\"page\":1}")).chosenPages()).containsExactly(1);
        assertThat(request(of("{\"kind\":\"x\",\"pages\":\"z\"}")).pages()).contains(PageMeaning.Z);
        assertThat(of("{\"kind\":\"x\"}").json()).doesNotContain("page");
    }

    @Test
    void pagesThatCannotBeAreRefused() {
        for (String pages : List.of("-1", "1.5", "1e12", "\"1\"", "[0,-1]", "[null]", "[[0]]")) {
            assertThatThrownBy(() -> of("{\"kind\":\"x\",\"page\":" + pages + "}"))
                    .as(pages)
                    .isInstanceOf(ProblemException.class);
        }
        for (String word : List.of("chosen", "Z", "pages")) {
            AnalysisQuery query = of("{\"kind\":\"x\",\"pages\":\"" + word + "\"}");
            assertThatThrownBy(() -> request(query)).as(word).isInstanceOf(ProblemException.class);
        }
        AnalysisQuery both = of("{\"kind\":\"x\",\"pages\":\"z\",\"page\":0}");
        assertThatThrownBy(() -> request(both)).isInstanceOf(ProblemException.class);
    }

    @Test
    void nobodyScoresWhereNobodyIsAsked() {
        assertThat(of("{\"kind\":\"x\",\"score\":[\"none\"]}").score()).isEmpty();
        assertThat(of("{\"kind\":\"x\"}").score()).isNull();
    }

    @Test
    void theTypesOfAnnotationsStayInSentences() {
        AnalysisQuery query = of("{\"kind\":\"endometrium\",\"annotations\":[{\"type\":\"place\",\"by\":\"Dr. Roth\","
                + "\"field\":0,\"setting\":\"calipers\",\"places\":7}]}");

        assertThatThrownBy(() -> request(query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail()).contains("places"));
    }

    @Test
    void everyRejectionHasItsProblem() {
        for (RejectionCode code : RejectionCode.values()) {
            assertThat(RejectionProblem.code(code.slug()).slug()).isEqualTo(code.slug());
        }
        assertThat(RejectionProblem.code("of a later version")).isEqualTo(ProblemCode.INTERNAL);
    }

    @Test
    void aRejectionIsToldWithItsLimitAndPlace() {
        Rejection rejection = Rejection.of(
                        RejectionCode.IMAGE_TOO_LARGE, "Too large.", new Rejection.Limit("pixels", 64e6, 65e6))
                .inField(3)
                .at(12);
        assertThat(RejectionProblem.sentence(rejection))
                .isEqualTo("Too large. Field: 3. pixels: 64000000 allowed, 65000000 found. At byte 12.");
    }
}
