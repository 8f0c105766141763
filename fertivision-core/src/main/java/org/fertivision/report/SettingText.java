package org.fertivision.report;

import java.util.List;
import org.fertivision.image.Point;

/** The value of a setting as text that its parameter reads back, equal on every Java. */
final class SettingText {
    private SettingText() {}

    /** The text of a number, a flag, a word or a list of places. */
    static String of(Object value) {
        if (value instanceof Double number) {
            return EcmaNumber.text(number);
        }
        if (value instanceof List<?> places) {
            return String.join(
                    " ",
                    places.stream()
                            .map(Point.class::cast)
                            .map(SettingText::place)
                            .toList());
        }
        return value.toString();
    }

    /** The text of a value that stands in a document. */
    static String of(JsonPart part) {
        Json value = part.value();
        if (value instanceof Json.Text text) {
            return text.text();
        }
        if (value instanceof Json.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (value instanceof Json.Figure figure) {
            return EcmaNumber.text(figure.value());
        }
        return String.join(" ", part.each(place -> {
            Json.Row row = place.row(2);
            return place(new Point(row.at(0), row.at(1)));
        }));
    }

    private static String place(Point point) {
        return EcmaNumber.text(point.x()) + "," + EcmaNumber.text(point.y());
    }
}
