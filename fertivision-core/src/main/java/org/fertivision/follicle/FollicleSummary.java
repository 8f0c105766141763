package org.fertivision.follicle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.spi.Settings;

/**
 * Sums up over stills of one ovary. The same follicle returns in many stills, so counts are the maximum over fields and
 * never the sum: the number in one section.
 */
final class FollicleSummary {
    /** What the summary answers for, in the order of a report. */
    static final List<Measure> MEASURES = measures();

    private static final double SMALLEST_ANTRAL_MM = 2;
    private static final double LARGEST_ANTRAL_MM = 10;
    private static final double MM3_PER_ML = 1000;
    private static final String NEEDS_SWEEP = "needs-sweep: stills show sections, not both whole ovaries";
    private static final String METHOD = "most-in-one-field";

    private FollicleSummary() {}

    private static List<Measure> measures() {
        List<Measure> all = new ArrayList<>(List.of(
                FollicleMeasures.FOLLICLES,
                FollicleMeasures.ANTRAL_FOLLICLES,
                FollicleMeasures.ANTRAL_FOLLICLE_COUNT,
                FollicleMeasures.LARGEST_FOLLICLE));
        all.addAll(FollicleMeasures.bins());
        all.add(FollicleMeasures.OVARY_AREA);
        all.add(FollicleMeasures.OVARY_VOLUME);
        return List.copyOf(all);
    }

    static Summary of(List<FieldOfView> fields, Settings settings) {
        List<Section> sections = fields.stream().map(Section::of).toList();
        Section most = sections.stream().max(Section.BY_FOLLICLES).orElseThrow();
        int antral = sections.stream().mapToInt(Section::antral).max().orElse(0);
        List<Reading> readings = new ArrayList<>();
        readings.add(Reading.measured(FollicleMeasures.FOLLICLES, most.total(), most.total(), METHOD));
        readings.add(Reading.measured(FollicleMeasures.ANTRAL_FOLLICLES, antral, antral, METHOD));
        readings.add(Reading.notMeasured(FollicleMeasures.ANTRAL_FOLLICLE_COUNT, NEEDS_SWEEP));
        readings.add(largest(sections));
        List<Measure> bins = FollicleMeasures.bins();
        for (int bin = 0; bin < bins.size(); bin++) {
            readings.add(Reading.measured(
                    bins.get(bin), most.classes().get(bin), most.total(), "field-with-most-follicles"));
        }
        readings.add(ovaryArea(fields));
        readings.add(ovaryVolume(settings));
        return new Summary(readings, notices(fields));
    }

    private static Reading largest(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.largest().stream())
                .max(Comparator.naturalOrder())
                .map(mm -> Reading.measured(FollicleMeasures.LARGEST_FOLLICLE, mm, 1, "largest-over-fields"))
                .orElseGet(
                        () -> Reading.notMeasured(FollicleMeasures.LARGEST_FOLLICLE, Reading.NotMeasured.NO_OBJECTS));
    }

    private static Reading ovaryArea(List<FieldOfView> fields) {
        return fields.stream()
                .flatMap(field -> field.reading(FollicleMeasures.OVARY_AREA).figure().stream())
                .max(Comparator.naturalOrder())
                .map(area -> Reading.measured(FollicleMeasures.OVARY_AREA, area, "largest-user-outline"))
                .orElseGet(() -> Reading.notMeasured(FollicleMeasures.OVARY_AREA, "ovary-not-outlined"));
    }

    /** The volume of an ellipsoid of three orthogonal diameters. */
    private static Reading ovaryVolume(Settings settings) {
        Optional<Double> length = settings.find(FollicleSettings.OVARY_LENGTH);
        Optional<Double> width = settings.find(FollicleSettings.OVARY_WIDTH);
        Optional<Double> height = settings.find(FollicleSettings.OVARY_HEIGHT);
        if (length.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Reading.notMeasured(FollicleMeasures.OVARY_VOLUME, "needs-three-diameters");
        }
        double volume = Math.PI / 6 * length.get() * width.get() * height.get() / MM3_PER_ML;
        return Reading.measured(FollicleMeasures.OVARY_VOLUME, volume, "ellipsoid-of-three-given-diameters");
    }

    private static List<Notice> notices(List<FieldOfView> fields) {
        return fields.size() == 1
                ? List.of()
                : List.of(new Notice(
                        "fields-not-added",
                        "Counts are those of the field that shows most, of " + fields.size()
                                + ": the same follicle is seen in many stills."));
    }

    /**
     * The follicles of one field.
     *
     * @param total how many
     * @param antral how many of 2 to 10 mm
     * @param classes how many of each size class
     * @param largest the largest mean diameter, millimeters; empty list where there is none
     */
    private record Section(int total, int antral, List<Integer> classes, List<Double> largest) {
        /** Most follicles first; among equals the one with larger follicles, so that the order of fields means nothing. */
        static final Comparator<Section> BY_FOLLICLES =
                Comparator.comparingInt(Section::total).thenComparing(Section::classesFromLargest);

        static Section of(FieldOfView field) {
            double[] sizes = field.counted()
                    .map((Item item) ->
                            item.reading(FollicleMeasures.MEAN_DIAMETER).figure())
                    .flatMap(Optional::stream)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            int[] classes = new int[FollicleMeasures.bins().size()];
            int antral = 0;
            double largest = 0;
            for (double size : sizes) {
                classes[SizeClass.of(size)]++;
                antral += size >= SMALLEST_ANTRAL_MM && size <= LARGEST_ANTRAL_MM ? 1 : 0;
                largest = Math.max(largest, size);
            }
            return new Section(
                    sizes.length,
                    antral,
                    IntStream.of(classes).boxed().toList(),
                    sizes.length == 0 ? List.of() : List.of(largest));
        }

        private String classesFromLargest() {
            StringBuilder text = new StringBuilder();
            for (int i = classes.size() - 1; i >= 0; i--) {
                text.append((char) classes.get(i).intValue());
            }
            return text.toString();
        }
    }
}
