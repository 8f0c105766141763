package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlastomereGatesTest {
    private static final double SECOND = 55 / Math.cbrt(2);
    private static final double FOURTH = 55 / Math.cbrt(4);

    @Test
    void cellsThatDivideByHalvesAreOfTheirStage() {
        assertThat(BlastomereGates.unlikeStage(List.of(SECOND, FOURTH, FOURTH))).isCloseTo(0, within(1e-9));
        assertThat(BlastomereGates.unlikeStage(List.of(FOURTH, FOURTH, FOURTH))).isGreaterThan(0.1);
    }

    @Test
    void wholeCellsAreCounted() {
        assertThat(judged(List.of(SECOND, SECOND), 100, 1, 0, 0.5)).isEqualTo("counted");
    }

    @Test
    void whatMayBeTooManyOrHiddenIsNotCounted() {
        assertThat(judged(List.of(55.0), 100, 1, 0, 0.5)).isEqualTo("weak-edge");
        assertThat(judged(Collections.nCopies(9, 26.0), 100, 1, 0, 0.5)).isEqualTo("out-of-range");
        assertThat(judged(List.of(SECOND, SECOND), 10, 1, 0, 0.5)).isEqualTo("ambiguous");
        assertThat(judged(List.of(SECOND, SECOND), 100, 0.5, 0, 0.5)).isEqualTo("ambiguous");
        assertThat(judged(List.of(SECOND, SECOND), 100, 1, 0.5, 0.5)).isEqualTo("ambiguous");
        assertThat(judged(List.of(SECOND, SECOND), 100, 1, 0, 0.05)).isEqualTo("ambiguous");
        assertThat(judged(List.of(FOURTH, FOURTH), 100, 1, 0, 0.5)).isEqualTo("ambiguous");
        assertThat(judged(List.of(SECOND, 0.7 * SECOND), 100, 1, 0, 0.5)).isEqualTo("ambiguous");
    }

    private static String judged(List<Double> radii, double weakest, double contact, double hidden, double arc) {
        List<RoundCell> cells = radii.stream().map(r -> new RoundCell(0, 0, r)).toList();
        List<Double> arcs = Collections.nCopies(radii.size(), arc);
        List<Double> whole = Collections.nCopies(radii.size(), 1.0);
        return BlastomereGates.judged(new ClusterLook(cells, arcs, whole, whole, weakest, contact, hidden), radii, 0)
                .map(verdict -> verdict.refusal().reason())
                .orElse("counted");
    }
}
