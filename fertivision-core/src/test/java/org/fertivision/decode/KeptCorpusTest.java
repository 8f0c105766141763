package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file that a fuzzer found worth keeping gives a picture or a refusal, at once. */
class KeptCorpusTest {
    private static final Path CORPUS = Path.of("src/test/fuzz/corpus");
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Test
    void everyKeptFileGivesAPictureOrARefusal() throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.walk(CORPUS)) {
            kept = files.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(kept).hasSizeGreaterThan(100);
        for (Path file : kept) {
            long before = Spent.nanos();
            DecoderFuzz.fuzzerTestOneInput(Files.readAllBytes(file));
            assertThat(Spent.nanos() - before).as(file.toString()).isLessThan(AT_ONCE.toNanos());
        }
    }
}
