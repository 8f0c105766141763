package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fertivision.FertiVision;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far a sperm is from the limits that it fails, where a person reads it. */
class MarginsTest {
    private static final Measure MARGIN = SpermMeasures.HEAD_LENGTH.margin();

    private static Report report;

    @BeforeAll
    static void drawsHeadsThatAreTooLong() {
        Drawn drawn = Phantoms.of("stained-smear")
                .seed(975)
                .with("width", 800)
                .with("height", 640)
                .with("cells", 6)
                .with("lengthUm", 5.1)
                .with("widthUm", 3)
                .with("lengthCv", 0)
                .with("widthCv", 0)
                .draw();
        try (FertiVision engine = FertiVision.create()) {
            report = engine.analyze(Request.of("sperm-morphology")
                            .field(Source.frames(() -> Frames.of(drawn.frame())))
                            .calibration(drawn.calibration())
                            .set("stain", "papanicolaou")
                            .build())
                    .orElseThrow();
        }
    }

    @Test
    void theDocumentKeepsThem() {
        List<Item> items =
                ReportJson.parse(ReportJson.write(report)).fields().get(0).items();

        assertThat(items).isEqualTo(report.findings().fields().get(0).items());
        assertThat(failing()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theTableHasAColumnForEachThatIsEmptyWhereNoLimitIsFailed() {
        List<List<String>> rows = new String(ReportCsv.items(report), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
        int margin = rows.get(0).indexOf("headLengthMargin");
        int width = rows.get(0).indexOf("headWidthMargin");
        int excluded = rows.get(0).indexOf("excluded");

        assertThat(rows.stream().skip(1).filter(row -> row.get(excluded).isEmpty()))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(Double.parseDouble(row.get(margin))).isNegative();
                    assertThat(row.get(width)).isEmpty();
                });
    }

    @Test
    void thePageNamesEachBelowItsObject() {
        Item item = failing().get(0);
        double percent = item.reading(MARGIN).figure().orElseThrow();
        Language german = Language.of("de").orElseThrow();

        assertThat(page(Language.ENGLISH)).contains(">margin Head length " + Language.ENGLISH.plain(percent) + " %");
        assertThat(page(german)).contains(">Abstand Kopflänge " + german.plain(percent) + " %");
    }

    @Test
    void noChartIsDrawnOfWhatOnlyAbnormalObjectsHave() {
        assertThat(Spread.of(report, Language.ENGLISH))
                .extracting(spread -> spread.chart().words())
                .noneMatch(chart -> chart.contains("Head length, margin"))
                .anyMatch(chart -> chart.contains("Head length"));
    }

    private static String page(Language language) {
        return new String(
                ReportHtml.write(report, new Standing("not signed", false), Letterhead.NONE, language),
                StandardCharsets.UTF_8);
    }

    private static List<Item> failing() {
        return report.findings().fields().get(0).items().stream()
                .filter(item -> item.reading(MARGIN).figure().isPresent())
                .toList();
    }
}
