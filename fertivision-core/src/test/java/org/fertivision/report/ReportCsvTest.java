package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Path;
import org.fertivision.finding.Series;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.image.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCsvTest {
    private static final Report SAMPLE = SampleReport.of(2, 30);

    @Test
    void theLastColumnSaysHowPersonsStandToIt() {
        Report report = SampleReport.of(1, 3);
        String plain = new String(ReportCsv.summary(report), StandardCharsets.UTF_8);
        String told = new String(
                ReportCsv.summary(report, new Standing("UNSIGNED, \"changed\" by A", false)), StandardCharsets.UTF_8);

        List<String> before = plain.lines().toList();
        assertThat(told.lines())
                .containsExactly(before.get(0) + ",standing", before.get(1) + ",\"UNSIGNED, \"\"changed\"\" by A\"");
    }

    @Test
    void everyRowOfItemsAndTracksSaysItWhereItIsAsked() {
        Standing standing = new Standing("DEMO: nobody's, at all", false);
        assertThat(told(ReportCsv.items(SAMPLE, standing)))
                .isEqualTo(withLast(ReportCsv.items(SAMPLE), ",standing", ",\"DEMO: nobody's, at all\""));
        Report moving = moving(null);
        assertThat(told(ReportCsv.tracks(moving, standing)))
                .isEqualTo(withLast(ReportCsv.tracks(moving), ",standing", ",\"DEMO: nobody's, at all\""));
    }

    private static List<String> told(byte[] table) {
        return new String(table, StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> withLast(byte[] table, String name, String cell) {
        List<String> rows = new ArrayList<>(told(table));
        rows.replaceAll(row -> row + cell);
        rows.set(0, told(table).get(0) + name);
        return rows;
    }

    @Test
    void itemsHaveTheColumnsThatWerePromised() {
        List<List<String>> rows = cells(ReportCsv.items(SAMPLE));
        assertThat(rows.get(0))
                .containsExactly(
                        "field", "item", "xPx", "yPx", "area", "liveSignal", "deadSignal", "vitality", "excluded");
        assertThat(rows).hasSize(61);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(9));
    }

    @Test
    void excludedObjectsStandAmongTheItemsWithTheirReason() {
        List<String> reasons = cells(ReportCsv.items(SAMPLE)).stream()
                .skip(1)
                .map(row -> row.get(8))
                .filter(reason -> !reason.isEmpty())
                .toList();
        assertThat(reasons).isNotEmpty().containsOnly("touches-border", "too-large");
    }

    @Test
    void whatWasNotMeasuredIsAnEmptyCellAndNeverZero() {
        List<List<String>> rows = cells(ReportCsv.items(SAMPLE));
        assertThat(rows).anySatisfy(row -> assertThat(row.subList(6, 8)).containsExactly("", "live"));
    }

    @Test
    void summaryHasOneRowWithIntervalAndReason() {
        List<List<String>> rows = cells(ReportCsv.summary(SAMPLE));
        assertThat(rows).hasSize(2);
        assertThat(cell(rows, "specimen")).isEqualTo("S-0042");
        assertThat(cell(rows, "fields")).isEqualTo("2");
        assertThat(cell(rows, "liveUnit")).isEqualTo("%");
        assertThat(Double.parseDouble(cell(rows, "liveLo"))).isLessThan(Double.parseDouble(cell(rows, "live")));
        assertThat(Double.parseDouble(cell(rows, "liveHi"))).isGreaterThan(Double.parseDouble(cell(rows, "live")));
        assertThat(cell(rows, "liveN")).isEqualTo(cell(rows, "cells"));
        assertThat(cell(rows, "concentration")).isEmpty();
        assertThat(cell(rows, "concentrationReason")).isEqualTo("no chamber depth given");
        assertThat(cell(rows, "given")).isEqualTo("ejaculateVolume=3.1 mL by Dr. Amin");
        assertThat(cell(rows, "umPerPixelX")).isEqualTo("0.481");
        assertThat(cell(rows, "set.minArea")).isEqualTo("9.5");
        assertThat(cell(rows, "fieldSettings")).isEqualTo("minArea@0=7");
        assertThat(cell(rows, "resultSha256")).isEqualTo(ReportJson.resultSha256(SAMPLE));
        assertThat(Integer.parseInt(cell(rows, "counted")) + Integer.parseInt(cell(rows, "excluded")))
                .isEqualTo(60);
    }

    @Property(tries = 60)
    void reportsOfOneKindHaveTheSameColumns(@ForAll("reports") Report report) {
        List<String> header = cells(ReportCsv.summaryHeader(report).getBytes(StandardCharsets.UTF_8))
                .get(0);
        List<List<String>> rows = cells(ReportCsv.summary(report));
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
        assertThat(header.subList(0, 6)).containsExactly("specimen", "kind", "algorithm", "version", "fields", "cells");
        assertThat(cells(ReportCsv.items(report)))
                .allSatisfy(row -> assertThat(row).hasSize(9));
    }

    @Provide
    Arbitrary<Report> reports() {
        return ReportArbitraries.reports();
    }

    @Test
    void differentScalesAreSaidToDiffer() {
        List<List<String>> rows =
                cells(ReportCsv.summary(ReportArbitraries.withCalibrations(SAMPLE, List.of(0.5, 0.25))));
        assertThat(cell(rows, "umPerPixelX")).isEmpty();
        assertThat(cell(rows, "calibrationOrigin")).isEqualTo("differs between fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void textThatLooksLikeAFormulaIsDefused(String words) {
        assertThat(cells(new CsvTable().text(words).endLine().bytes()).get(0)).containsExactly("'" + words);
    }

    @Test
    void negativeNumbersStayNumbers() {
        assertThat(new CsvTable().number(-1.5).endLine().text()).isEqualTo("-1.5\n");
    }

    @Test
    void quotesCommasAndLinesAreQuoted() {
        assertThat(new CsvTable()
                        .text("a,b")
                        .text("say \"x\"")
                        .text("two\nlines")
                        .text("plain")
                        .endLine()
                        .text())
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain\n");
    }

    @Test
    void tracksCountFramesFromZeroAndTellTheTime() {
        Report report = moving(Timing.framesPerSecond(30));
        assertThat(new String(ReportCsv.tracks(report), StandardCharsets.UTF_8))
                .isEqualTo("field,track,frame,timeS,xPx,yPx\n0,7,0,0,1,2\n0,7,1,0.0333333333,1.25,2.5\n");
        assertThat(new String(ReportCsv.series(report), StandardCharsets.UTF_8))
                .isEqualTo("field,code,unit,timeS,value\n0,area,um2,0,10\n0,area,um2,0.5,11.25\n");
        assertThat(ReportCsv.hasTracks(report)).isTrue();
        assertThat(ReportCsv.hasSeries(report)).isTrue();
        assertThat(ReportCsv.hasTracks(SAMPLE)).isFalse();
    }

    @Test
    void tracksOfUnknownSpeedHaveNoTime() {
        assertThat(new String(ReportCsv.tracks(moving(null)), StandardCharsets.UTF_8))
                .contains("\n0,7,1,,1.25,2.5\n");
    }

    @Test
    void hashesOfTracksAndCurvesStandInTheDocument() {
        Report report = moving(Timing.framesPerSecond(30));
        ParsedReport.Hashes hashes = ReportJson.parse(ReportJson.write(report)).hashes();
        assertThat(hashes.tracksSha256()).isEqualTo(Sha256.of(ReportCsv.tracks(report)));
        assertThat(hashes.seriesSha256()).isEqualTo(Sha256.of(ReportCsv.series(report)));
    }

    @Test
    void theLocaleDoesNotMatter() {
        byte[] here = ReportCsv.summary(SAMPLE);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ReportCsv.summary(SAMPLE)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Report moving(@org.jspecify.annotations.Nullable Timing timing) {
        Item first = SAMPLE.findings().fields().get(0).items().get(0);
        Item track = new Item(
                7,
                first.center(),
                first.outline(),
                first.box(),
                List.of(),
                List.of(new Label("vitality", "live")),
                new Path(new int[] {0, 1}, new double[] {1, 1.25}, new double[] {2, 2.5}),
                null,
                null);
        FieldOfView field = SAMPLE.findings().fields().get(0);
        FieldOfView video = new FieldOfView(
                field.width(),
                field.height(),
                List.of(track),
                List.of(),
                field.quality(),
                List.of(),
                List.of(new Series(FieldMeasures.AREA, new double[] {0, 0.5}, new double[] {10, 11.25})),
                null,
                null,
                2.0);
        return new Report(
                null,
                SAMPLE.analyzer(),
                "built-in",
                SAMPLE.settings(),
                List.of(new FieldFacts(SAMPLE.inputs().get(0).input(), null, timing)),
                Findings.of(
                        SAMPLE.findings().kind(),
                        List.of(video),
                        SAMPLE.findings().summary()),
                List.of(),
                List.of(),
                "test",
                SAMPLE.pictures());
    }

    private static String cell(List<List<String>> rows, String column) {
        return rows.get(1).get(rows.get(0).indexOf(column));
    }

    /** Reads a table the way RFC 4180 says. */
    private static List<List<String>> cells(byte[] table) {
        String text = new String(table, StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(quoted).isFalse();
        assertThat(row).as("the last row is ended").isEmpty();
        return rows;
    }
}
