package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_CIRCULARITY;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.PERIVITELLINE_AREA;
import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODIES;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;

/** What is said of one oocyte over its fields: means of lengths, and the most polar bodies that any field shows. */
final class OocyteSummary {
    /** What is averaged. */
    static final List<Measure> MEANS = List.of(
            ZONA_OUTER_DIAMETER,
            ZONA_INNER_DIAMETER,
            ZONA_THICKNESS,
            ZONA_SHARE,
            OOPLASM_DIAMETER,
            OOPLASM_CIRCULARITY,
            OOPLASM_SHARE,
            PERIVITELLINE_AREA);

    private OocyteSummary() {}

    static Summary of(List<FieldOfView> fields) {
        List<Reading> readings = new ArrayList<>();
        readings.add(MostSeen.of(POLAR_BODIES, CellStructure.POLAR_BODY, 1, fields));
        readings.addAll(BorderMeans.of(MEANS, fields));
        return new Summary(readings);
    }
}
