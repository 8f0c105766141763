package org.fertivision.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.spi.Descriptor;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A hash of everything on which a specimen's report depends: the software's version, who looks and who scores, every
 * option that was typed but for those that only say where results go or how they are told, and the bytes of the files. An
 * equal fingerprint means the same report.
 */
final class Fingerprint {
    /** Options on which no report depends; any other counts, so that a forgotten one costs work and no truth. */
    private static final Set<String> OF_NO_MATTER = Set.of(
            "--out",
            "--resume",
            "--force",
            "--format",
            "--threads",
            "--plugins",
            "--quiet",
            "--verbose",
            "--stacktrace",
            "--deadline",
            "--by");

    private final List<String> asked;

    private Fingerprint(List<String> asked) {
        this.asked = asked;
    }

    /** What is the same for all specimens. */
    static Fingerprint of(ParseResult typed, Descriptor analyzer, FertiVision engine) {
        List<String> asked = new ArrayList<>(List.of(engine.version(), analyzer.signature()));
        List<String> words = new ArrayList<>();
        typed.matchedOptions().stream()
                .filter(option -> !OF_NO_MATTER.contains(option.longestName()))
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> {
                    words.addAll(option.originalStringValues());
                    asked.add(option.longestName() + " " + option.originalStringValues());
                });
        Stream.of(engine.plugins().scorers(), engine.plugins().readers())
                .flatMap(List::stream)
                .filter(plugin ->
                        plugin.id().isReserved() || words.contains(plugin.id().toString()))
                .map(Descriptor::signature)
                .forEach(asked::add);
        return new Fingerprint(List.copyOf(asked));
    }

    /** The fingerprint of one specimen, in hexadecimal. */
    String of(Specimen specimen) throws IOException {
        MessageDigest whole = FileHash.sha256();
        for (String word : asked) {
            add(word, whole);
        }
        add(specimen.name(), whole);
        for (Path field : specimen.files()) {
            for (Path file : Files.isDirectory(field) ? ImageFiles.directlyIn(field) : List.of(field)) {
                add(ImageFiles.name(file), whole);
                add(FileHash.of(file), whole);
            }
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static void add(String word, MessageDigest digest) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
