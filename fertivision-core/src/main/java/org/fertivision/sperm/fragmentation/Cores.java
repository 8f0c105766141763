package org.fertivision.sperm.fragmentation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DistanceParts;
import org.fertivision.pixel.GrayUnder;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.Threshold;
import org.fertivision.stats.Percentiles;

/**
 * Finds the cores of a field: of all that stands out from the ground, Otsu's threshold parts cores from halos; what stands
 * out and holds no such core may be a weak one.
 *
 * @param all the cores, strong and weak, in the order of their first pixel
 * @param floor level above which a pixel stands out from the ground
 * @param strong contrast of the field's strong cores (75th percentile), levels; 0 without any
 * @param radius half the width of the field's typical core, pixels; 0 without any
 */
record Cores(List<Core> all, double floor, double strong, double radius) {
    private static final double PLATEAU = 75;
    private static final double STRONG = 0.75;
    private static final int LEAST_GRAY_LEVELS = 4;
    /** What is weaker than this share of a strong core is no weak core but a tail or the rest of a halo. */
    private static final double LEAST_WEAK = 0.22;

    private static final double ABOVE_HALO = 1.25;
    private static final double LEAST_SIZE = 0.4;
    private static final double PINCH = 0.3;
    private static final double SMALLEST_PART = 0.5;

    /**
     * The cores of a field.
     *
     * @param smallest fewest pixels of a core
     */
    static Cores of(HaloPicture picture, double noiseFactor, int smallest) {
        Histogram histogram = Histogram.of(picture.plane());
        double floor = picture.ground() + Math.max(noiseFactor * picture.noise(), LEAST_GRAY_LEVELS * picture.scale());
        int[] counts = new int[picture.plane().maximum() + 1];
        long above = 0;
        for (int level = (int) Math.ceil(floor); level <= histogram.highest(); level++) {
            counts[level] = histogram.count(level);
            above += counts[level];
        }
        if (above == 0) {
            return new Cores(List.of(), floor, 0, 0);
        }
        double level = Otsu.threshold(Histogram.ofCounts(counts));
        List<Core> cores = found(picture, level, smallest);
        if (cores.isEmpty()) {
            return new Cores(List.of(), floor, 0, 0);
        }
        double strong = Percentiles.of(
                        cores.stream().mapToDouble(Core::contrast).toArray())
                .at(STRONG);
        double area = typicalArea(cores);
        double radius = Math.sqrt(area / Math.PI);
        List<Core> parted = cores.stream()
                .flatMap(core -> parts(core, picture, radius).stream())
                .toList();
        double weakest = Math.max(floor, picture.ground() + LEAST_WEAK * strong);
        List<Core> weak = found(picture, weakest, (int) Math.max(smallest, LEAST_SIZE * area)).stream()
                .filter(found -> cores.stream().noneMatch(core -> core.blob().overlap(found.blob()) > 0))
                .toList();
        return new Cores(sorted(parted, weak), floor, strong, radius);
    }

    /** These cores and the weak ones that lie in another cell's halo: what takes up clearly more than halos do. */
    Cores withWeakInHalos(HaloPicture picture, double density) {
        if (all.isEmpty()) {
            return this;
        }
        double level = Math.max(floor, picture.ground() + ABOVE_HALO * density * strong);
        List<Core> weak = found(picture, level, (int) Math.ceil(LEAST_SIZE * Math.PI * radius * radius)).stream()
                .filter(found -> all.stream().noneMatch(core -> core.blob().overlap(found.blob()) > 0))
                .toList();
        return weak.isEmpty() ? this : new Cores(sorted(all, weak), floor, strong, radius);
    }

    private static List<Core> sorted(List<Core> some, List<Core> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingInt((Core core) -> core.blob().box().y())
                        .thenComparingInt(core -> core.blob().box().x()))
                .toList();
    }

    private static List<Core> found(HaloPicture picture, double level, int smallest) {
        return Components.of(picture.plane(), Threshold.brighterThan(level), Connectivity.EIGHT, smallest).stream()
                .map(Blob::filled)
                .map(blob -> core(blob, picture))
                .toList();
    }

    private static Core core(Blob blob, HaloPicture picture) {
        double plateau = GrayUnder.of(blob, picture.plane()).percentile(PLATEAU);
        return new Core(blob, plateau - picture.ground());
    }

    /** Cores that touch, parted where they are pinched. */
    private static List<Core> parts(Core core, HaloPicture picture, double radius) {
        List<Blob> parts = DistanceParts.of(core.blob(), PINCH, SMALLEST_PART * radius);
        return parts.size() == 1
                ? List.of(core)
                : parts.stream().map(part -> core(part, picture)).toList();
    }

    /** The area of the core in which the middle one of all core pixels lies. */
    private static double typicalArea(List<Core> cores) {
        int[] areas =
                cores.stream().mapToInt(core -> core.blob().area()).sorted().toArray();
        long half = Arrays.stream(areas).asLongStream().sum() / 2;
        long sum = 0;
        for (int area : areas) {
            sum += area;
            if (sum >= half) {
                return area;
            }
        }
        return areas[areas.length - 1];
    }
}
