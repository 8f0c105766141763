package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.pixel.ClosedPath;
import org.fertivision.pixel.PolarImage;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.RoundSteps;
import org.fertivision.pixel.Smoothing;

/**
 * Finds pronuclei: round rims inside the oolemma across which the refractive index rises outwards, in the light that the
 * zona and the oolemma told.
 */
final class PronucleusFinder {
    private static final int DIRECTIONS = 40;
    private static final int PATH_DIRECTIONS = 128;
    private static final double LEAST_UM = 8;
    private static final double MOST_UM = 16.5;
    private static final double PITCH_UM = 1.5;
    private static final double FROM_OOLEMMA_UM = 3;
    private static final double COLUMN_UM = 0.5;
    private static final double BAND_UM = 2.5;
    private static final double STIFFNESS = 0.5;
    private static final double MOST_STRENGTH = 3;
    private static final int MOST_RIMS = 8;
    /** The first look, and a second one at a coarser scale: half a step, narrow and wide blur, micrometers. */
    private static final double[] FIRST = {1.0, 0.8, 2};

    private static final double[] SECOND = {1.5, 1.2, 3};

    private final PronucleusGates gates;

    PronucleusFinder(PronucleusGates gates) {
        this.gates = gates;
    }

    /** The pronuclei within an oolemma that holds. */
    PronucleiSeen in(Sighting seen) {
        Optional<Verdict> unseeable = gates.unseeable(seen);
        if (unseeable.isPresent()) {
            return PronucleiSeen.refused(unseeable.get());
        }
        RoundSteps first = search(seen, FIRST);
        List<RoundSteps.Circle> circles = first.best(MOST_RIMS);
        RoundSteps second = search(seen, SECOND);
        List<RoundSteps.Circle> others = second.best(MOST_RIMS);
        double oolemma = first.along(
                seen.cell().center(),
                seen.cell().distances(),
                FROM_OOLEMMA_UM / seen.field().umPerPixel());
        List<Pronucleus> rims = new ArrayList<>();
        for (RoundSteps.Circle circle : circles) {
            if (gates.standsOut(seen, circle)) {
                Border border = border(seen, circle);
                rims.add(new Pronucleus(
                        border,
                        circle.height(),
                        gates.judged(seen, circle, border, first.support(circle), others, oolemma)
                                .orElse(null)));
            }
        }
        List<Pronucleus> own = gates.withoutShores(rims);
        return new PronucleiSeen(own, gates.count(own).orElse(null));
    }

    private static RoundSteps search(Sighting seen, double[] look) {
        double um = seen.field().umPerPixel();
        Border cell = seen.cell();
        double[] inside = Arrays.stream(cell.distances())
                .map(r -> Math.max(0, r - FROM_OOLEMMA_UM / um))
                .toArray();
        Raster raster = Smoothing.between(around(seen.field().raster(), cell), look[1] / um, look[2] / um);
        RoundSteps.Within where =
                new RoundSteps.Within(cell.center(), inside, LEAST_UM / um, MOST_UM / um, PITCH_UM / um);
        double[] rises = Arrays.stream(seen.rings().signal().light().factors(DIRECTIONS))
                .map(f -> -f)
                .toArray();
        return RoundSteps.in(raster, where, rises, look[0] / um);
    }

    /** The part of a picture that the cell lies in. */
    private static Raster around(Raster raster, Border cell) {
        int reach = (int) Math.ceil(Arrays.stream(cell.distances()).max().orElse(0)) + 1;
        Point c = cell.center();
        return raster.near(new Region((int) c.x() - reach, (int) c.y() - reach, 2 * reach, 2 * reach), reach / 4);
    }

    /** The border near a circle, direction by direction. */
    private static Border border(Sighting seen, RoundSteps.Circle circle) {
        double um = seen.field().umPerPixel();
        double step = COLUMN_UM / um;
        int middle = (int) Math.round(circle.radius() / step);
        int half = (int) Math.round(BAND_UM / COLUMN_UM);
        int columns = (int) Math.ceil((MOST_UM + 2 * BAND_UM) / COLUMN_UM) + 2;
        PolarImage polar = PolarImage.around(seen.field().raster(), circle.center(), PATH_DIRECTIONS, columns, step);
        EdgeSignal signal =
                EdgeSignal.small(polar, COLUMN_UM, 1, seen.rings().signal().light());
        double[] signs = new double[PATH_DIRECTIONS];
        Arrays.fill(signs, -1);
        int[] from = new int[PATH_DIRECTIONS];
        Arrays.fill(from, middle - half);
        int[] to = new int[PATH_DIRECTIONS];
        Arrays.fill(to, middle + half + 1);
        double[] path =
                ClosedPath.through(signal.strength().times(signs).limited((float) MOST_STRENGTH), from, to, STIFFNESS);
        double[] distances = Arrays.stream(path).map(p -> p * step).toArray();
        return Border.of(circle.center(), distances, -1, signal);
    }
}
