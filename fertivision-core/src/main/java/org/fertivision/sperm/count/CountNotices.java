package org.fertivision.sperm.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.spi.Settings;

/** What a reader of a concentration should know: cells hidden in clusters, the depth of the chamber, how it fills. */
final class CountNotices {
    private static final double SHALLOW_UM = 25;
    private static final double DOUBTFUL_SHARE = 0.3;
    private static final int FEWEST_DOUBTFUL = 10;

    private CountNotices() {}

    static List<Notice> of(List<FieldOfView> fields, int cells, Settings settings) {
        List<Notice> notices = new ArrayList<>();
        addClusters(fields, cells, notices);
        addDoubtful(fields, cells, notices);
        if (Chamber.depthUm(settings).isPresent()) {
            notices.add(new Notice(
                    "counting-error-only",
                    "The intervals tell how far counts vary by chance; errors of the chamber's depth, of dilution and of"
                            + " pipetting come on top."));
            addDepth(settings, notices);
            addFilling(settings, notices);
        }
        return notices;
    }

    private static void addClusters(List<FieldOfView> fields, int cells, List<Notice> notices) {
        List<Integer> hidden = fields.stream()
                .flatMap(field -> field.items().stream())
                .filter(CountNotices::isCluster)
                .map(item -> item.reading(SpermMeasures.CLUSTER_CELLS)
                        .figure()
                        .orElse(0.0)
                        .intValue())
                .toList();
        if (!hidden.isEmpty()) {
            int sum = hidden.stream().mapToInt(Integer::intValue).sum();
            notices.add(new Notice(
                    "clusters",
                    hidden.size() + " cluster(s) could not be parted and are not counted: by their area they may hide "
                            + sum + " cells beside the " + cells + " counted. Dilute if there are many."));
        }
    }

    private static void addDoubtful(List<FieldOfView> fields, int cells, List<Notice> notices) {
        long doubtful = fields.stream()
                .flatMap(field -> field.items().stream())
                .flatMap(item -> item.whyExcluded().stream())
                .filter(why -> Sorted.DOUBTFUL.contains(why.reason()))
                .count();
        if (doubtful > DOUBTFUL_SHARE * cells && doubtful >= FEWEST_DOUBTFUL) {
            notices.add(new Notice(
                    "doubtful-objects",
                    doubtful
                            + " objects as clear or as large as heads are not shaped or not bright like them, beside the "
                            + cells
                            + " counted: halos, debris, rulings or a wrong scale. Look at the overlay before you use"
                            + " the count."));
        }
    }

    private static boolean isCluster(Item item) {
        return item.whyExcluded()
                .filter(why -> why.reason().equals(Sorted.CLUSTER))
                .isPresent();
    }

    private static void addDepth(Settings settings, List<Notice> notices) {
        if (settings.find(CountSettings.CHAMBER_DEPTH).isPresent()) {
            return;
        }
        Chamber chamber = Chamber.of(settings);
        chamber.measured()
                .ifPresent(depth -> notices.add(new Notice(
                        "chamber-depth",
                        String.format(
                                Locale.ROOT,
                                "%s: the nominal depth of %.0f um was used; %d new ones measured %.2f +- %.2f um (Lu 2016,"
                                        + " doi:10.22074/ijfs.2016.4612). Where that is so, the concentrations given here are"
                                        + " %.0f %% too high; set chamberDepth to the depth of yours.",
                                chamber.title(),
                                chamber.nominalUm().orElseThrow(),
                                depth.chambers(),
                                depth.meanUm(),
                                depth.deviationUm(),
                                100 * (depth.meanUm() / chamber.nominalUm().orElseThrow() - 1)))));
    }

    private static void addFilling(Settings settings, List<Notice> notices) {
        boolean shallow = Chamber.depthUm(settings).orElseThrow() <= SHALLOW_UM;
        if (shallow
                && Chamber.of(settings).mayFillByCapillarity()
                && settings.get(CountSettings.DEPTH_CORRECTION) == 1) {
            notices.add(new Notice(
                    "capillary-filling",
                    "Slides of about 20 um that fill by capillary forces misread concentrations, because cells and fluid"
                            + " travel at unequal speed (Segre-Silberberg effect, Kuster 2005,"
                            + " doi:10.1016/j.theriogenology.2005.05.047). No correction was applied; take depthCorrection from"
                            + " a count of beads."));
        }
    }
}
