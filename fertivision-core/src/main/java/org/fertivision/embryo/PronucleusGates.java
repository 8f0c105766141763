package org.fertivision.embryo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.pixel.RoundSteps;

/**
 * What a round rim must hold against before it counts as a pronucleus: it stands out of all other circles in the ooplasm,
 * nearly all around, a second look at a coarser scale ends at the same place, it is fainter than a hollow of water would
 * be, and no other crosses it. A rim between clear and nothing leaves the count open.
 *
 * @param leastSupport least share of directions in which it stands out
 */
record PronucleusGates(double leastSupport) {
    private static final double CLEAR = 6;
    private static final double NOTHING = 5.5;
    private static final double RELIEF_CLEAR = 5.5;
    private static final double RELIEF_NOTHING = 4.9;
    private static final double MOST_RELIEF_WIDTH_UM = 3.9;
    private static final double SAME_PLACE = 0.2;
    private static final double SAME_RADIUS = 0.12;
    private static final double SECOND_HEIGHT = 3.5;
    /** Steps of balls grow with the root of the radius; one of water is above these shares of the oolemma's. */
    private static final double HOLLOW = 0.78;

    private static final double RELIEF_HOLLOW = 0.53;
    private static final double CROSSES = 0.8;
    private static final double SHORE = 1.3;
    private static final double LEAST_UM = 9.2;
    private static final double MOST_UM = 16.5;
    private static final int MOST = 4;

    /** Why none could be seen, be they there or not. */
    Optional<Verdict> unseeable(Sighting seen) {
        if (seen.refusal().isPresent()) {
            return seen.refusal();
        }
        double width = seen.cell().width() * seen.field().umPerPixel();
        return seen.rings().signal().oblique() && width > MOST_RELIEF_WIDTH_UM
                ? verdict(Refusal.UNFOCUSED, "the oolemma is %.1f um wide, too blurred for rims within", width)
                : Optional.empty();
    }

    /** Whether a circle is more than chance. */
    boolean standsOut(Sighting seen, RoundSteps.Circle circle) {
        return circle.height() > (seen.rings().signal().oblique() ? RELIEF_NOTHING : NOTHING);
    }

    /** The rims without those that cross a much clearer one: its shores. */
    List<Pronucleus> withoutShores(List<Pronucleus> rims) {
        return rims.stream()
                .filter(rim -> rims.stream()
                        .noneMatch(other -> other.height() > SHORE * rim.height() && apart(rim, other) < CROSSES))
                .toList();
    }

    /** Why a rim does not count. */
    Optional<Verdict> judged(
            Sighting seen,
            RoundSteps.Circle circle,
            Border border,
            double support,
            List<RoundSteps.Circle> secondLook,
            double oolemma) {
        double radius = border.radius() * seen.field().umPerPixel();
        if (radius < LEAST_UM || radius > MOST_UM) {
            return verdict(Refusal.OUT_OF_RANGE, "%.1f um across", 2 * radius);
        }
        double strength = circle.step()
                / oolemma
                / Math.sqrt(circle.radius() / seen.cell().radius());
        boolean oblique = seen.rings().signal().oblique();
        if (strength > (oblique ? RELIEF_HOLLOW : HOLLOW)) {
            return verdict(
                    Refusal.OUT_OF_RANGE, "for its size %.2f times as strong as the oolemma: a hollow", strength);
        }
        if (circle.height() < (oblique ? RELIEF_CLEAR : CLEAR)) {
            return verdict(Refusal.WEAK_EDGE, "stands out %.1f times the scatter of circles", circle.height());
        }
        if (support < leastSupport) {
            return verdict(Refusal.WEAK_EDGE, "stands out in %.0f %% of the directions", 100 * support);
        }
        boolean again = secondLook.stream()
                .anyMatch(other -> other.height() > SECOND_HEIGHT
                        && other.center().distanceTo(circle.center()) < SAME_PLACE * circle.radius()
                        && Math.abs(other.radius() / circle.radius() - 1) < SAME_RADIUS);
        if (!again) {
            return verdict(Refusal.AMBIGUOUS, "a second look does not see it (radius %.1f px)", circle.radius());
        }
        return Optional.empty();
    }

    /** Why the rims are not counted. */
    Optional<Verdict> count(List<Pronucleus> rims) {
        for (Pronucleus rim : rims) {
            if (rim.refusal().isPresent() && rim.refusal().get().refusal() != Refusal.OUT_OF_RANGE) {
                return Optional.of(new Verdict(
                        Refusal.AMBIGUOUS,
                        "one rim is neither clear nor nothing: "
                                + rim.refusal().get().detail()));
            }
        }
        List<Pronucleus> clear =
                rims.stream().filter(r -> r.refusal().isEmpty()).toList();
        for (int i = 0; i < clear.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = apart(clear.get(i), clear.get(j));
                if (apart < CROSSES) {
                    return verdict(Refusal.AMBIGUOUS, "two rims cross, %.2f of their radii apart", apart);
                }
            }
        }
        if (clear.size() > MOST) {
            return verdict(Refusal.AMBIGUOUS, "%.0f rims", clear.size());
        }
        return clear.size() < 2
                ? verdict(Refusal.NEEDS_STACK, "%.0f seen in this plane, more may lie in others", clear.size())
                : Optional.empty();
    }

    /** The distance of two rims' middles over the sum of their radii. */
    private static double apart(Pronucleus one, Pronucleus other) {
        return one.border().center().distanceTo(other.border().center())
                / (one.border().radius() + other.border().radius());
    }

    private static Optional<Verdict> verdict(Refusal refusal, String words, double figure) {
        return Optional.of(new Verdict(refusal, String.format(Locale.ROOT, words, figure)));
    }
}
