package org.fertivision.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fertivision.finding.Annotation;
import org.fertivision.report.AnnotationJson;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What persons say of the specimen, read from a file. */
final class WordOptions {
    @Option(
            names = "--annotations",
            paramLabel = "FILE",
            description =
                    "What persons say of the specimen: a JSON list of {\"type\":..., \"by\":WHO, ...} in the form in"
                            + " which the result document holds its annotations. It stands beside what was measured, never"
                            + " in its place. Types: value (code, unit, value), relabel (field, item,"
                            + " label:{system,term}), exclude (field, item, excluded), include (field, item), draw (field,"
                            + " item?, corners:[[x,y]...]), place (field, setting, places:[[x,y]...]: the field is looked"
                            + " at again with them), remark (text).")
    private @Nullable Path file;

    /** What persons say, in order. */
    List<Annotation> read(Descriptor analyzer) throws IOException {
        if (file == null) {
            return List.of();
        }
        try {
            return AnnotationJson.read(Files.readAllBytes(file), analyzer.measures());
        } catch (RejectedException e) {
            throw Failure.of(e.rejection(), file.toString());
        }
    }
}
