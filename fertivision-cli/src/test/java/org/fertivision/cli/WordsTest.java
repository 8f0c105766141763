package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small things of which all output is made: figures, lines, tables, near words, progress. */
class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "812, 812",
        "63.15789, 63.16",
        "0.000123456, 0.0001235",
        "12345.6, 12346",
        "999.96, 1000",
        "-4.5, -4.5",
        "1e9, 1000000000",
        "1e-12, 0.000000000001"
    })
    void figuresHaveFourDigitsAndAPoint(double value, String text) {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Plain.figure(value)).isEqualTo(text);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void differencesHaveASignAndThePlacesOfTheFigure() {
        assertThat(Plain.difference(0.02364, 8.955)).isEqualTo("+0.024");
        assertThat(Plain.difference(-3, 75)).isEqualTo("-3.00");
        assertThat(Plain.difference(3e-8, 65.33)).isEqualTo("0");
        assertThat(Plain.difference(1, 0)).isEqualTo("+1.000");
        assertThat(Plain.share(0.01585)).isEqualTo("+1.58 %");
        assertThat(Plain.interval(new Interval(1, 2.5))).isEqualTo("1 to 2.5");
        assertThat(Plain.count(1, "field") + ", " + Plain.count(2, "field")).isEqualTo("1 field, 2 fields");
    }

    @Test
    void linesCannotSteerTheTerminal() {
        assertThat(Plain.line("a\u001b[31mb\nc\u202ed\u2028e")).isEqualTo("a [31mb c d e");
        assertThat(Plain.line("Müller µm² 精子 🔬")).isEqualTo("Müller µm² 精子 🔬");
    }

    @Test
    void tablesWrapTheirLastColumn() {
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT)
                .row("name", "7", "word ".repeat(30).strip())
                .row("n", "1000", "x");

        assertThat(printed(table).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextTable.PAGE))
                .anySatisfy(line -> assertThat(line).startsWith("n     1000  x"));
    }

    @Test
    void nearWordsAreThoseThatSomebodyMayHaveMeant() {
        List<String> known = List.of("headArea", "headAspect", "headAreaPx", "live", "dead");

        assertThat(Near.to("headAera", known)).startsWith("headArea");
        assertThat(Near.to("LIVE", known)).containsExactly("live");
        assertThat(Near.to("aspect", known)).containsExactly("headAspect");
        assertThat(Near.to("zzzzzz", known)).isEmpty();
        assertThat(Near.question("zzzzzz", known)).isEmpty();
    }

    @Test
    void progressIsABarOnlyWhereAPersonWatches() {
        StringWriter lines = new StringWriter();
        StringWriter bar = new StringWriter();
        long[] nanos = {0};
        try (Progress quiet = new Progress(new PrintWriter(lines), false, 4, "field", () -> nanos[0]);
                Progress moving = new Progress(new PrintWriter(bar), true, 4, "field", () -> nanos[0])) {
            nanos[0] = 12_000_000_000L;
            quiet.accept(0.5);
            quiet.accept(0.25);
            quiet.tell();
            moving.accept(0.5);
            moving.tell();
        }

        assertThat(lines).hasToString("fertivision: 50 % of 4 fields after 12 s, 10 a minute, 12 s left\n");
        assertThat(bar.toString())
                .contains("\r###############............... 50 % of 4 fields, 12 s, 10 a minute, 12 s left")
                .endsWith("\r\033[K");
    }

    private static String printed(TextTable table) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        table.print(printer, 0);
        printer.flush();
        return out.toString();
    }
}
