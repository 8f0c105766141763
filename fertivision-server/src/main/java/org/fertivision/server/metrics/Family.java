package org.fertivision.server.metrics;

import java.util.List;

/** All numbers of one name, which differ in the values of their labels. */
abstract class Family {
    private final String name;
    private final String meaning;
    private final String type;

    Family(String name, String meaning, String type) {
        this.name = name;
        this.meaning = meaning;
        this.type = type;
    }

    final String name() {
        return name;
    }

    /** Writes the name, what it means, and each number on a line of its own. */
    final void writeTo(StringBuilder text) {
        text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        writeNumbers(text);
    }

    abstract void writeNumbers(StringBuilder text);

    /** Labels with their values as they stand behind a name: empty, or in braces. */
    static String labels(List<String> labels, List<String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels.get(i))
                    .append("=\"")
                    .append(values.get(i)
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append('"');
        }
        return labels.isEmpty() ? "" : text.append('}').toString();
    }

    /** A number as Prometheus reads it: whole ones without a point. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : Double.toString(value);
    }
}
