package org.fertivision.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.request.PageMeaning;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word for what the pages of a file are. */
final class Pages implements ITypeConverter<PageMeaning> {
    @Override
    public PageMeaning convert(String text) {
        return meanings()
                .filter(meaning -> meaning.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + meanings().map(PageMeaning::word).collect(Collectors.joining(", "))));
    }

    /** What can be said of all pages: some are chosen by their numbers. */
    private static Stream<PageMeaning> meanings() {
        return Arrays.stream(PageMeaning.values()).filter(meaning -> meaning != PageMeaning.CHOSEN);
    }
}
