package org.fertivision.embryo.timelapse;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.fertivision.embryo.EmbryoOutline;
import org.fertivision.embryo.EmbryoOutlines;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.pixel.GrayRange;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** Looks at the frames of a series one after the other and keeps what they measure. Not thread-safe. */
final class SeriesWatch {
    private final EmbryoOutlines outlines;
    private final MotionEnergy motion;
    private final OptionalInt wanted;
    private final Curve.Growing area = new Curve.Growing();
    private final Curve.Growing zona = new Curve.Growing();
    private final Curve.Growing energy = new Curve.Growing();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private double exposure;
    private int seen;
    private int next;
    private @Nullable Shown shown;

    /** An outline and the frame it is of. */
    record Shown(int frame, EmbryoOutline outline) {}

    /**
     * A watch.
     *
     * @param wanted the frame whose outline is to be kept, if somebody chose it, else the last one that holds
     */
    SeriesWatch(EmbryoOutlines outlines, MotionEnergy motion, OptionalInt wanted) {
        this.outlines = outlines;
        this.motion = motion;
        this.wanted = wanted;
    }

    /** Looks at the next frame; frames before it may be missing. */
    void see(Frame frame, Work work) {
        int place = Math.max(next, frame.index());
        next = place + 1;
        seen++;
        Plane gray = frame.gray();
        GrayRange range = GrayRange.of(gray);
        exposure = Math.max(exposure, (range.highest() - range.lowest()) / (double) range.maximum());
        Optional<EmbryoOutline> outline = outlines.in(gray, work);
        motion.at(place, gray, outline).ifPresent(change -> energy.add(place, change));
        String refusal = outline.map(o -> o.refusal().map(why -> why.reason()).orElse(""))
                .orElse(EmbryoOutlines.NO_EMBRYO);
        if (!refusal.isEmpty()) {
            refusals.merge(refusal, 1, Integer::sum);
        } else {
            area.add(place, outline.orElseThrow().areaPx());
            outline.get().zonaThicknessPx().ifPresent(thickness -> zona.add(place, thickness));
        }
        boolean keep = wanted.isPresent() ? wanted.getAsInt() == place : refusal.isEmpty() || shown == null;
        if (keep && outline.isPresent()) {
            shown = new Shown(place, outline.get());
        }
    }

    /** The widest range of gray levels of a frame, a share of what there could be. */
    double exposure() {
        return exposure;
    }

    /** Frames seen. */
    int seen() {
        return seen;
    }

    /** Frames from the first to the last one, missing ones among them. */
    int length() {
        return next;
    }

    /** Square pixels. */
    Curve area(double secondsPerFrame) {
        return area.curve(secondsPerFrame);
    }

    /** Pixels. */
    Curve zona(double secondsPerFrame) {
        return zona.curve(secondsPerFrame);
    }

    /** Percent. */
    Curve energy(double secondsPerFrame) {
        return energy.curve(secondsPerFrame);
    }

    /** How often an outline was refused, by the reason. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    /** The outline that pictures show. */
    Optional<Shown> shown() {
        return Optional.ofNullable(shown);
    }
}
