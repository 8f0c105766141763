package org.fertivision.sperm.fragmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.GrayInside;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Nearest;
import org.fertivision.pixel.RadialOutline;
import org.fertivision.pixel.Threshold;
import org.fertivision.spi.Work;
import org.fertivision.stats.Percentiles;

/**
 * Outlines cores and halos at two levels of each cell's own: half-way from the core's plateau to the halo's, and half-way
 * from the halo's to the ground. A halo too narrow to show its plateau is taken to be as dense, beside its core, as the
 * halos of its field that do.
 */
final class HaloOutlines {
    /** As wide as this many cores a halo may be. */
    private static final double WIDEST = 2.5;
    /** Least contrast of a halo as a share of its core's: half of it stands above tails. */
    private static final double LEAST_HALO = 0.3;

    private static final double BLUR_PX = 1.5;
    private static final double BLUR_OF_RADIUS = 0.12;
    private static final int FEWEST_OF_RING = 30;
    /** A core weaker than this share of a strong one, with no halo to be seen, is taken to have none. */
    private static final double WEAK = 0.7;

    private static final double LEAST_SIGMAS = 3;
    private static final double HALF = 0.5;
    private static final double QUARTER = 0.25;
    private static final int MARGIN_PX = 3;

    private final HaloPicture picture;
    private final Cores cores;
    private final int reach;
    private final List<Mask> hidden = new ArrayList<>();
    private final List<Optional<Double>> densities = new ArrayList<>();

    private HaloOutlines(HaloPicture picture, Cores cores) {
        this.picture = picture;
        this.cores = cores;
        this.reach = (int) Math.ceil(2 * WIDEST * cores.radius());
    }

    static List<HaloedCell> of(HaloPicture picture, Cores cores, Work work) {
        HaloOutlines seen = new HaloOutlines(picture, cores);
        seen.judgeDensities(work);
        Cores all = cores.withWeakInHalos(picture, seen.usualDensity());
        if (all.all().size() > cores.all().size()) {
            seen = new HaloOutlines(picture, all);
            seen.judgeDensities(work);
        }
        return seen.cells(work);
    }

    private void judgeDensities(Work work) {
        List<Blob> blobs = cores.all().stream().map(Core::blob).toList();
        for (Core core : cores.all()) {
            work.checkpoint();
            Mask others = Nearest.others(
                    core.blob(),
                    blobs.stream().filter(other -> other != core.blob()).toList(),
                    reach);
            hidden.add(others);
            densities.add(density(core, others));
        }
    }

    private double usualDensity() {
        double[] seen = densities.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return seen.length == 0 ? LEAST_HALO : Percentiles.median(seen);
    }

    private List<HaloedCell> cells(Work work) {
        double usual = usualDensity();
        List<HaloedCell> cells = new ArrayList<>();
        for (int i = 0; i < cores.all().size(); i++) {
            work.checkpoint();
            Core core = cores.all().get(i);
            double halo = densities.get(i).map(own -> own * core.contrast()).orElse(usual * cores.strong());
            boolean bare = densities.get(i).isEmpty() && core.contrast() < WEAK * cores.strong();
            cell(core, halo, bare ? 0 : halo, hidden.get(i)).ifPresent(cells::add);
        }
        return cells;
    }

    /** The contrast of a halo over that of its core, where the halo is wide enough to have a plateau. */
    private Optional<Double> density(Core core, Mask others) {
        return border(core, others, level(LEAST_HALO * HALF * core.contrast())).flatMap(outer -> {
            double blur = BLUR_PX + BLUR_OF_RADIUS * cores.radius();
            Mask within = DiscShaping.shrunk(Mask.inside(outer), blur);
            Mask without = DiscShaping.grown(core.blob().mask((int) Math.ceil(blur) + 1), blur);
            return GrayInside.of(picture.turned(), within.box(), within, without)
                    .filter(ring -> ring.n() >= FEWEST_OF_RING)
                    .map(ring -> (picture.turned(ring.median()) - picture.ground()) / core.contrast())
                    .filter(share -> share >= LEAST_HALO * HALF && share < 1);
        });
    }

    /**
     * A cell outlined.
     *
     * @param halo contrast of its halo, or what it would be
     * @param beside contrast of what lies beside its core: that of the halo, or 0 about a weak core without one
     */
    private Optional<HaloedCell> cell(Core core, double halo, double beside, Mask others) {
        double step = core.contrast() - beside;
        Optional<Contour> contour = contour(core.blob(), beside + HALF * step);
        Optional<Contour> within = contour(core.blob(), beside + (1 - QUARTER) * step);
        Optional<Contour> without = contour(core.blob(), beside + QUARTER * step);
        return contour.map(around -> new HaloedCell(
                core,
                around,
                isSeen(halo) ? border(core, others, level(HALF * halo)).orElse(null) : null,
                radius(without.orElse(around))
                        - within.map(HaloOutlines::radius).orElse(0.0)));
    }

    /** Whether half of a halo's contrast stands out from the noise. */
    private boolean isSeen(double halo) {
        return HALF * halo >= LEAST_SIGMAS * picture.noise();
    }

    private Optional<Contour> border(Core core, Mask others, double level) {
        return RadialOutline.of(core.blob(), picture.turned(), others, picture.turned(level), reach)
                .map(RadialOutline::contour);
    }

    private Optional<Contour> contour(Blob blob, double contrast) {
        return Contour.around(blob, picture.plane(), Threshold.brighterThan(level(contrast)), MARGIN_PX);
    }

    private double level(double contrast) {
        return picture.ground() + contrast;
    }

    private static double radius(Contour around) {
        return Math.sqrt(around.area() / Math.PI);
    }
}
