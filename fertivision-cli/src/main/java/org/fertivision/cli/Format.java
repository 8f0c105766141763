package org.fertivision.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In which form a result is printed. */
enum Format {
    /** For people. */
    TABLE,
    /** The result document. */
    JSON,
    /** One row a specimen, under a row of names. */
    CSV,
    /** Not at all. */
    NONE;

    /** The word that is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Arrays.stream(values())
                    .filter(f -> f.word().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is none of " + String.join(", ", words())));
        }

        private static List<String> words() {
            return Arrays.stream(values()).map(Format::word).toList();
        }
    }

    /** The words that can be typed. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(List.of("table", "json", "csv", "none"));
        }
    }
}
