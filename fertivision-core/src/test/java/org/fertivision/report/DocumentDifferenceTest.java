package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentDifferenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1}            | {"a":2}           | /a      | 1       | 2
                    {"a":{"b":[1,2]}}  | {"a":{"b":[1,3]}} | /a/b    | [1,2]   | [1,3]
                    {"a":["x","y"]}    | {"a":["x"]}       | /a/1    | "y"     | absent
                    {}                 | {"a/b~c":true}    | /a~1b~0c | absent | true
                    {"a":[]}           | {"a":{}}          | /a      | []      | {}
                    {"a":[{"b":"1"}]}  | {"a":[{"b":1}]}   | /a/0/b  | "1"     | 1
                    """)
    void aPlaceIsAPointerWithBothValues(String before, String after, String pointer, String one, String other) {
        assertThat(between(before, after)).containsExactly(new DocumentDifference(pointer, one, other));
    }

    @Test
    void theSameContentHasNoDifference() {
        byte[] document = ReportJson.write(SampleReport.of(1, 5));

        assertThat(DocumentDifference.between(document, document)).isEmpty();
        assertThat(between("{\"b\": 1.0, \"a\": \"x\"}", "{\"a\":\"x\",\"b\":1}"))
                .isEmpty();
    }

    @Test
    void everyPlaceIsToldInOrder() {
        assertThat(between("{\"a\":[{\"x\":1},{\"x\":2}],\"b\":1}", "{\"a\":[{\"x\":0},{\"x\":0}],\"b\":0}"))
                .extracting(DocumentDifference::pointer)
                .containsExactly("/a/0/x", "/a/1/x", "/b");
    }

    private static List<DocumentDifference> between(String before, String after) {
        return DocumentDifference.between(
                before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }
}
