package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Label;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Point;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationJsonTest {
    @Test
    void everyTypeIsRead() {
        String list = """
            [{"type":"value","by":"Dr. A","code":"concentration","unit":"10*6/mL","value":42},
             {"type":"relabel","by":"Dr. A","field":0,"item":3,"label":{"system":"vitality","term":"dead"}},
             {"type":"exclude","by":"Dr. A","field":0,"item":3,"excluded":"debris"},
             {"type":"include","by":"Dr. A","field":1,"item":4},
             {"type":"draw","by":"Dr. A","field":0,"item":5,"corners":[[1,1],[9,1],[9,9]]},
             {"type":"draw","by":"Dr. A","field":0,"corners":[[1,1],[9,1],[9,9.5]]},
             {"type":"place","by":"Dr. A","field":1,"setting":"calipers","places":[[40,12.5],[41,88]]},
             {"type":"remark","by":"Dr. A","text":"sample was warm"}]
            """;

        assertThat(read(list))
                .containsExactly(
                        new Annotation.Value("Dr. A", SpermMeasures.CONCENTRATION, 42),
                        new Annotation.Relabel("Dr. A", 0, 3, new Label("vitality", "dead", null)),
                        new Annotation.Exclude("Dr. A", 0, 3, new Exclusion("debris")),
                        new Annotation.Include("Dr. A", 1, 4),
                        new Annotation.Draw("Dr. A", 0, 5, List.of(new Point(1, 1), new Point(9, 1), new Point(9, 9))),
                        new Annotation.Draw(
                                "Dr. A", 0, null, List.of(new Point(1, 1), new Point(9, 1), new Point(9, 9.5))),
                        new Annotation.Place("Dr. A", 1, "calipers", List.of(new Point(40, 12.5), new Point(41, 88))),
                        new Annotation.Remark("Dr. A", "sample was warm"));
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void whatAReportSaysIsReadBack() {
        List<Annotation> words = List.of(
                new Annotation.Exclude("me", 2, 7, new Exclusion("debris", "a crumb")),
                new Annotation.Value("me", SpermMeasures.LIVE, 12.5));
        byte[] list = CanonicalJson.bytes(new Json.Sequence(Document.each(words, FindingJson::annotation)));

        assertThat(AnnotationJson.read(list, List.of())).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[3]",
                "[{\"type\":\"remark\",\"text\":\"x\"}]",
                "[{\"type\":\"remark\",\"by\":\" \",\"text\":\"x\"}]",
                "[{\"type\":\"guess\",\"by\":\"me\"}]",
                "[{\"type\":\"include\",\"by\":\"me\",\"field\":-1,\"item\":0}]",
                "[{\"type\":\"include\",\"by\":\"me\",\"field\":0.5,\"item\":0}]",
                "[{\"type\":\"draw\",\"by\":\"me\",\"field\":0,\"corners\":[[1,1],[2,2]]}]",
                "[{\"type\":\"place\",\"by\":\"me\",\"field\":0,\"places\":[[1,1],[2,2]]}]",
                "[{\"type\":\"value\",\"by\":\"me\",\"code\":\"live\",\"unit\":\"parsec\",\"value\":1}]"
            })
    void whatIsNoSuchListIsRejected(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.INVALID_REQUEST));
    }

    private static List<Annotation> read(String text) {
        return AnnotationJson.read(text.getBytes(StandardCharsets.UTF_8), List.of());
    }
}
