package org.fertivision.sperm.vitality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/**
 * Finds the red and green objects that are one cell: the assignment with the least sum of squared distances among those
 * no farther apart than allowed.
 */
final class Pairing {
    private Pairing() {}

    /** For each red object the number of its green partner, or -1. */
    static int[] of(List<StainedObject> red, List<StainedObject> green, double farthest) {
        double limit = farthest * farthest;
        List<Link> near = new ArrayList<>();
        for (int r = 0; r < red.size(); r++) {
            Point center = red.get(r).blob().centroid();
            for (int g = 0; g < green.size(); g++) {
                double distance = center.distanceTo(green.get(g).blob().centroid());
                if (distance <= farthest) {
                    near.add(new Link(r, g, distance * distance));
                }
            }
        }
        int[] partner = new int[red.size()];
        Arrays.fill(partner, -1);
        for (Link link : Assignment.of(red.size(), green.size(), near, limit)) {
            partner[link.row()] = link.column();
        }
        return partner;
    }
}
