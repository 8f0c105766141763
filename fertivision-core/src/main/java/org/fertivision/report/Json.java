package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value of a JSON document. There is no null: what is unknown is absent. */
sealed interface Json {
    /** A text. */
    record Text(String text) implements Json {}

    /** A finite number. */
    record Figure(double value) implements Json {}

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** A value whose canonical text was made before. */
    record Written(String text) implements Json {}

    /** Values in order. */
    record Sequence(List<? extends Json> elements) implements Json {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** Numbers in order, held tightly: documents are mostly corners of outlines. */
    final class Row implements Json {
        private final double[] figures;

        private Row(double[] figures) {
            this.figures = figures;
        }

        int size() {
            return figures.length;
        }

        double at(int i) {
            return figures[i];
        }
    }

    /** Named values. Filled by its maker, then left alone. */
    final class Members implements Json {
        private final SortedMap<String, Json> named = new TreeMap<>();

        Members put(String name, Json value) {
            named.put(name, value);
            return this;
        }

        Members put(String name, String text) {
            return put(name, new Text(text));
        }

        Members put(String name, double figure) {
            return put(name, new Figure(figure));
        }

        Members put(String name, boolean flag) {
            return put(name, new Flag(flag));
        }

        Members put(String name, List<? extends Json> values) {
            return put(name, new Sequence(values));
        }

        Members putIfKnown(String name, @Nullable String text) {
            return text == null ? this : put(name, text);
        }

        Members putIfKnown(String name, @Nullable Double figure) {
            return figure == null ? this : put(name, figure.doubleValue());
        }

        /** These members less those of the given names. */
        Members without(String... names) {
            Members fewer = new Members();
            fewer.named.putAll(named);
            for (String name : names) {
                fewer.named.remove(name);
            }
            return fewer;
        }

        /** These members with the canonical text of each made once, for what is written more than once. */
        Members written() {
            Members texts = new Members();
            named.forEach((name, value) -> texts.put(name, new Written(CanonicalJson.text(value))));
            return texts;
        }

        /** The members by name, in the order of their UTF-16 units. */
        SortedMap<String, Json> named() {
            return named;
        }
    }

    /** Numbers in order. */
    static Row row(double... figures) {
        return new Row(figures.clone());
    }

    /** Texts in order. */
    static Sequence texts(List<String> words) {
        List<Json> texts = new ArrayList<>(words.size());
        words.forEach(word -> texts.add(new Text(word)));
        return new Sequence(texts);
    }
}
