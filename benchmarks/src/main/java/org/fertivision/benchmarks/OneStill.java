package org.fertivision.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One still in a JVM of its own, from start to end, with little memory. */
final class OneStill {
    private static final String LITTLE_MEMORY = "-Xmx256m";

    private OneStill() {}

    /** Measures one still: KIND FILE. */
    public static void main(String[] args) {
        byte[] json = Line.json(Kind.valueOf(args[0]), Path.of(args[1]));
        System.out.println(json.length);
    }

    /** Seconds that a new JVM takes for it, or infinity if it fails there. */
    static double seconds(Kind kind, Path file) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                LITTLE_MEMORY,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                OneStill.class.getName(),
                kind.name(),
                file.toString());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int ended = process.waitFor();
        return ended == 0 ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY;
    }
}
