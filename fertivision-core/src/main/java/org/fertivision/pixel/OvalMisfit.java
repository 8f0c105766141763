package org.fertivision.pixel;

/** How far a blob is from an oval: where it and the ellipse of its moments differ, as a share of its area. */
public final class OvalMisfit {
    private OvalMisfit() {}

    /** 0 for the pixels of an ellipse, but for those that its line cuts. */
    public static double of(Blob blob) {
        EllipseRows ellipse = EllipseRows.of(blob);
        int[] common = new int[1];
        blob.forEachRun((y, from, to) ->
                common[0] += Math.max(0, Math.min(to, ellipse.end(y, 1)) - Math.max(from, ellipse.first(y, 1))));
        double whole = blob.area() + blob.ellipse().area();
        return (whole - 2 * common[0]) / blob.area();
    }
}
