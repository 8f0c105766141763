package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Annotation;
import org.fertivision.image.Point;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/**
 * What a person pointed at in a field: the outline of an ovary, the ends of a caliper, where they were placed last.
 *
 * @param name the parameter's name
 * @param places the points, pixels
 * @param closed whether they are corners of an area
 */
record Pointed(String name, List<Point> places, boolean closed) {
    /** Everything that was pointed at in one field, in the order of the parameters. */
    static List<Pointed> at(Report report, int field) {
        Settings here = report.settings().forField(field);
        List<Pointed> pointed = new ArrayList<>();
        for (Parameter<?> parameter : here.declared()) {
            if (parameter.type() == Parameter.Type.POLYGON || parameter.type() == Parameter.Type.POINTS) {
                boolean closed = parameter.type() == Parameter.Type.POLYGON;
                List<Point> places = placed(report, field, parameter.name())
                        .or(() -> here.find(parameter).map(Pointed::places))
                        .orElse(List.of());
                if (!places.isEmpty()) {
                    pointed.add(new Pointed(parameter.name(), places, closed));
                }
            }
        }
        return pointed;
    }

    private static Optional<List<Point>> placed(Report report, int field, String setting) {
        return report.findings().annotations().stream()
                .filter(Annotation.Place.class::isInstance)
                .map(Annotation.Place.class::cast)
                .filter(word -> word.field() == field && word.setting().equals(setting))
                .reduce((before, last) -> last)
                .map(Annotation.Place::places);
    }

    private static List<Point> places(Object value) {
        return ((List<?>) value).stream().map(Point.class::cast).toList();
    }
}
