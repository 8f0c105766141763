package org.fertivision.cli;

import java.util.stream.Collectors;
import org.fertivision.request.PageMeaning;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word for what the pages of a file are. */
final class Pages implements ITypeConverter<PageMeaning> {
    @Override
    public PageMeaning convert(String text) {
        return PageMeaning.ofAllPages().stream()
                .filter(meaning -> meaning.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + PageMeaning.ofAllPages().stream()
                                .map(PageMeaning::word)
                                .collect(Collectors.joining(", "))));
    }
}
