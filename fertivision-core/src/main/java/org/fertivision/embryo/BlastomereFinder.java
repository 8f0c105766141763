package org.fertivision.embryo;

import java.util.List;
import org.fertivision.spi.Work;

/** Finds the cells of a cleaving embryo within its zona, and judges whether they can be counted. */
final class BlastomereFinder {
    private BlastomereFinder() {}

    /** What there is within a zona that holds. */
    static Blastomeres within(ZonaSighting zona, Work work) {
        RimSignal signal = new RimSignal(zona);
        List<RoundCell> fragments = new FragmentSearch(signal).fragments();
        work.checkpoint();
        CellCluster cluster = new CellCluster(signal, fragments);
        List<RoundCell> cells = new ClusterSearch(signal, cluster).cells(work);
        double um = signal.umPerPixel();
        double shift = RimShift.of(signal, cluster, cells);
        List<Double> radii = cells.stream().map(cell -> cell.radius() - shift).toList();
        List<Double> radiiUm = radii.stream().map(r -> r * um).toList();
        double fragmentsUm3 = fragments.stream()
                .mapToDouble(fragment -> BlastomereGates.ball(Math.max(0, fragment.radius() - shift) * um))
                .sum();
        ClusterLook look = ClusterLook.of(signal, cluster, cells);
        return new Blastomeres(
                look,
                radii,
                RimShift.widthUm(signal, cluster, cells) / um,
                BlastomereGates.judged(look, radiiUm, fragmentsUm3).orElse(null));
    }
}
