package org.fertivision.cli;

import java.util.ArrayList;
import org.fertivision.report.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The language of a report's page, sheets and pictures; never that of the machine. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "en|de",
            converter = Converter.class,
            completionCandidates = Tags.class,
            description =
                    "Language of report.html, report.pdf and the pictures: en (default) or de. The result document and"
                            + " the tables are the same in any.")
    private Language language = Language.ENGLISH;

    /** What was chosen. */
    Language language() {
        return language;
    }

    /** Whether another language than English was chosen. */
    boolean isAsked() {
        return language != Language.ENGLISH;
    }

    /** Reads the tag. */
    static final class Converter implements ITypeConverter<Language> {
        @Override
        public Language convert(String tag) {
            return Language.of(tag)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + tag + "' is none of " + String.join(", ", Language.tags())));
        }
    }

    /** The tags that can be typed. */
    static final class Tags extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Tags() {
            super(Language.tags());
        }
    }
}
