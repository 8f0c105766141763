package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_HEIGHT;
import static org.fertivision.finding.measures.EmbryoMeasures.EDGE_SUPPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.image.Point;

/** The outline of an embryo in one picture, and of its zona where that shows. Immutable. */
public final class EmbryoOutline {
    /** The naming system of its items' labels. */
    public static final String LABELS = CellStructure.LABELS;

    /** How sure a border is. */
    public static final List<Measure> CONFIDENCE = List.of(EDGE_SUPPORT, EDGE_HEIGHT);

    private static final String METHOD = "rough-closed-path";

    private final BlastocystSighting seen;
    private final int width;
    private final int height;

    EmbryoOutline(BlastocystSighting seen, int width, int height) {
        this.seen = seen;
        this.width = width;
        this.height = height;
    }

    /** The middle of what was seen, pixels of the image. */
    public Point center() {
        return BorderItem.of(outermost(), seen.factor(), width, height).center();
    }

    /** The radius of a disc with the area of all that was seen, pixels of the image, whether or not its border holds. */
    public double reachPx() {
        return outermost().radius() * seen.factor();
    }

    private Border outermost() {
        Border zona = seen.zona();
        return zona == null ? seen.outline() : zona;
    }

    /** Why the outline does not hold. */
    public Optional<Exclusion> refusal() {
        return seen.refusal().map(Verdict::exclusion);
    }

    /** The area inside the outline of the cells, square pixels of the image. */
    public double areaPx() {
        return seen.outline().area() * seen.factor() * seen.factor();
    }

    /** The thickness of the zona, pixels of the image, where both its borders hold. */
    public OptionalDouble zonaThicknessPx() {
        return seen.zona() == null || seen.zonaRefusal().isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(seen.thickness() * seen.factor());
    }

    /** Why the zona does not hold. */
    public Optional<Exclusion> zonaRefusal() {
        return seen.zonaRefusal().map(Verdict::exclusion);
    }

    /**
     * The borders as items, excluded where they do not hold: that of the cells, and the zona's where it was found.
     *
     * @param ofCells what is known of the cells
     * @param ofZona what is known of the zona
     */
    public List<Item> items(List<Measure> measures, List<Reading> ofCells, List<Reading> ofZona) {
        List<Item> items = new ArrayList<>();
        items.add(BorderItem.of(seen.outline(), seen.factor(), width, height)
                .item(
                        0,
                        CellStructure.EMBRYO,
                        BorderItem.readings(measures, ofCells, seen.outline(), METHOD),
                        seen.refusal()));
        Border zona = seen.zona();
        if (zona != null) {
            items.add(BorderItem.of(zona, seen.factor(), width, height)
                    .item(
                            1,
                            CellStructure.ZONA_OUTER,
                            BorderItem.readings(measures, ofZona, zona, METHOD),
                            seen.zonaRefusal()));
        }
        return List.copyOf(items);
    }
}
