package org.fertivision.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    private static JsonFields of(String json) {
        return JsonFields.of(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void membersAreAskedForByKind() {
        JsonFields fields = of("{\"a\":\"x\",\"n\":0.1,\"l\":[\"p\",\"q\"],\"z\":null}");

        assertThat(fields.text("a")).isEqualTo("x");
        assertThat(fields.number("n")).contains(new BigDecimal("0.1"));
        assertThat(fields.texts("l")).isEqualTo(List.of("p", "q"));
        assertThat(fields.optionalText("z")).isEmpty();
        assertThat(fields.texts("none")).isEmpty();
        fields.noMore();
    }

    @Test
    void whatIsWrongIsNamedByItsPointer() {
        refused(() -> of("{\"a\":1}").text("a"), "/a");
        refused(() -> of("{}").text("a"), "/a");
        refused(() -> of("{\"a\":\" \"}").text("a"), "/a");
        refused(() -> of("{\"a\":\"1\"}").number("a"), "/a");
        refused(() -> of("{\"a\":[1]}").texts("a"), "/a");
        refused(() -> of("{}").text("a/b~"), "/a~1b~0");
    }

    @Test
    void whatIsNotKnownIsNotRepeatedButWhatIsKnownIsTold() {
        JsonFields fields = of("{\"a\":\"1\",\"JaneDoe\":1}");
        fields.text("a");
        assertThatThrownBy(fields::noMore)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().members().toString())
                                .contains("known are a")
                                .containsPattern("pointer=[,}]")
                                .doesNotContain("Jane"));
    }

    private static void refused(Runnable reading, String pointer) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().members().toString()).contains("pointer=" + pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "null",
                "{",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{\"a\":1e999999}",
                "{'a':1}",
                "\"a\"",
                "{\"a\":NaN}",
                "{\"a\":00}"
            })
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> of(json)).isInstanceOf(ProblemException.class);
    }

    @Test
    void depthIsLimited() {
        assertThatThrownBy(() -> of("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"))
                .isInstanceOf(ProblemException.class);
    }
}
