package org.fertivision.beam;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A batch in a Java of its own, with the class path of the tests. */
final class ForkedBatch {
    private ForkedBatch() {}

    /** {@code fertivision batch}. */
    static Process command(Path said, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of("batch"));
        all.addAll(words);
        return start("org.fertivision.cli.Main", said, all);
    }

    /** The same on Beam. */
    static Process beam(Path said, List<String> words) throws IOException {
        return start(Main.class.getName(), said, words);
    }

    private static Process start(String main, Path said, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
