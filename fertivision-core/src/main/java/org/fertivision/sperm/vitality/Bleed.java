package org.fertivision.sperm.vitality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;

/**
 * How much of one stain's light shows in the other channel: the slope through zero of the other signal over the own one,
 * in cells of that stain alone.
 *
 * @param readings the two slopes in percent, or why there is none
 * @param notices a word where a slope is so large that cells may be called doubly stained by mistake
 */
record Bleed(List<Reading> readings, List<Notice> notices) {
    private static final double NOTICEABLE_PERCENT = 15;
    private static final String METHOD = "slope-through-zero";

    static Bleed of(List<Item> items) {
        List<Reading> readings = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        add(
                slope(
                        items,
                        CellItems.GREEN,
                        FieldMeasures.LIVE_SIGNAL,
                        FieldMeasures.DEAD_SIGNAL,
                        FieldMeasures.BLEED_INTO_DEAD),
                readings,
                notices);
        add(
                slope(
                        items,
                        CellItems.RED,
                        FieldMeasures.DEAD_SIGNAL,
                        FieldMeasures.LIVE_SIGNAL,
                        FieldMeasures.BLEED_INTO_LIVE),
                readings,
                notices);
        return new Bleed(readings, notices);
    }

    private static Reading slope(List<Item> items, String stain, Measure own, Measure other, Measure bleed) {
        double products = 0;
        double squares = 0;
        int n = 0;
        for (Item item : items) {
            if (item.counts()
                    && item.term(CellItems.STAIN_LABELS).filter(stain::equals).isPresent()) {
                double x = item.reading(own).figure().orElseThrow();
                double y = item.reading(other).figure().orElseThrow();
                products += x * y;
                squares += x * x;
                n++;
            }
        }
        return squares > 0
                ? Reading.measured(bleed, 100 * products / squares, n, METHOD)
                : Reading.notMeasured(bleed, Reading.NotMeasured.NO_OBJECTS);
    }

    private static void add(Reading slope, List<Reading> readings, List<Notice> notices) {
        readings.add(slope);
        slope.figure()
                .filter(percent -> percent > NOTICEABLE_PERCENT)
                .ifPresent(percent -> notices.add(new Notice(
                        "bleed-through",
                        String.format(
                                Locale.ROOT,
                                "%s is %.0f %% (noticeable above %.0f %%): some cells may seem to take both stains.",
                                slope.measure().label(),
                                percent,
                                NOTICEABLE_PERCENT))));
    }
}
