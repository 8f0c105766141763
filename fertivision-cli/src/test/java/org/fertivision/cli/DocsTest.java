package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.Measures;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.junit.jupiter.api.Test;

/**
 * Two pages of the documentation say what the program says of itself. To write them anew:
 * {@code mvn -pl fertivision-cli -am test -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dfertivision.docs=write}
 */
class DocsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String REMEDY =
            "the page is not what the program says; write it anew with mvn -pl fertivision-cli -am test -Dtest=DocsTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dfertivision.docs=write";
    private static final String GENERATED =
            "Written by `DocsTest` from what the program declares; do not edit by hand.\n";

    @Test
    void everyMeasureHasItsLine() throws IOException {
        isWritten("measures.md", measures());
    }

    @Test
    void everyParameterHasItsLine() throws IOException {
        isWritten("parameters.md", parameters());
    }

    private static void isWritten(String name, String expected) throws IOException {
        Path page = DOCS.resolve(name);
        if ("write".equals(System.getProperty("fertivision.docs"))) {
            Files.writeString(page, expected);
        }
        assertThat(page).as(REMEDY).exists().content().as(REMEDY).isEqualTo(expected);
    }

    private static String measures() {
        StringBuilder page = new StringBuilder("# Measures\n\n").append(GENERATED);
        page.append("""

            The codes of reports, tables and `fertivision explain CODE`. A mean over the counted items stands with its
            standard deviation and median: the code with `Sd` and `Median` behind it. An item that fails a limit of strict
            morphology has its distance to that limit, percent of the limit and below 0 beyond it (0 or a little above where
            it is borderline): the code with `Margin` behind it. Units are UCUM. What cannot be measured is in the report
            all the same, with the reason.

            | code | unit | definition | source | in the summary of | of each item of |
            |---|---|---|---|---|---|
            """);
        try (FertiVision engine = FertiVision.create()) {
            List<Descriptor> kinds = engine.plugins().analyzers();
            for (Measure measure : Measures.all()) {
                row(
                        page,
                        "`" + measure.code() + "`",
                        measure.unit().ucum(),
                        measure.definition(),
                        measure.source(),
                        answering(kinds, measure, Descriptor::measures),
                        answering(kinds, measure, Descriptor::itemMeasures));
            }
        }
        return page.toString();
    }

    private static String answering(
            List<Descriptor> kinds, Measure measure, Function<Descriptor, List<Measure>> answers) {
        return kinds.stream()
                .filter(kind -> answers.apply(kind).contains(measure))
                .map(Kind::word)
                .collect(Collectors.joining(", "));
    }

    private static String parameters() {
        StringBuilder page = new StringBuilder("# Parameters\n\n").append(GENERATED);
        page.append("""

            What `--set NAME=VALUE` sets. A parameter of the look changes what is seen in the pixels; one of the summary
            costs no second look. Where it says *each field*, `--set NAME@FIELD=VALUE` may differ between the fields.
            """);
        try (FertiVision engine = FertiVision.create()) {
            List<Descriptor> all = new ArrayList<>();
            Stream.of(engine.plugins().analyzers(), engine.plugins().scorers()).forEach(all::addAll);
            for (Descriptor plugin : all) {
                page.append("\n## ")
                        .append(Kind.word(plugin))
                        .append(' ')
                        .append(plugin.version())
                        .append("\n\n");
                page.append(plugin.title())
                        .append(". ")
                        .append(plugin.intendedUse())
                        .append("\n\n");
                page.append("| name | type | allowed | default | used in | meaning |\n|---|---|---|---|---|---|\n");
                for (Parameter<?> parameter : plugin.parameters()) {
                    row(
                            page,
                            "`" + parameter.name() + "`",
                            ParametersCommand.type(parameter),
                            parameter.range(),
                            ParametersCommand.standard(parameter),
                            ParametersCommand.use(parameter),
                            parameter.meaning());
                }
            }
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }
}
