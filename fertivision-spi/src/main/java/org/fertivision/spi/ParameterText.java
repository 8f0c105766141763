package org.fertivision.spi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/** Values of parameters as text, and back. Numbers have a point as decimal sign whatever the locale. */
final class ParameterText {
    private ParameterText() {}

    static Object parse(Parameter<?> parameter, String text) {
        try {
            return switch (parameter.type()) {
                case NUMBER -> number(text);
                case FLAG -> flag(text);
                case CHOICE -> text;
                case POINTS, POLYGON -> points(text);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    parameter.name() + " is " + parameter.range() + ", not '" + text + "'", e);
        }
    }

    static String print(Object value) {
        if (value instanceof Double number) {
            BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
            return exact.signum() == 0 ? "0" : exact.toPlainString();
        }
        if (value instanceof List<?> points) {
            List<String> words = new ArrayList<>();
            for (Object element : points) {
                Point point = (Point) element;
                words.add(print(point.x()) + "," + print(point.y()));
            }
            return String.join(" ", words);
        }
        return value.toString();
    }

    private static Double number(String text) {
        if (text.isEmpty() || text.length() > 64) {
            throw new NumberFormatException("not a number");
        }
        double value = new BigDecimal(text).doubleValue();
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("too large");
        }
        return value == 0 ? 0.0 : value;
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static List<Point> points(String text) {
        List<Point> points = new ArrayList<>();
        for (String word : text.split("[\\s;]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            int comma = word.indexOf(',');
            if (comma < 0) {
                throw new IllegalArgumentException("a place is x,y");
            }
            points.add(new Point(number(word.substring(0, comma)), number(word.substring(comma + 1))));
        }
        return List.copyOf(points);
    }
}
