package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawnTest {
    @TempDir
    private Path folder;

    static Iterable<String> kinds() {
        return PhantomsTest.microscopic();
    }

    private static Drawn small(String kind) {
        return Phantoms.of(kind)
                .with("umPerPixel", 0.48)
                .with("width", 320)
                .with("height", 240)
                .draw();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pngHoldsThePixelsExactly(String kind) throws IOException {
        Drawn drawn = small(kind);
        Path file = folder.resolve("field.png");

        Path truth = drawn.write(file);

        BufferedImage read = ImageIO.read(file.toFile());
        Frame frame = drawn.frame();
        assertThat(read.getWidth()).isEqualTo(320);
        assertThat(read.getHeight()).isEqualTo(240);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                int[] sample = read.getRaster().getPixel(x, y, (int[]) null);
                for (int channel = 0; channel < frame.planes().size(); channel++) {
                    assertThat(sample[channel])
                            .isEqualTo(frame.planes().get(channel).at(x, y));
                }
            }
        }
        assertThat(truth).isEqualTo(folder.resolve("field.png.truth.json"));
        assertThat(Files.readString(truth)).isEqualTo(drawn.truth().toJson());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void jpegShowsNearlyTheSamePicture(String kind) throws IOException {
        Drawn drawn = small(kind);
        Path file = folder.resolve("FIELD.JPG");

        drawn.write(file);

        BufferedImage read = ImageIO.read(file.toFile());
        Plane gray = drawn.frame().gray();
        double difference = 0;
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                int[] sample = read.getRaster().getPixel(x, y, (int[]) null);
                double luma =
                        sample.length == 1 ? sample[0] : 0.299 * sample[0] + 0.587 * sample[1] + 0.114 * sample[2];
                difference += Math.abs(luma - gray.at(x, y));
            }
        }
        assertThat(difference / (320 * 240)).isLessThan(3);
    }

    @Test
    void otherEndingsAreRefusedBeforeAnythingIsWritten() {
        Drawn drawn = small("sperm-morphology");

        assertThatThrownBy(() -> drawn.write(folder.resolve("field.tiff")))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining(".png, .jpg or .jpeg");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void truthReadsTheSameInTurkey() {
        Locale before = Locale.getDefault();
        String json = small("sperm-morphology").truth().toJson();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(small("sperm-morphology").truth().toJson()).isEqualTo(json);
        } finally {
            Locale.setDefault(before);
        }
    }
}
