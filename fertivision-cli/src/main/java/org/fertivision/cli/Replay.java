package org.fertivision.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fertivision.FertiVision;
import org.fertivision.report.DocumentDifference;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Request;
import org.fertivision.spi.Descriptor;
import org.jspecify.annotations.Nullable;

/**
 * An analysis done again.
 *
 * @param then what the document says
 * @param equal whether the same bytes came out
 * @param causes why they may differ: other files, another version
 * @param differences where the documents differ
 */
record Replay(ParsedReport then, boolean equal, List<String> causes, List<DocumentDifference> differences) {
    /** Stands for the hash of a folder, which is that of its files in the order of their numbers. */
    private static final String OF_A_FOLDER = "folder";

    /**
     * Does the analysis of a document again.
     *
     * @param document the bytes of the document, with or without a line end behind them
     * @param files the files of its fields, found by their bytes where these are the same, else by their order
     */
    static Replay of(byte[] document, List<Path> files, FertiVision engine) throws IOException {
        String kind = ReportJson.parse(document).kind();
        Descriptor analyzer = Kind.named(kind, engine.plugins());
        ParsedReport then = ReportJson.parse(document, analyzer.measures());
        List<String> causes = new ArrayList<>();
        List<Path> fields = inOrder(files, then, causes);
        Request request = then.again(fields.stream().map(ImageFiles::source).toList());
        Report now = engine.analyze(request).fold(report -> report, rejection -> {
            String file = rejection
                    .inField()
                    .map(field -> fields.get(field).toString())
                    .orElse("");
            throw Failure.of(rejection, file);
        });
        versions(then, now, causes);
        byte[] told = ReportJson.write(now);
        boolean equal = Arrays.equals(told, withoutLineEnd(document));
        return new Replay(then, equal, causes, equal ? List.of() : DocumentDifference.between(document, told));
    }

    private static List<Path> inOrder(List<Path> named, ParsedReport then, List<String> causes) throws IOException {
        List<InputFacts> files = then.files();
        if (named.size() != files.size()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the report was made from " + Plain.count(files.size(), "file") + ", and "
                            + Plain.count(named.size(), "file") + " are named");
        }
        List<Path> left = new ArrayList<>(named);
        List<String> hashes = new ArrayList<>();
        for (Path file : named) {
            hashes.add(Files.isDirectory(file) ? OF_A_FOLDER : FileHash.of(file));
        }
        @Nullable Path[] placed = new @Nullable Path[files.size()];
        for (int place = 0; place < placed.length; place++) {
            int at = hashes.indexOf(files.get(place).sha256());
            if (at >= 0) {
                placed[place] = left.remove(at);
                hashes.remove(at);
            }
        }
        for (int place = 0; place < placed.length; place++) {
            String hash = files.get(place).sha256();
            if (placed[place] == null) {
                placed[place] = left.remove(0);
                String now = hashes.remove(0);
                if (hash != null && !now.equals(OF_A_FOLDER)) {
                    causes.add("file " + place + " is another one: sha256 " + hash + " then, " + now + " now");
                }
            }
        }
        return Arrays.stream(placed).map(Objects::requireNonNull).toList();
    }

    private static void versions(ParsedReport then, Report now, List<String> causes) {
        if (!then.software().equals(now.software())) {
            causes.add("another software: " + then.software() + " then, " + now.software() + " now");
        }
        String version = now.analyzer().version();
        if (!then.algorithm().version().equals(version)) {
            causes.add("another version of the analyzer: " + then.algorithm().version() + " then, " + version + " now");
        }
        if (!then.hashIsRight()) {
            causes.add("the document was changed after it was written: its hash is not that of its content");
        }
    }

    private static byte[] withoutLineEnd(byte[] document) {
        int length = document.length;
        return length > 0 && document[length - 1] == '\n' ? Arrays.copyOf(document, length - 1) : document;
    }
}
