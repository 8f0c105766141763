package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * The connected components of a thresholded picture, found run by run in one pass (no mask is built). Components come in
 * the order of their first pixel: top row first, in it left first.
 *
 * <p>Holes are counted in the same pass: the runs of one component and the contacts between runs of neighboring rows form
 * a planar graph whose inner faces are the holes, so holes = contacts - runs + 1.
 */
public final class Components {
    private Components() {}

    /** The 8-connected components of a plane. */
    public static List<Blob> of(Plane plane, Threshold threshold) {
        return of(plane, threshold, Connectivity.EIGHT, 1);
    }

    /**
     * The components of a plane.
     *
     * @param minimumArea smaller components are left out, pixels, at least 1
     */
    public static List<Blob> of(Plane plane, Threshold threshold, Connectivity connectivity, int minimumArea) {
        Region field = new Region(0, 0, plane.width(), plane.height());
        return label(Runs.of(plane, threshold), connectivity, checked(minimumArea), field, field);
    }

    /**
     * The components of a raster, in image coordinates.
     *
     * @param minimumArea smaller components are left out, pixels, at least 1
     */
    public static List<Blob> of(Raster raster, Threshold threshold, Connectivity connectivity, int minimumArea) {
        Region region = raster.region();
        return label(Runs.of(raster, threshold), connectivity, checked(minimumArea), region, region);
    }

    /** The components of a mask, in image coordinates. They touch the border where they touch the edge of the mask's box. */
    public static List<Blob> of(Mask mask, Connectivity connectivity) {
        return of(mask, connectivity, mask.box());
    }

    /** The components of a mask that lies in a picture: they touch the border where they touch the edge of the picture. */
    static List<Blob> of(Mask mask, Connectivity connectivity, Region picture) {
        return label(Runs.of(mask), connectivity, 1, mask.box(), picture);
    }

    private static int checked(int minimumArea) {
        if (minimumArea < 1) {
            throw new IllegalArgumentException("an area is at least one pixel, not " + minimumArea);
        }
        return minimumArea;
    }

    private static List<Blob> label(
            Runs runs, Connectivity connectivity, int minimumArea, Region scanned, Region picture) {
        int[] parent = new int[runs.count];
        int[] contacts = new int[runs.count];
        join(runs, connectivity.reach(), parent, contacts);
        int components = number(parent);
        long[] area = new long[components];
        int[] runsOf = new int[components];
        int[] contactsOf = new int[components];
        for (int run = 0; run < runs.count; run++) {
            int component = parent[run];
            area[component] += runs.to[run] - runs.from[run];
            runsOf[component]++;
            contactsOf[component] += contacts[run];
        }
        int[] slot = new int[components];
        int kept = 0;
        for (int component = 0; component < components; component++) {
            slot[component] = area[component] >= minimumArea ? kept : -1;
            kept += area[component] >= minimumArea ? 3 * runsOf[component] : 0;
        }
        int left = scanned.x();
        int top = scanned.y();
        int[] sorted = new int[kept];
        int[] next = slot.clone();
        for (int y = 0; y < runs.height; y++) {
            for (int run = runs.rowStart[y]; run < runs.rowStart[y + 1]; run++) {
                int at = next[parent[run]];
                if (at >= 0) {
                    sorted[at] = y + top;
                    sorted[at + 1] = runs.from[run] + left;
                    sorted[at + 2] = runs.to[run] + left;
                    next[parent[run]] = at + 3;
                }
            }
        }
        List<Blob> blobs = new ArrayList<>();
        for (int component = 0; component < components; component++) {
            if (slot[component] >= 0) {
                int holes = contactsOf[component] - runsOf[component] + 1;
                int[] own = Arrays.copyOfRange(sorted, slot[component], next[component]);
                blobs.add(new Blob(own, holes, connectivity, picture));
            }
        }
        return List.copyOf(blobs);
    }

    /** Joins each run with those it touches in the row above; counts these contacts for the lower run. */
    private static void join(Runs runs, int reach, int[] parent, int[] contacts) {
        int[] from = runs.from;
        int[] to = runs.to;
        for (int y = 0; y < runs.height; y++) {
            int above = y == 0 ? 0 : runs.rowStart[y - 1];
            int aboveEnd = y == 0 ? 0 : runs.rowStart[y];
            for (int run = runs.rowStart[y]; run < runs.rowStart[y + 1]; run++) {
                parent[run] = run;
                int start = from[run];
                int end = to[run] + reach;
                while (above < aboveEnd && to[above] + reach <= start) {
                    above++;
                }
                int touching = above;
                while (touching < aboveEnd && from[touching] < end) {
                    unite(parent, run, touching);
                    contacts[run]++;
                    touching++;
                }
            }
        }
    }

    private static void unite(int[] parent, int a, int b) {
        int rootA = root(parent, a);
        int rootB = root(parent, b);
        if (rootA < rootB) {
            parent[rootB] = rootA;
        } else {
            parent[rootA] = rootB;
        }
    }

    private static int root(int[] parent, int start) {
        int run = start;
        while (parent[run] != run) {
            parent[run] = parent[parent[run]];
            run = parent[run];
        }
        return run;
    }

    /** Replaces each run's parent by the number of its component, counted from 0 in the order of first runs. */
    private static int number(int[] parent) {
        int components = 0;
        for (int run = 0; run < parent.length; run++) {
            parent[run] = parent[run] == run ? components++ : parent[parent[run]];
        }
        return components;
    }
}
