package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FollicleMeasures;
import org.junit.jupiter.api.Test;

class ReadingsTableTest {
    @Test
    void whereNothingHasAFigureThereIsNoHeading() {
        Reading none = Reading.notMeasured(FollicleMeasures.OVARY_VOLUME, "needs-three-diameters");
        Reading one = Reading.measured(FollicleMeasures.FOLLICLES, 3, "test");

        assertThat(new ReadingsTable(new Summary(List.of(none))).measured().isEmpty())
                .isTrue();
        assertThat(new ReadingsTable(new Summary(List.of(none, one))).measured().isEmpty())
                .isFalse();
    }
}
