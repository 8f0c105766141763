package org.fertivision.sperm.fragmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FragmentationMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.tally.Tally;

/** The share of sperm with fragmented DNA over all fields, with and without the borderline ones. */
final class FragmentationSummary {
    /** Means over the cells. */
    static final List<Measure> MEANS = List.of(
            FragmentationMeasures.HALO_WIDTH,
            FragmentationMeasures.CORE_WIDTH,
            FragmentationMeasures.HALO_RATIO,
            FragmentationMeasures.HALO_WIDTH_PX,
            FragmentationMeasures.CORE_WIDTH_PX);

    private static final int FEWEST_CELLS = 300;
    private static final String FEW_CELLS = "few-cells";
    private static final Notice DRAWN_ONLY = new Notice(
            "proven-on-drawn-pictures",
            "The measurement of halos was proven on drawn pictures only; no pictures with readers' labels were at"
                    + " hand. Compare it with your own readings before use.");

    private FragmentationSummary() {}

    static Summary of(List<FieldOfView> fields) {
        Predicate<Item> judged = item -> item.term(HaloItems.LABELS).isPresent();
        Tally tally = Tally.of(fields, judged);
        Tally clear = Tally.of(
                fields,
                item -> item.term(HaloItems.LIMIT_LABELS)
                        .filter(HaloItems.CLEAR::equals)
                        .isPresent());
        List<Reading> readings = new ArrayList<>();
        readings.add(tally.count(SpermMeasures.CELLS));
        readings.add(tally.share(FragmentationMeasures.FRAGMENTED, FragmentationSummary::isFragmented));
        readings.add(clear.share(FragmentationMeasures.FRAGMENTED_CLEAR, FragmentationSummary::isFragmented));
        MEANS.forEach(measure -> readings.addAll(tally.means(measure)));
        return new Summary(readings, notices(tally));
    }

    private static boolean isFragmented(Item item) {
        return item.term(HaloItems.LABELS)
                .filter(term -> HaloClass.of(term).isFragmented())
                .isPresent();
    }

    private static List<Notice> notices(Tally tally) {
        List<Notice> notices = new ArrayList<>();
        notices.add(DRAWN_ONLY);
        tally.notices().stream()
                .filter(notice -> !notice.code().equals(FEW_CELLS))
                .forEach(notices::add);
        if (tally.total() < FEWEST_CELLS) {
            notices.add(new Notice(
                    FEW_CELLS,
                    tally.total() + " cells counted; protocols of the halo test ask for " + FEWEST_CELLS + " to 500."));
        }
        return List.copyOf(notices);
    }
}
