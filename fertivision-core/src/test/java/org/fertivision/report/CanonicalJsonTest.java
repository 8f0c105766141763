package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void membersAreSortedByTheirUtf16Units() {
        // RFC 8785, section 3.2.3
        Json.Members members = new Json.Members()
                .put("\u20ac", "Euro Sign")
                .put("\r", "Carriage Return")
                .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
                .put("1", "One")
                .put("\ud83d\ude00", "Emoji: Grinning Face")
                .put("\u0080", "Control")
                .put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.text(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void textIsEscapedOnlyWhereItMustBe() {
        // RFC 8785, section 3.2.4
        assertThat(CanonicalJson.text(new Json.Text("\u20ac$\u000f\nA'B\"\\\\\"/\u007f")))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\"");
    }

    @Test
    void valuesStandWithoutSpace() {
        Json.Members members = new Json.Members()
                .put("b", List.of(Json.row(1, 2.5), new Json.Flag(true), new Json.Sequence(List.of())))
                .put("a", 333333333.33333329)
                .put("c", false);
        assertThat(CanonicalJson.text(members))
                .isEqualTo("{\"a\":333333333.3333333,\"b\":[[1,2.5],true,[]],\"c\":false}");
    }

    @Test
    void loneSurrogateIsReplacedAndAPairIsKept() {
        assertThat(CanonicalJson.text(new Json.Text("a\ud83d"))).isEqualTo("\"a\ufffd\"");
        assertThat(CanonicalJson.text(new Json.Text("\ude00a"))).isEqualTo("\"\ufffda\"");
        assertThat(CanonicalJson.bytes(new Json.Text("\ud83d\ude00")))
                .isEqualTo("\"\ud83d\ude00\"".getBytes(StandardCharsets.UTF_8));
    }
}
