package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/**
 * What a person pointed at in a field before it was measured: the outline of an ovary, the ends of a caliper.
 *
 * @param name the parameter's name
 * @param places the points, pixels
 * @param closed whether they are corners of an area
 */
record Pointed(String name, List<Point> places, boolean closed) {
    /** Everything that was pointed at in one field, in the order of the parameters. */
    static List<Pointed> at(Settings settings, int field) {
        Settings here = settings.forField(field);
        List<Pointed> pointed = new ArrayList<>();
        for (Parameter<?> parameter : here.declared()) {
            if (parameter.type() == Parameter.Type.POLYGON || parameter.type() == Parameter.Type.POINTS) {
                boolean closed = parameter.type() == Parameter.Type.POLYGON;
                here.find(parameter)
                        .ifPresent(value -> pointed.add(new Pointed(parameter.name(), places(value), closed)));
            }
        }
        return pointed;
    }

    private static List<Point> places(Object value) {
        return ((List<?>) value).stream().map(Point.class::cast).toList();
    }
}
