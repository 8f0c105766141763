package org.fertivision.embryo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cells within a zona as they were found.
 *
 * @param look how well each is seen
 * @param radii of each, where the index changes, pixels of the raster
 * @param edgeWidth full width of their rims at half height, pixels of the raster
 * @param refused why they are not counted, or null
 */
record Blastomeres(
        ClusterLook look,
        List<Double> radii,
        double edgeWidth,
        @Nullable Verdict refused) {
    /** Copies the list. */
    Blastomeres {
        radii = List.copyOf(radii);
    }

    /** Why they are not counted. */
    Optional<Verdict> refusal() {
        return Optional.ofNullable(refused);
    }

    int count() {
        return radii.size();
    }

    /** The smallest radius over the largest. */
    double evenness() {
        return radii.stream().mapToDouble(r -> r).min().orElse(0)
                / radii.stream().mapToDouble(r -> r).max().orElse(1);
    }
}
