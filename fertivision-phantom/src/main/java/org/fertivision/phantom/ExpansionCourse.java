package org.fertivision.phantom;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How large a blastocyst is frame by frame: its area grows evenly, and once it may sink in within one frame and come back
 * evenly.
 *
 * @param frames how many frames there are
 * @param first the first frame that shows nothing but the blastocyst
 * @param hoursPerFrame from one frame to the next
 * @param startUm its diameter at that frame
 * @param rate growth, square micrometers an hour
 * @param collapseFrame the first frame that shows it sunk in, or 0 where it does not
 * @param collapse share of the area that is lost then
 * @param recoveryHours until it is where it would have been
 */
record ExpansionCourse(
        int frames,
        int first,
        double hoursPerFrame,
        double startUm,
        double rate,
        int collapseFrame,
        double collapse,
        double recoveryHours) {

    /** Over so many frames the cells of cleavage fade into the blastocyst. */
    static final int FADE = 8;

    static ExpansionCourse of(Choices choices) {
        return new ExpansionCourse(
                choices.whole("frames"),
                choices.whole("expansionFrame"),
                choices.number("minutesPerFrame") / 60,
                choices.number("startUm"),
                choices.number("expansionRate"),
                choices.whole("collapseFrame"),
                choices.share("collapse"),
                choices.number("recoveryHours"));
    }

    /** Whether there is a blastocyst at all. */
    boolean isReached() {
        return first < frames;
    }

    /** Whether it sinks in. */
    boolean collapses() {
        return collapse > 0 && collapseFrame > first && collapseFrame < frames;
    }

    /** How much of what is seen is blastocyst: 0 before, 1 from its first frame on. */
    double share(int frame) {
        return Math.max(0, Math.min(1, 1 - (first - frame) / (double) FADE));
    }

    /** The area at a frame, square micrometers. */
    double areaUm2(int frame) {
        double hours = Math.max(0, frame - first) * hoursPerFrame;
        return (Math.PI / 4 * startUm * startUm + rate * hours) * (1 - lost(frame));
    }

    private double lost(int frame) {
        if (!collapses() || frame < collapseFrame) {
            return 0;
        }
        double hours = (frame - collapseFrame) * hoursPerFrame;
        return collapse * Math.max(0, 1 - hours / recoveryHours);
    }

    /** The radius of a disc of that area. */
    double radiusUm(int frame) {
        return Math.sqrt(areaUm2(frame) / Math.PI);
    }

    /** The inner radius of the zona, which the blastocyst stretches and does not let go. */
    double zonaInnerUm(int frame, double restingUm) {
        return Math.max(
                restingUm,
                IntStream.rangeClosed(0, isReached() ? frame : -1)
                        .mapToDouble(this::radiusUm)
                        .max()
                        .orElse(0));
    }

    /** The outer radius of a zona that keeps its volume. */
    static double zonaOuterUm(double innerUm, double restingInnerUm, double restingUm) {
        double outer = restingInnerUm + restingUm;
        return StrictMath.cbrt(cube(innerUm) + cube(outer) - cube(restingInnerUm));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** Share of the area of the frame before that is lost. */
    double depth() {
        return 1 - areaUm2(collapseFrame) / areaUm2(collapseFrame - 1);
    }

    /** What happens. */
    List<TrueEvent> events() {
        return collapses() ? List.of(new TrueEvent(TrueEvent.COLLAPSE, collapseFrame, 100 * depth())) : List.of();
    }
}
