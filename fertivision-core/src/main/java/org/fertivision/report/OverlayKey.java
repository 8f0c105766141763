package org.fertivision.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;

/**
 * Which color stands for which word and which part, and which letter for which reason, the same in every picture of a report. Colors are
 * those of Okabe and Ito (Color Universal Design, 2008), which people with any color vision tell apart.
 */
final class OverlayKey {
    /** Orange, sky blue, reddish purple, bluish green, vermillion. */
    private static final List<Integer> COLORS = List.of(0xE69F00, 0x56B4E9, 0xCC79A7, 0x009E73, 0xD55E00);

    /** The inks of the same colors, in the same order. */
    private static final List<Chart.Ink> INKS =
            List.of(Chart.Ink.FIRST, Chart.Ink.SECOND, Chart.Ink.THIRD, Chart.Ink.FOURTH, Chart.Ink.FIFTH);

    /** Bluish green, sky blue, vermillion, blue, yellow, reddish purple: parts are filled, so that none passes for a word. */
    private static final List<Integer> PART_COLORS =
            List.of(0x009E73, 0x56B4E9, 0xD55E00, 0x0072B2, 0xF0E442, 0xCC79A7);

    /** Parts that have the same color in every report, in the order of the colors. */
    private static final List<String> KNOWN_PARTS =
            List.of("acrosome", "flagellum", "midpiece", "tail", "vacuole", "cytoplasm");

    /** Yellow, for what has no word of its own. */
    static final int UNNAMED = 0xF0E442;

    /** For what did not get one of the colors. */
    private static final int OTHER = 0xFFFFFF;

    private static final int EXCLUDED = 0xFFFFFF;
    private static final int ALPHABET = 26;

    private final String system;
    private final Map<String, Integer> colors;
    private final Map<String, String> letters;
    private final Map<String, Integer> parts;

    private OverlayKey(
            String system, Map<String, Integer> colors, Map<String, String> letters, Map<String, Integer> parts) {
        this.system = system;
        this.colors = colors;
        this.letters = letters;
        this.parts = parts;
    }

    /** The key to a report: its first label system that any object has, and every reason. */
    static OverlayKey of(Report report) {
        List<Item> items = report.findings().fields().stream()
                .flatMap(field -> field.items().stream())
                .toList();
        String system = report.analyzer().labelSystems().stream()
                .filter(name -> items.stream().anyMatch(item -> item.term(name).isPresent()))
                .findFirst()
                .orElse("");
        TreeSet<String> terms = new TreeSet<>();
        TreeSet<String> reasons = new TreeSet<>();
        TreeSet<String> parts = new TreeSet<>();
        for (Item item : items) {
            item.term(system).ifPresent(terms::add);
            item.whyExcluded().map(Exclusion::reason).ifPresent(reasons::add);
            item.parts().forEach(part -> parts.add(part.name()));
        }
        Map<String, String> letters = new LinkedHashMap<>();
        reasons.forEach(reason -> letters.put(reason, letter(letters.size())));
        return new OverlayKey(system, colored(terms, COLORS), letters, coloredParts(parts));
    }

    /** Known parts have colors of their own, others what is left of them. */
    private static Map<String, Integer> coloredParts(SortedSet<String> names) {
        List<Integer> left = IntStream.range(0, KNOWN_PARTS.size())
                .filter(i -> !names.contains(KNOWN_PARTS.get(i)))
                .mapToObj(PART_COLORS::get)
                .toList();
        Map<String, Integer> colors = new LinkedHashMap<>();
        int others = 0;
        for (String name : names) {
            int known = KNOWN_PARTS.indexOf(name);
            if (known >= 0) {
                colors.put(name, PART_COLORS.get(known));
            } else {
                colors.put(name, others < left.size() ? left.get(others) : OTHER);
                others++;
            }
        }
        return colors;
    }

    private static Map<String, Integer> colored(SortedSet<String> names, List<Integer> palette) {
        Map<String, Integer> colors = new LinkedHashMap<>();
        names.forEach(name -> colors.put(name, colors.size() < palette.size() ? palette.get(colors.size()) : OTHER));
        return colors;
    }

    /** A, B ... Z, A1, B1 ... */
    private static String letter(int number) {
        String round = number < ALPHABET ? "" : Integer.toString(number / ALPHABET);
        return (char) ('A' + number % ALPHABET) + round;
    }

    /** The naming system that gives the colors; empty where objects have no words. */
    String system() {
        return system;
    }

    /** The color of an object, red, green and blue in one number. */
    int color(Item item) {
        if (!item.counts()) {
            return EXCLUDED;
        }
        return item.term(system).map(this::color).orElse(UNNAMED);
    }

    /** The ink of an object in charts: that of its word. */
    Chart.Ink ink(Item item) {
        return item.term(system).map(this::ink).orElse(Chart.Ink.OTHER);
    }

    /** The ink of a word in charts, which has the word's color. */
    Chart.Ink ink(String term) {
        int place = terms().indexOf(term);
        return place < 0 || place >= INKS.size() ? Chart.Ink.OTHER : INKS.get(place);
    }

    /** The color of a word. */
    int color(String term) {
        return colors.getOrDefault(term, OTHER);
    }

    /** The color of a part. */
    int color(ItemPart part) {
        return parts.getOrDefault(part.name(), OTHER);
    }

    /** The letter of the reason for which an object does not count. */
    Optional<String> letter(Item item) {
        return item.whyExcluded().map(why -> letters.getOrDefault(why.reason(), "?"));
    }

    /** The words in order. */
    List<String> terms() {
        return List.copyOf(colors.keySet());
    }

    /** Letter by reason, in order. */
    Map<String, String> letters() {
        return letters;
    }

    /**
     * What a field shows: word and number of objects for each word, then letter, reason and number for each reason, then
     * the parts.
     */
    List<Entry> entries(FieldOfView field, Language language) {
        List<Entry> entries = new ArrayList<>();
        for (String term : colors.keySet()) {
            long count = field.counted()
                    .filter(item -> item.term(system).orElse("").equals(term))
                    .count();
            entries.add(new Entry(language.told(term) + " " + count, color(term), Mark.LINE));
        }
        long unnamed = field.counted().filter(i -> i.term(system).isEmpty()).count();
        if (unnamed > 0 || colors.isEmpty()) {
            entries.add(new Entry(
                    (colors.isEmpty() ? language.say("counted") : language.say("without a word")) + " " + unnamed,
                    UNNAMED,
                    Mark.LINE));
        }
        letters.forEach((reason, letter) -> {
            long count = field.items().stream()
                    .filter(item -> item.whyExcluded()
                            .map(why -> why.reason().equals(reason))
                            .orElse(false))
                    .count();
            if (count > 0) {
                entries.add(new Entry(letter + " " + language.told(reason) + " " + count, EXCLUDED, Mark.DASHES));
            }
        });
        parts.forEach((name, color) -> {
            long count = field.items().stream()
                    .flatMap(item -> item.parts().stream())
                    .filter(part -> part.name().equals(name))
                    .count();
            if (count > 0) {
                entries.add(new Entry(language.told(name) + " " + count, color, Mark.FILLED));
            }
        });
        return entries;
    }

    /** How something is drawn: what counts by a line, what does not by dashes, parts filled. */
    enum Mark {
        LINE,
        DASHES,
        FILLED
    }

    /**
     * A line of the key.
     *
     * @param text what it says
     * @param color its color, red, green and blue in one number
     * @param mark how that is drawn of which it speaks
     */
    record Entry(String text, int color, Mark mark) {}
}
