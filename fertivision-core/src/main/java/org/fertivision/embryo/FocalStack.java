package org.fertivision.embryo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * The planes of a field, looked at one after another: what the plane shows in which the borders stand out most, and
 * whether the others agree. A still is a stack of one. One plane and the best one are held, however many there are.
 *
 * @param <S> what a plane shows
 */
final class FocalStack<S extends PlaneSighting<S>> {
    /** How much a radius may differ between planes that hold. */
    private static final double SAME_RADIUS = 0.03;

    private static final double HOLDS = 1e6;

    private @Nullable Plane gray;
    private @Nullable S best;
    private int plane;
    private int planes;
    private int held;
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    private final String what;

    private FocalStack(String what) {
        this.what = what;
    }

    /**
     * Looks at every plane.
     *
     * @param what which borders stand out, in words
     * @throws org.fertivision.spi.RejectedException if the frames follow in time
     */
    static <S extends PlaneSighting<S>> FocalStack<S> of(
            Frames frames, String what, Function<Plane, Optional<S>> look) {
        FocalStack<S> stack = new FocalStack<>(what);
        if (frames.timing().isPresent()) {
            Plane only = frames.only().gray();
            stack.take(only, look.apply(only).orElse(null));
            return stack;
        }
        for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
            Plane own = next.get().gray();
            stack.take(own, look.apply(own).orElse(null));
        }
        return stack;
    }

    private void take(Plane own, @Nullable S seen) {
        if (gray == null || (seen != null && (best == null || height(seen) > height(best)))) {
            gray = own;
            best = seen;
            plane = planes;
        }
        planes++;
        if (seen != null && seen.refusal().isEmpty()) {
            held++;
            double radius = seen.radiusPx();
            least = Math.min(least, radius);
            most = Math.max(most, radius);
        }
    }

    /** How high it stands out; below that of any plane that holds where it does not. */
    private double height(S seen) {
        return seen.refusal().isEmpty() ? seen.height() + HOLDS : seen.height();
    }

    /** The plane that is measured. */
    Plane gray() {
        if (gray == null) {
            throw new IllegalStateException("a field has a plane");
        }
        return gray;
    }

    /** What it shows; refused where the planes that hold do not agree on the size. */
    Optional<S> seen() {
        if (best == null) {
            return Optional.empty();
        }
        double off = held > 1 ? most / least - 1 : 0;
        return Optional.of(
                off <= SAME_RADIUS
                        ? best
                        : best.refusedFor(new Verdict(
                                Refusal.AMBIGUOUS,
                                String.format(
                                        Locale.ROOT, "its radius differs by %.1f %% between planes", 100 * off))));
    }

    /** Which plane is measured or, where it is refused, looked at; none where there is one plane or nothing is seen. */
    List<Notice> notices() {
        Optional<S> seen = seen();
        if (planes < 2 || seen.isEmpty()) {
            return List.of();
        }
        String use = seen.get().refusal().isEmpty() ? "measured" : "looked at";
        return List.of(new Notice(
                "focal-plane",
                "Plane " + plane + " of " + planes + " (counted from 0) is " + use + ": " + what
                        + " most there; planes that hold: " + held + "."));
    }
}
