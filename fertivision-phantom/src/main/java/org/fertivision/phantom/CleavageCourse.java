package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The cells of an embryo frame by frame: they wander a little, and at known frames the largest becomes two. */
final class CleavageCourse {
    private static final int ROUNDS_DIVIDED = 200;
    private static final int ROUNDS_RESTING = 4;
    private static final double APART = 0.75;
    /** Daughters lie more side by side than one upon the other, so that a picture shows them. */
    private static final double MOST_UPRIGHT = 0.5;

    private static final double FIRST = 0.10;
    private static final double SECOND = 0.42;
    private static final double THIRD = 0.75;
    private static final double EARLY_OR_LATE = 0.04;
    /** Sisters divide within this share of the time. */
    private static final double BETWEEN_SISTERS = 1.0 / 13;

    private CleavageCourse() {}

    /**
     * The frames at which one more cell is first seen: the first division, then two of one burst, then four.
     *
     * @param frames how many frames cleavage lasts
     */
    static List<Integer> divisions(int count, int frames, Chance chance) {
        List<Integer> divisions = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            boolean begins = i == 0 || i == 1 || i == 3;
            double share = i == 0 ? FIRST : i == 1 ? SECOND : THIRD;
            at = begins
                    ? Math.max(at + 1, (int) (frames * (share + chance.between(-EARLY_OR_LATE, EARLY_OR_LATE))))
                    : at + chance.below((int) (frames * BETWEEN_SISTERS) + 1);
            divisions.add(at);
        }
        if (count > 0 && at >= frames) {
            throw new BadSettingException(count + " divisions do not fit into " + frames + " frames of cleavage");
        }
        return List.copyOf(divisions);
    }

    /** The cells of every frame. */
    static List<Packing> of(
            int frames,
            List<Integer> divisions,
            double radiusUm,
            RefractingBody space,
            double wanderUm,
            Chance chance) {
        Packing cells = Packing.pushed(List.of(radiusUm), new double[1][3], space, 1);
        List<Packing> course = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            List<Double> radii = new ArrayList<>();
            List<double[]> centers = new ArrayList<>();
            for (int i = 0; i < cells.count(); i++) {
                double[] center = cells.center(i);
                for (int k = 0; k < center.length; k++) {
                    center[k] += wanderUm * chance.normal();
                }
                radii.add(cells.radiusUm(i));
                centers.add(center);
            }
            int now = Collections.frequency(divisions, frame);
            for (int i = 0; i < now; i++) {
                divide(radii, centers, chance);
            }
            cells = Packing.pushed(
                    radii, centers.toArray(new double[0][]), space, now > 0 ? ROUNDS_DIVIDED : ROUNDS_RESTING);
            course.add(cells);
        }
        return List.copyOf(course);
    }

    private static void divide(List<Double> radii, List<double[]> centers, Chance chance) {
        int largest = radii.indexOf(Collections.max(radii));
        double radius = radii.get(largest) / StrictMath.cbrt(2);
        double turn = chance.between(0, 2 * Math.PI);
        double upright = chance.between(-MOST_UPRIGHT, MOST_UPRIGHT);
        double flat = Math.sqrt(1 - upright * upright);
        double[] axis = {flat * StrictMath.cos(turn), flat * StrictMath.sin(turn), upright};
        double[] here = centers.get(largest).clone();
        double[] there = here.clone();
        for (int k = 0; k < axis.length; k++) {
            here[k] += APART * radius * axis[k];
            there[k] -= APART * radius * axis[k];
        }
        radii.set(largest, radius);
        radii.add(radius);
        centers.set(largest, here);
        centers.add(there);
    }
}
