package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds polar bodies: where something lies in the perivitelline space, ellipses of several lengths that fill it are
 * compared with what is seen, in the light that the zona and the oolemma told. Levels were chosen on drawn oocytes of the
 * seeds 100 to 159, see ADR 47.
 */
final class PolarBodyFinder {
    private static final int DIRECTIONS = PerivitellineSpace.DIRECTIONS;
    private static final int PLACES = PerivitellineSpace.PLACES;
    private static final Compass AROUND = new Compass(DIRECTIONS);

    /** Halves of the lengths that are compared, micrometers; the longest is there to be refused. */
    private static final double[] HALVES_UM = {4, 5, 6, 7, 8.5, 10, 12};

    private static final double MOST_HALF_UM = 10;
    /** Half of the thickness of a body over the width of the space that it fills. */
    private static final double FILL = 0.46;

    private static final double LEAST_HALF_THICK_UM = 0.5;
    /** Halves of the thickness are taken in steps of this, micrometers. */
    private static final double THICKNESS_UM = 1;

    /** Thinner spaces show their borders' own unevenness. */
    private static final double LEAST_WIDTH_UM = 4.8;

    private static final double ROOM_UM = 3;
    private static final int PLACES_TRIED = 4;
    /** Half of the arc about a likely direction that is tried, directions. */
    private static final int NEAR = 6;

    /** Halves of the lengths that are compared all around, micrometers. */
    private static final double SHORT_UM = 5;

    private static final double LONG_UM = 8.5;
    private static final double NOTICED = 0.4;
    private static final double LIKE = 0.5;
    private static final double LEAST_HEIGHT = 6;
    private static final double OWN_SHARE = 1.1;
    private static final double OWN_UM = 2;

    private final PerivitellineSpace space;
    private final LightSide light;
    private final Map<Long, BodyLook> looks = new HashMap<>();

    private PolarBodyFinder(PerivitellineSpace space, LightSide light) {
        this.space = space;
        this.light = light;
    }

    /** The polar bodies of an oocyte. */
    static PolarBodiesSeen in(Sighting seen) {
        Optional<Verdict> unseeable = seen.zonaRefusal();
        if (unseeable.isPresent()) {
            return PolarBodiesSeen.refused(unseeable.get());
        }
        PerivitellineSpace space = PerivitellineSpace.of(seen);
        if (space.widestUm() < LEAST_WIDTH_UM) {
            return PolarBodiesSeen.refused(
                    verdict(Refusal.TOO_THIN, "the space is %.1f um wide at most", space.widestUm()));
        }
        PolarBodyFinder finder =
                new PolarBodyFinder(space, seen.rings().signal().light());
        List<PolarBody> bodies = finder.bodies();
        return new PolarBodiesSeen(space, bodies, notCounted(bodies).orElse(null));
    }

    /** Why they are not counted: what is most like one may be one, or none is seen at all. */
    private static Optional<Verdict> notCounted(List<PolarBody> bodies) {
        if (bodies.stream().anyMatch(body -> body.refusal().isEmpty())) {
            return Optional.empty();
        }
        return bodies.stream()
                .flatMap(body -> body.refusal().stream())
                .filter(why -> why.refusal() != Refusal.OUT_OF_RANGE)
                .findFirst()
                .or(() -> Optional.of(
                        new Verdict(Refusal.NEEDS_STACK, "none is seen; one may lie above or below the plane")));
    }

    private List<PolarBody> bodies() {
        List<PolarBody> alike = likeliest().stream()
                .map(this::best)
                .sorted(Comparator.comparingDouble((PolarBody body) -> -body.likeness()))
                .toList();
        List<PolarBody> bodies = new ArrayList<>();
        for (PolarBody body : alike) {
            boolean own = bodies.stream()
                    .noneMatch(other -> space.apartUm(other.direction(), body.direction())
                            < OWN_SHARE * Math.max(other.halfUm(), body.halfUm()) + OWN_UM);
            if (own && isNoticed(body)) {
                bodies.add(judged(body));
            }
        }
        return bodies;
    }

    private boolean isNoticed(PolarBody body) {
        boolean thin = space.widthUm(body.direction()) < LEAST_WIDTH_UM;
        return body.likeness() >= (thin ? LIKE : NOTICED) && body.height() >= LEAST_HEIGHT;
    }

    private PolarBody judged(PolarBody body) {
        double width = space.widthUm(body.direction());
        if (width < LEAST_WIDTH_UM) {
            return body.refusedFor(verdict(Refusal.TOO_THIN, "the space is %.1f um wide there", width));
        }
        if (body.halfUm() > MOST_HALF_UM) {
            return body.refusedFor(verdict(Refusal.OUT_OF_RANGE, "%.0f um long or longer", 2 * body.halfUm()));
        }
        return body.likeness() < LIKE
                ? body.refusedFor(verdict(Refusal.AMBIGUOUS, "its likeness to a polar body is %.2f", body.likeness()))
                : body;
    }

    /** The directions in which a short or a long ellipse looks most like what is seen, none near another. */
    private List<Integer> likeliest() {
        List<PolarBody> tried = new ArrayList<>();
        for (int d = 0; d < DIRECTIONS; d += 2) {
            tried.add(better(alike(d, SHORT_UM), alike(d, LONG_UM)));
        }
        tried.sort(Comparator.comparingDouble(body -> -body.likeness()));
        List<Integer> chosen = new ArrayList<>();
        for (PolarBody body : tried) {
            boolean apart = chosen.stream().noneMatch(other -> {
                int turn = Math.floorMod(other - body.direction(), DIRECTIONS);
                return Math.min(turn, DIRECTIONS - turn) <= NEAR;
            });
            if (apart && chosen.size() < PLACES_TRIED) {
                chosen.add(body.direction());
            }
        }
        return chosen;
    }

    /** The ellipse near a direction that looks most like what is seen: every second direction, then the two beside. */
    private PolarBody best(int direction) {
        PolarBody best = alike(direction, HALVES_UM[0]);
        for (double half : HALVES_UM) {
            for (int k = -NEAR; k <= NEAR; k += 2) {
                best = better(best, alike(direction + k, half));
            }
        }
        int middle = best.direction();
        best = better(best, alike(middle - 1, best.halfUm()));
        return better(best, alike(middle + 1, best.halfUm()));
    }

    private static PolarBody better(PolarBody one, PolarBody other) {
        return other.likeness() > one.likeness() ? other : one;
    }

    private PolarBody alike(int turned, double half) {
        int direction = Math.floorMod(turned, DIRECTIONS);
        double thick = Math.max(
                LEAST_HALF_THICK_UM,
                THICKNESS_UM * Math.round(Math.min(half, FILL * space.widthUm(direction)) / THICKNESS_UM));
        BodyLook look = looks.computeIfAbsent(
                Math.round(2 * half) << 32 | Math.round(thick / THICKNESS_UM), key -> BodyLook.of(half, thick));
        BodyLook.Heading heading = BodyLook.Heading.of(light, AROUND.cos(direction), AROUND.sin(direction));
        double middle = space.middleUm(direction);
        int reach = (int) Math.ceil((half + ROOM_UM) / middle / (2 * Math.PI) * DIRECTIONS);
        double both = 0;
        double expected = 0;
        double found = 0;
        for (int k = -reach; k <= reach; k++) {
            double cos = AROUND.cos(Math.floorMod(k, DIRECTIONS));
            double sin = AROUND.sin(Math.floorMod(k, DIRECTIONS));
            for (int i = 0; i < PLACES; i++) {
                double far = space.um(direction + k, i);
                double model = look.at(light, heading, far * sin, far * cos - middle);
                double value = space.at(direction + k, i);
                both += model * value;
                expected += model * model;
                found += value * value;
            }
        }
        double likeness = expected > 0 && found > 0 ? both / Math.sqrt(expected * found) : 0;
        double height = expected > 0 ? both / Math.sqrt(expected) / space.scatter() : 0;
        return new PolarBody(direction, half, thick, likeness, height, null);
    }

    private static Verdict verdict(Refusal refusal, String words, double figure) {
        return new Verdict(refusal, String.format(Locale.ROOT, words, figure));
    }
}
