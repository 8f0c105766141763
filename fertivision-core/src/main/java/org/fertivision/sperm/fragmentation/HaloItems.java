package org.fertivision.sperm.fragmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.FragmentationMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.pixel.Contour;
import org.fertivision.spi.Settings;

/** Makes the items of a field from its cells: the outline is the border of the halo, of an excluded cell that of the core. */
final class HaloItems {
    /** What is read of each cell. */
    static final List<Measure> ALL = List.of(
            FragmentationMeasures.HALO_WIDTH,
            FragmentationMeasures.CORE_WIDTH,
            FragmentationMeasures.HALO_RATIO,
            FragmentationMeasures.HALO_WIDTH_PX,
            FragmentationMeasures.CORE_WIDTH_PX,
            FieldMeasures.EDGE_WIDTH);

    /** The naming system of the classes. */
    static final String LABELS = "scd";
    /** The naming system that says how near to the rule's limit a halo is: {@code clear} or {@code borderline}. */
    static final String LIMIT_LABELS = "scdLimit";

    static final String BORDERLINE = "borderline";
    static final String CLEAR = "clear";

    private static final String AREAS = "from-areas";
    private static final String FERET = "smallest-feret";
    private static final String HIDDEN = "halo-hidden";

    private final double strong;
    private final Optional<Calibration> calibration;
    private final Settings settings;

    private HaloItems(double strong, Optional<Calibration> calibration, Settings settings) {
        this.strong = strong;
        this.calibration = calibration;
        this.settings = settings;
    }

    /**
     * The items of a field.
     *
     * @param strong contrast of the field's strong cores, levels
     */
    static List<Item> of(
            List<HaloedCell> cells,
            List<Optional<Exclusion>> verdicts,
            double strong,
            Optional<Calibration> calibration,
            Settings settings) {
        HaloItems maker = new HaloItems(strong, calibration, settings);
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < cells.size(); id++) {
            Item item = maker.item(id, cells.get(id), verdicts.get(id).isEmpty());
            items.add(verdicts.get(id).map(item::excluded).orElse(item));
        }
        return items;
    }

    private Item item(int id, HaloedCell cell, boolean judged) {
        Contour outline = judged ? cell.halo().orElseThrow() : cell.contour();
        return Item.of(
                id,
                cell.contour().centroid(),
                Outline.of(outline.points()),
                outline.box(),
                readings(cell),
                judged ? labels(cell) : List.of());
    }

    private List<Label> labels(HaloedCell cell) {
        double ratio = cell.ratio().orElseThrow();
        boolean weak = cell.core().contrast() < settings.get(HaloSettings.WEAK_CORE) * strong;
        boolean borderline = HaloClass.isBorderline(ratio, settings.get(HaloSettings.BORDERLINE));
        return List.of(
                new Label(LABELS, HaloClass.of(ratio, weak).term()),
                new Label(LIMIT_LABELS, borderline ? BORDERLINE : CLEAR));
    }

    private List<Reading> readings(HaloedCell cell) {
        double core = cell.coreWidth();
        return List.of(
                cell.haloWidth()
                        .map(width -> inMicrometers(FragmentationMeasures.HALO_WIDTH, width, AREAS))
                        .orElseGet(() -> Reading.notMeasured(FragmentationMeasures.HALO_WIDTH, HIDDEN)),
                inMicrometers(FragmentationMeasures.CORE_WIDTH, core, FERET),
                measured(FragmentationMeasures.HALO_RATIO, cell.ratio()),
                measured(FragmentationMeasures.HALO_WIDTH_PX, cell.haloWidth()),
                Reading.measured(FragmentationMeasures.CORE_WIDTH_PX, core, FERET),
                Reading.measured(FieldMeasures.EDGE_WIDTH, cell.edgeWidth(), "quarter-to-three-quarters"));
    }

    private static Reading measured(Measure measure, Optional<Double> value) {
        return value.map(known -> Reading.measured(measure, known, AREAS))
                .orElseGet(() -> Reading.notMeasured(measure, HIDDEN));
    }

    private Reading inMicrometers(Measure measure, double pixels, String method) {
        return calibration
                .map(known -> Reading.measured(measure, pixels * Math.sqrt(known.pixelAreaUm2()), method))
                .orElseGet(() -> Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED));
    }
}
