package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.spi.Work;

/**
 * Finds the round cells that explain best what is seen within a zona: first discs that explain rims which others do not,
 * then none that does not pay together with the others, then whatever further cell pays.
 */
final class ClusterSearch {
    /** What a cell has to gain, micrometers of rim. */
    private static final double LEAST_GAIN = 12;

    private static final int MOST = 9;
    private static final int MOST_TURNS = 24;
    private static final int MOST_COVER = 12;
    private static final double WORTH_TUNING_UM = 6;
    private static final double LEAST_EXPLAINED = 0.25;
    private static final int TUNED = 6;
    private static final double GRID_UM = 6;

    private final RimSignal signal;
    private final CellCluster cluster;
    private final ClusterTuning tuning;

    ClusterSearch(RimSignal signal, CellCluster cluster) {
        this.signal = signal;
        this.cluster = cluster;
        this.tuning = new ClusterTuning(cluster, signal.umPerPixel(), CellSizes.BLASTOMERES);
    }

    /** The cells, their rims where the signal peaks. */
    List<RoundCell> cells(Work work) {
        List<RoundCell> candidates = RimVotes.of(signal, CellSizes.BLASTOMERES);
        List<RoundCell> cells = paying(tuning.all(cover(candidates)));
        for (int turn = 0; turn < MOST_TURNS && cells.size() < MOST; turn++) {
            work.checkpoint();
            Optional<List<RoundCell>> more = further(cells, candidates);
            if (more.isEmpty()) {
                break;
            }
            cells = paying(tuning.all(more.get()));
        }
        work.checkpoint();
        return tuning.sharp(cells);
    }

    private List<RoundCell> cover(List<RoundCell> candidates) {
        List<RoundCell> cells = new ArrayList<>();
        for (RoundCell candidate : candidates) {
            if (cells.size() < MOST_COVER && cluster.alone(candidate, cells) > WORTH_TUNING_UM) {
                RoundCell tuned = tuning.alone(candidate, cells);
                if (cluster.alone(tuned, cells) > LEAST_EXPLAINED * cluster.whole(tuned)
                        && cells.stream().allMatch(o -> o.apartFrom(tuned, CellCluster.APART))) {
                    cells.add(tuned);
                }
            }
        }
        return cells;
    }

    /** The cells without those that gain less together than alone, the worst first. */
    private List<RoundCell> paying(List<RoundCell> cells) {
        List<RoundCell> left = cells;
        while (!left.isEmpty()) {
            double best = cluster.gain(left) - LEAST_GAIN / 2;
            Optional<List<RoundCell>> fewer = Optional.empty();
            for (int i = 0; i < left.size(); i++) {
                List<RoundCell> without = new ArrayList<>(left);
                without.remove(i);
                double gain = cluster.gain(without);
                if (gain > best) {
                    best = gain;
                    fewer = Optional.of(without);
                }
            }
            if (fewer.isEmpty()) {
                return left;
            }
            left = tuning.all(fewer.get());
        }
        return left;
    }

    private record Rated(double gain, List<RoundCell> cells) {}

    /** The cells and one more, where one pays. */
    private Optional<List<RoundCell>> further(List<RoundCell> cells, List<RoundCell> candidates) {
        List<RoundCell> options = new ArrayList<>(candidates);
        if (cells.size() > 1) {
            options.addAll(between(cells));
        }
        double least = cluster.gain(cells) + LEAST_GAIN;
        return options.stream()
                .map(option -> rated(with(cells, option)))
                .sorted(Comparator.comparingDouble(Rated::gain).reversed())
                .limit(TUNED)
                .map(rated -> rated(tuning.last(rated.cells())))
                .filter(rated -> rated.gain() >= least && ClusterLook.eachIsSeen(rated.cells()))
                .max(Comparator.comparingDouble(Rated::gain))
                .map(Rated::cells);
    }

    private Rated rated(List<RoundCell> cells) {
        return new Rated(cluster.gain(cells), cells);
    }

    private static List<RoundCell> with(List<RoundCell> cells, RoundCell more) {
        List<RoundCell> all = new ArrayList<>(cells);
        all.add(more);
        return all;
    }

    /** Cells of the mean size in places where others are: one of them may have a rim that is not seen. */
    private List<RoundCell> between(List<RoundCell> cells) {
        double radius = cells.stream().mapToDouble(RoundCell::radius).average().orElse(0);
        List<RoundCell> places = new ArrayList<>();
        double step = GRID_UM / signal.umPerPixel();
        for (double dy = -signal.reach(); dy <= signal.reach(); dy += step) {
            for (double dx = -signal.reach(); dx <= signal.reach(); dx += step) {
                double x = signal.center().x() + dx;
                double y = signal.center().y() + dy;
                if (cells.stream().anyMatch(cell -> cell.depth(x, y) > 0)) {
                    places.add(new RoundCell(x, y, radius));
                }
            }
        }
        return places;
    }
}
