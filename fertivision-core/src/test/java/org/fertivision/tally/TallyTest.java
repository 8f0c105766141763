package org.fertivision.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void intervalsOfMeansStayWithinWhatTheyCanBe() {
        Interval shares = mean(MotilityMeasures.STR, 100, 100, 99, 20);
        Interval speeds = mean(MotilityMeasures.VSL, 0, 0, 1, 90);

        assertThat(shares.lo()).isBetween(0.0, 50.0);
        assertThat(shares.hi()).isEqualTo(100);
        assertThat(speeds.lo()).isZero();
        assertThat(speeds.hi()).isGreaterThan(50);
    }

    private static Interval mean(Measure measure, double... values) {
        List<Item> items = new ArrayList<>();
        for (double value : values) {
            items.add(Item.of(
                    items.size(),
                    new Point(1, 1),
                    Outline.none(),
                    new Region(0, 0, 2, 2),
                    List.of(Reading.measured(measure, value, "by the test")),
                    List.of()));
        }
        FieldOfView field =
                FieldOfView.still(10, 10, items, List.of(), new Quality(null, 1, true, List.of()), List.of(), null);
        return ((Reading.Measured)
                        Tally.of(List.of(field), item -> true).means(measure).get(0))
                .ci95();
    }
}
