package org.fertivision.spi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/** Values of parameters as text, and back. Numbers have a point as decimal sign whatever the locale. */
final class ParameterText {
    /** Digits that tell any two doubles apart. */
    private static final int MOST_DIGITS = 17;

    private static final int MOST_QUOTED = 60;
    private static final double SMALLEST_PLAIN = 1e-12;
    private static final double LARGEST_PLAIN = 1e24;

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
                    parameter.name() + " is " + parameter.range() + ", not '" + shortened(text) + "'", e);
        }
    }

    static String print(Object value) {
        if (value instanceof Double number) {
            return print(number.doubleValue());
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

    /**
     * The shortest decimal that reads back as the number, with an exponent only far from 1. Not {@link Double#toString(double)}, whose
     * digits differ between JDK 17 and later ones.
     */
    static String print(double number) {
        if (!Double.isFinite(number)) {
            return number > 0 ? "infinity" : number < 0 ? "-infinity" : "not a number";
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact;
        for (int digits = MOST_DIGITS; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() != number) {
                break;
            }
            shortest = rounded;
        }
        if (exact.signum() == 0) {
            return "0";
        }
        BigDecimal bare = shortest.stripTrailingZeros();
        double size = Math.abs(number);
        return size < SMALLEST_PLAIN || size >= LARGEST_PLAIN ? bare.toString() : bare.toPlainString();
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

    /** At most the first 60 characters, for messages. */
    static String shortened(String text) {
        return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "...";
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
