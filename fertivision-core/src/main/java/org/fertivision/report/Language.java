package org.fertivision.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The language that pages, sheets and pictures of a report are written in. English is the source: every text is written in
 * it, and another language is a catalog of English texts with theirs. What a catalog lacks stays English. The result
 * document and the tables have no language. Immutable and thread-safe.
 */
public final class Language {
    /** The source language; it needs no catalog. */
    public static final Language ENGLISH = new Language("en", Map.of(), List.of());

    private static final String GERMAN = "de";
    /** The line of a catalog from which on texts are such as analyzers and scorers say. */
    private static final String TOLD = "# What analyzers and scorers say";

    /** Where a part stands: a text that is told, with {@code d} a number, with {@code n} a name, which may stay as it is. */
    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)([dn]?)}");

    /** Longer texts, and parts of parts deeper than this, are nobody's sentences. */
    private static final int LONGEST = 1000;

    private static final int DEEPEST = 12;

    private static final String DIGITS = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern NUMBER = Pattern.compile(DIGITS);

    private final String tag;
    private final Map<String, String> texts;
    private final List<Sentence> sentences;

    private Language(String tag, Map<String, String> texts, List<Sentence> sentences) {
        this.tag = tag;
        this.texts = texts;
        this.sentences = sentences;
    }

    /**
     * An English text with holes, by which a sentence is recognized that somebody else has filled.
     *
     * @param start what stands before its first hole
     * @param pattern the whole
     * @param holes its holes, in the order of the English text
     * @param text the text in the language
     */
    private record Sentence(String start, Pattern pattern, List<Hole> holes, String text) {}

    /**
     * Where a part stands.
     *
     * @param number which part
     * @param isName whether the part may stay as it is
     */
    private record Hole(int number, boolean isName) {}

    /** The languages with a catalog, each read when it is first asked for. */
    private static final class Catalogs {
        private static final Language GERMAN = read(Language.GERMAN);

        private Catalogs() {}
    }

    /** The languages that there are, by their tags after BCP 47, in lower case. */
    public static List<String> tags() {
        return List.of(ENGLISH.tag, GERMAN);
    }

    /** The language with a tag; nothing where there is none. */
    public static Optional<Language> of(String tag) {
        return switch (tag) {
            case "en" -> Optional.of(ENGLISH);
            case GERMAN -> Optional.of(Catalogs.GERMAN);
            default -> Optional.empty();
        };
    }

    /** Its tag after BCP 47. */
    public String tag() {
        return tag;
    }

    /**
     * A text of the report itself.
     *
     * @param english the text, with {@code {0}}, {@code {1}} ... where the parts stand
     * @param parts what stands there, in this language already
     */
    public String say(String english, Object... parts) {
        return filled(texts.getOrDefault(english, english), hole -> parts[hole]);
    }

    /**
     * A text that an analyzer or a scorer says: a name, a word for objects, a reason, a notice. One that is filled with
     * numbers or with other such texts is recognized, too; one that is not known, or has a part that is not, stays English.
     */
    public String told(String english) {
        return known(english, 0, new HashMap<>()).orElse(english);
    }

    /** Whether a text that an analyzer or a scorer says is told in this language. */
    public boolean tells(String english) {
        return this == ENGLISH || known(english, 0, new HashMap<>()).isPresent();
    }

    /** A text in this language, each of its parts looked for once. */
    private Optional<String> known(String english, int depth, Map<String, Optional<String>> looked) {
        String text = texts.get(english);
        if (text != null) {
            return Optional.of(text);
        }
        if (english.length() > LONGEST || depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<String> before = looked.get(english);
        if (before != null) {
            return before;
        }
        Optional<String> found = sentences.stream()
                .filter(sentence -> english.startsWith(sentence.start()))
                .flatMap(sentence -> recognized(sentence, english, depth, looked).stream())
                .findFirst();
        looked.put(english, found);
        return found;
    }

    /** A name as it stands within a sentence. */
    String within(String name) {
        return this == ENGLISH ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** A number of digits and a point, with the decimal sign of the language. */
    public String number(String digits) {
        return this == ENGLISH ? digits : digits.replace('.', ',');
    }

    /** A number with 4 significant digits; whole numbers keep all of theirs. */
    String plain(double value) {
        return number(Figures.plain(value));
    }

    /** A number with at most so many decimals. */
    String decimals(double value, int most) {
        return number(Figures.decimals(value, most));
    }

    /** A number with exactly so many decimals. */
    String fixed(double value, int decimals) {
        return number(Figures.fixed(value, decimals));
    }

    private Optional<String> recognized(
            Sentence sentence, String english, int depth, Map<String, Optional<String>> looked) {
        Matcher found = sentence.pattern().matcher(english);
        if (!found.matches()) {
            return Optional.empty();
        }
        Map<Integer, String> parts = new HashMap<>();
        for (int i = 0; i < sentence.holes().size(); i++) {
            String part = found.group(i + 1);
            Hole hole = sentence.holes().get(i);
            Optional<String> said = NUMBER.matcher(part).matches()
                    ? Optional.of(number(part))
                    : known(part, depth + 1, looked).or(() -> hole.isName() ? Optional.of(part) : Optional.empty());
            if (said.isEmpty()) {
                return Optional.empty();
            }
            parts.put(hole.number(), said.get());
        }
        return Optional.of(filled(sentence.text(), parts::get));
    }

    private static String filled(String text, IntFunction<@Nullable Object> parts) {
        return HOLE.matcher(text)
                .replaceAll(
                        hole -> Matcher.quoteReplacement(String.valueOf(parts.apply(Integer.parseInt(hole.group(1))))));
    }

    /** A catalog: a line in English, then one that begins with a tab in the other language; others begin with #. */
    private static Language read(String tag) {
        String resource = "words-" + tag + ".txt";
        try (InputStream stream = Language.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            List<Sentence> sentences = new ArrayList<>();
            String english = "";
            boolean isTold = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("\t")) {
                    if (texts.put(english, line.strip()) != null) {
                        throw new IllegalStateException(resource + " has a text twice: " + english);
                    }
                    if (isTold) {
                        sentence(english, line.strip()).ifPresent(sentences::add);
                    }
                } else if (line.equals(TOLD)) {
                    isTold = true;
                } else if (!line.startsWith("#")) {
                    english = line;
                }
            }
            return new Language(tag, Map.copyOf(texts), List.copyOf(sentences));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Sentence> sentence(String english, String text) {
        Matcher hole = HOLE.matcher(english);
        StringBuilder pattern = new StringBuilder();
        List<Hole> holes = new ArrayList<>();
        String start = "";
        int from = 0;
        while (hole.find()) {
            String before = english.substring(from, hole.start());
            if (holes.isEmpty()) {
                start = before;
            }
            pattern.append(Pattern.quote(before)).append(hole.group(2).equals("d") ? "(" + DIGITS + ")" : "(.+?)");
            holes.add(new Hole(Integer.parseInt(hole.group(1)), hole.group(2).equals("n")));
            from = hole.end();
        }
        if (holes.isEmpty()) {
            return Optional.empty();
        }
        pattern.append(Pattern.quote(english.substring(from)));
        return Optional.of(new Sentence(start, Pattern.compile(pattern.toString()), List.copyOf(holes), text));
    }
}
