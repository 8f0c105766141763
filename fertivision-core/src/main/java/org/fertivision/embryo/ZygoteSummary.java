package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEI;
import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEUS_DIAMETER;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;

/** What is said of one zygote over its fields: means of lengths, and the most pronuclei that any field shows. */
final class ZygoteSummary {
    /** What is averaged. */
    static final List<Measure> MEANS = means();

    private ZygoteSummary() {}

    static Summary of(List<FieldOfView> fields) {
        List<Reading> readings = new ArrayList<>();
        readings.add(MostSeen.of(PRONUCLEI, CellStructure.PRONUCLEUS, 2, fields));
        readings.addAll(BorderMeans.of(MEANS, fields));
        return new Summary(readings);
    }

    private static List<Measure> means() {
        List<Measure> all = new ArrayList<>(OocyteSummary.MEANS);
        all.add(PRONUCLEUS_DIAMETER);
        return List.copyOf(all);
    }
}
