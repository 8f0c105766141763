package org.fertivision.server.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.fertivision.Plugins;
import org.fertivision.report.AnnotationJson;
import org.fertivision.spi.Descriptor;

/**
 * What a client typed freely into a request. It may name a person, so it is taken out of sentences that an engine or a
 * plug-in makes of it before they are kept or told; names that the engine itself gives, and what is shorter than four
 * characters, stay.
 */
final class Typed {
    private static final int SHORTEST = 4;
    private static final int BEGINNING = 12;
    private static final String INSTEAD = "…";

    private final List<String> words;

    Typed(AnalysisQuery query, Plugins plugins) {
        Set<String> all = new LinkedHashSet<>();
        add(all, query.set());
        query.fields().forEach(own -> add(all, own));
        List<String> scorers = query.score();
        if (scorers != null) {
            scorers.forEach(scorer -> add(all, scorer));
        }
        addValue(all, query.annotations());
        all.removeAll(given(plugins));
        words = new ArrayList<>(all);
        words.sort(Comparator.comparingInt(String::length).reversed());
    }

    private static Set<String> given(Plugins plugins) {
        Set<String> given = new HashSet<>(AnnotationJson.TYPES);
        Stream.of(plugins.analyzers(), plugins.scorers(), plugins.readers())
                .flatMap(List::stream)
                .forEach(descriptor -> add(given, descriptor));
        return given;
    }

    private static void add(Set<String> given, Descriptor descriptor) {
        given.add(descriptor.id().toString());
        given.add(descriptor.id().name());
        descriptor.measures().forEach(measure -> given.add(measure.code()));
        descriptor.parameters().forEach(parameter -> {
            given.add(parameter.name());
            given.addAll(parameter.choices());
        });
    }

    private static void add(Set<String> all, SortedMap<String, String> set) {
        set.forEach((name, value) -> {
            add(all, name);
            add(all, value);
        });
    }

    private static void add(Set<String> all, String typed) {
        String word = typed.strip();
        if (word.length() >= SHORTEST) {
            all.add(word);
            if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                all.add(new BigDecimal(word).toPlainString());
            }
        }
    }

    private static void addValue(Set<String> all, Object value) {
        if (value instanceof Map<?, ?> object) {
            object.values().forEach(member -> addValue(all, member));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> addValue(all, element));
        } else {
            add(all, value.toString());
        }
    }

    /** A sentence without what was typed; a word of which only the beginning is quoted is found by it. */
    String takenOut(String sentence) {
        String left = sentence;
        for (String word : words) {
            String beginning = word.substring(0, Math.min(BEGINNING, word.length()));
            int at = left.indexOf(beginning);
            while (at >= 0) {
                left = left.substring(0, at) + INSTEAD + left.substring(at + alike(left, at, word));
                at = left.indexOf(beginning, at + INSTEAD.length());
            }
        }
        return left;
    }

    private static int alike(String text, int from, String word) {
        int count = 0;
        while (count < word.length()
                && from + count < text.length()
                && text.charAt(from + count) == word.charAt(count)) {
            count++;
        }
        return count;
    }
}
