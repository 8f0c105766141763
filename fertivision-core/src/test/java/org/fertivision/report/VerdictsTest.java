package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final Descriptor KIND = Descriptor.analyzer("fertivision.sperm-morphology", "1.0.0")
            .title("Morphology")
            .source("none")
            .measures(SpermMeasures.NORMAL_FORMS)
            .itemMeasures(SpermMeasures.STRICT_MARGIN)
            .labels("strict")
            .build();

    @Test
    void groupsByVerdictAndShowsWhatIsNearestToALimitFirst() {
        Report report = report(
                item(0, -20, "large"),
                item(1, 12, "normal"),
                item(2, -2, "large"),
                item(3, 5, "normal"),
                item(4, -7, "large"),
                Item.of(5, new Point(1, 1), Outline.none(), new Region(0, 0, 9, 9), List.of(), List.of()));

        List<Verdicts.Group> groups = Verdicts.of(
                        report, ItemChoice.of(report.findings().fields()), OverlayKey.of(report))
                .groups();

        assertThat(groups)
                .extracting(group -> group.heading(Language.ENGLISH))
                .containsExactly("large: 3", "normal: 2", "without a word: 1");
        assertThat(ids(groups.get(0))).containsExactly(2, 4, 0);
        assertThat(ids(groups.get(1))).containsExactly(3, 1);
        assertThat(Verdicts.behind(SpermMeasures.NORMAL_FORMS, report)).contains("called-normal");
        assertThat(Verdicts.behind(SpermMeasures.CELLS, report)).isEmpty();
    }

    private static List<Integer> ids(Verdicts.Group group) {
        return group.shown().stream().map(seen -> seen.item().id()).toList();
    }

    private static Item item(int id, double margin, String term) {
        return Item.of(
                id,
                new Point(1, 1),
                Outline.none(),
                new Region(0, 0, 9, 9),
                List.of(Reading.measured(SpermMeasures.STRICT_MARGIN, margin, "test")),
                List.of(new Label("strict", term)));
    }

    private static Report report(Item... items) {
        FieldOfView field = FieldOfView.still(
                100, 100, List.of(items), List.of(), new Quality(null, 0.5, true, List.of()), List.of(), null);
        return new Report(
                null,
                KIND,
                "built-in",
                Settings.defaults(List.of()),
                new ArrayList<>(SampleReport.of(1, 0).inputs()),
                Findings.of("fertivision.sperm-morphology", List.of(field), new Summary(List.of())),
                List.of(),
                List.of(),
                "FertiVision",
                Pictures.none());
    }
}
