package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_HEIGHT;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_SUPPORT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Unit;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/** A border in the coordinates of its image, ready to be an item. */
final class BorderItem {
    /** The reason of a reading that another border answers for. */
    static final String OTHER_BORDER = "of another border";

    private static final int CORNERS = 128;

    private final Point center;
    private final double[] x;
    private final double[] y;
    private final Region box;

    private BorderItem(Point center, double[] x, double[] y, Region box) {
        this.center = center;
        this.x = x;
        this.y = y;
        this.box = box;
    }

    /**
     * A border found in a raster.
     *
     * @param factor pixels of the image in one of the raster
     * @param width columns of the image
     * @param height rows of the image
     */
    static BorderItem of(Border border, double factor, int width, int height) {
        int every = border.distances().length / CORNERS;
        double[] x = new double[CORNERS];
        double[] y = new double[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            double r = border.distances()[i * every];
            x[i] = factor * (border.center().x() + r * StrictMath.cos(angle));
            y[i] = factor * (border.center().y() + r * StrictMath.sin(angle));
        }
        Point middle = Rings.middle(border.distances());
        Point center = new Point(
                factor * (border.center().x() + middle.x()),
                factor * (border.center().y() + middle.y()));
        return new BorderItem(center, x, y, box(x, y, width, height));
    }

    /** An outline found in a raster, corner by corner; its middle is that of its corners. */
    static BorderItem of(List<Point> corners, double factor, int width, int height) {
        double[] x = corners.stream().mapToDouble(p -> factor * p.x()).toArray();
        double[] y = corners.stream().mapToDouble(p -> factor * p.y()).toArray();
        Point center = new Point(
                Arrays.stream(x).average().orElseThrow(),
                Arrays.stream(y).average().orElseThrow());
        return new BorderItem(center, x, y, box(x, y, width, height));
    }

    /** Its middle. */
    Point center() {
        return center;
    }

    /** The item, excluded where the border is refused. */
    Item item(int id, CellStructure structure, List<Reading> readings, Optional<Verdict> refused) {
        Item item = Item.of(
                id,
                center,
                Outline.of(x, y),
                box,
                readings,
                List.of(new Label(CellStructure.LABELS, structure.term())));
        return refused.map(verdict -> item.excluded(verdict.exclusion())).orElse(item);
    }

    /** One reading for each measure: its own, how sure it is, and that others belong to another border. */
    static List<Reading> readings(List<Measure> measures, List<Reading> own, Border border, String method) {
        return measures.stream()
                .map(measure -> measure.equals(EDGE_SUPPORT)
                        ? Reading.measured(EDGE_SUPPORT, 100 * border.support(), method)
                        : measure.equals(EDGE_HEIGHT)
                                ? Reading.measured(EDGE_HEIGHT, border.height(), method)
                                : own.stream()
                                        .filter(r -> r.measure().equals(measure))
                                        .findFirst()
                                        .orElseGet(() -> Reading.notMeasured(measure, OTHER_BORDER)))
                .toList();
    }

    /** Whether a measure is a length or an area, which a calibration is needed for. */
    static boolean isScaled(Measure measure) {
        return measure.unit() == Unit.MICROMETER || measure.unit() == Unit.SQUARE_MICROMETER;
    }

    private static Region box(double[] x, double[] y, int width, int height) {
        int fromX = within((int) Math.floor(Arrays.stream(x).min().orElse(0)), width - 1);
        int fromY = within((int) Math.floor(Arrays.stream(y).min().orElse(0)), height - 1);
        int toX = Math.max(
                fromX + 1, within((int) Math.ceil(Arrays.stream(x).max().orElse(0)), width));
        int toY = Math.max(
                fromY + 1, within((int) Math.ceil(Arrays.stream(y).max().orElse(0)), height));
        return new Region(fromX, fromY, toX - fromX, toY - fromY);
    }

    private static int within(int value, int most) {
        return Math.max(0, Math.min(most, value));
    }
}
