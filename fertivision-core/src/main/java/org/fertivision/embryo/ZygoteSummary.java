package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEI;
import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEUS_DIAMETER;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;

/** What is said of one zygote over its fields: means of lengths, and the most pronuclei that any field shows. */
final class ZygoteSummary {
    /** What is averaged. */
    static final List<Measure> MEANS = means();

    private static final String MOST_OF_ANY = "most-of-any-field";

    private ZygoteSummary() {}

    static Summary of(List<FieldOfView> fields) {
        List<Reading> readings = new ArrayList<>();
        readings.add(pronuclei(fields));
        readings.addAll(BorderMeans.of(MEANS, fields));
        return new Summary(readings);
    }

    /** Of fields that count them, what still counts there; else the reason of the first field. */
    private static Reading pronuclei(List<FieldOfView> fields) {
        OptionalLong most = fields.stream()
                .filter(field -> field.reading(PRONUCLEI).figure().isPresent())
                .mapToLong(field ->
                        field.counted().filter(ZygoteItems::isPronucleus).count())
                .max();
        return most.isPresent()
                ? Reading.measured(PRONUCLEI, (double) most.getAsLong(), MOST_OF_ANY)
                : fields.stream()
                        .map(field -> field.reading(PRONUCLEI))
                        .findFirst()
                        .orElseGet(() -> Reading.notMeasured(PRONUCLEI, Reading.NotMeasured.NO_OBJECTS));
    }

    private static List<Measure> means() {
        List<Measure> all = new ArrayList<>(OocyteSummary.MEANS);
        all.add(PRONUCLEUS_DIAMETER);
        return List.copyOf(all);
    }
}
