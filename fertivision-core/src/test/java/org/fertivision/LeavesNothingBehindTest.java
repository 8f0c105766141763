package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines in loaders of their own, in a Java of their own, which is as it was when they are gone. */
class LeavesNothingBehindTest {
    private static final long MOST_BYTES_OF_JARS = 8L << 20;

    /** Core and all that it needs. */
    private static final List<Path> CORE = Stream.of(FertiVision.class, Plugin.class, Caffeine.class, JsonFactory.class)
            .map(LeavesNothingBehindTest::home)
            .toList();

    @TempDir
    private Path dir;

    @Test
    void noThreadFileLoaderRegistryOrSettingRemains() throws Exception {
        Path field = dir.resolve("field.png");
        Phantoms.draw("sperm-vitality", 1, java.util.Map.of("width", "320", "height", "256"))
                .writePng(field);
        Path temporary = Files.createDirectory(dir.resolve("temporary"));
        Path home = Files.createDirectory(dir.resolve("home"));

        String said = run(
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home,
                "-Djava.awt.headless=true",
                "-XX:SoftRefLRUPolicyMSPerMB=0", // the JDK's own soft caches let go at once
                "-cp",
                home(TwoEngines.class).toString(),
                TwoEngines.class.getName(),
                field.toString(),
                CORE.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));

        assertThat(said.lines().map(String::strip).filter(l -> !l.isEmpty()))
                .containsExactly(
                        "completed",
                        "completed",
                        "same bytes",
                        "threads left: []",
                        "registry changed: []",
                        "properties changed: []",
                        "locale and zone as before",
                        "loaders left: 0");
        try (Stream<Path> left = Stream.concat(Files.list(temporary), Files.list(home))) {
            assertThat(left.filter(p -> !p.getFileName().toString().startsWith("hsperfdata")))
                    .isEmpty();
        }
    }

    @Test
    void coreWithAllItNeedsIsSmall() throws IOException {
        long bytes = 0;
        for (Path part : CORE) {
            try (Stream<Path> files = Files.walk(part)) {
                bytes += files.filter(Files::isRegularFile)
                        .mapToLong(f -> f.toFile().length())
                        .sum();
            }
        }
        assertThat(bytes).isBetween(1L << 20, MOST_BYTES_OF_JARS);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Path said = dir.resolve("said.txt");
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(arguments))
                .toList();
        Process java = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(java.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(java.exitValue()).as(text).isZero();
        return text;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
