package org.fertivision.decode.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fertivision.decode.Decoded;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.Input;
import org.fertivision.image.Frame;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DecodeRealFilesTest {
    /** Every how many files of the collection one is decoded, so that the test stays short. */
    private static final int EVERY = 10;

    @Test
    void everyTenthPictureOfTheCollectionIsDecodedAndClaimsNoScale() throws IOException {
        Optional<Path> data = data();
        if (data.isEmpty()) {
            System.err.println("NOT CHECKED: decoding of real files, because shared/data is absent.");
        }
        Assumptions.assumeTrue(data.isPresent(), "shared/data is absent");
        List<Path> files = pictures(data.get());

        for (int i = 0; i < files.size(); i += EVERY) {
            Input input = Input.read((Source.OfBytes) Source.of(files.get(i)), Limits.standard());
            Channels channels = i % (2 * EVERY) == 0 ? Channels.GRAY : Channels.COLOR;
            Decoded decoded = Decoder.decode(input, Limits.standard(), channels, Work.unlimited());

            Frame frame = decoded.frames().only();
            assertThat(frame.width())
                    .as("%s", files.get(i))
                    .isEqualTo(decoded.facts().width());
            assertThat(decoded.frames().calibration()).as("%s", files.get(i)).isEmpty();
        }
        assertThat(files.size()).isGreaterThan(1_000);
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpg|png|bmp)"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> data() {
        String told = System.getProperty("fertivision.data");
        if (told != null) {
            return Optional.of(Path.of(told));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return Optional.of(at.resolve("shared/data"));
            }
        }
        return Optional.empty();
    }
}
