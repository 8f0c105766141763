package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_CIRCULARITY;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.PERIVITELLINE_AREA;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.tally.Tally;

/** The means over the fields of one oocyte; what no field measures has the fields' reason. */
final class OocyteSummary {
    /** What is summed up. */
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
        for (Measure measure : MEANS) {
            Tally tally =
                    Tally.of(fields, item -> item.reading(measure).figure().isPresent());
            List<Reading> means = tally.means(measure);
            Optional<String> why = tally.total() > 0 ? Optional.empty() : reason(fields, measure);
            for (Reading mean : means) {
                readings.add(why.map(reason -> Reading.notMeasured(mean.measure(), reason))
                        .orElse(mean));
            }
        }
        return new Summary(readings);
    }

    /** The first reason that a field gives. */
    private static Optional<String> reason(List<FieldOfView> fields, Measure measure) {
        return fields.stream()
                .flatMap(field -> field.readings().stream())
                .filter(reading -> reading.measure().equals(measure))
                .flatMap(reading -> reading
                        .fold(
                                m -> Optional.<String>empty(),
                                g -> Optional.<String>empty(),
                                n -> Optional.of(n.reason()))
                        .stream())
                .sorted()
                .findFirst();
    }
}
