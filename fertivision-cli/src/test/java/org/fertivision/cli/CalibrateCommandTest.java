package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheSizeOfAPixelAndTheWordsToPaste() throws IOException {
        String image = ruling();

        Ran ran = Ran.command("calibrate", image, "--spacing-um", "10");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("columns +1\\.\\d+ +1\\.\\d+ to 1\\.\\d+ +\\d+ +\\d\\.\\d+ px +-?\\d+\\.\\d\\d deg")
                .contains("one direction only")
                .containsPattern("\n  --um-per-pixel 1\\.(3|29|30)\\d*\n");
    }

    @Test
    void writesThePictureWithTheLinesAndTheDocument() throws IOException {
        String image = ruling();
        Path out = folder.resolve("out");
        String[] words = {"calibrate", image, "--spacing-um", "10", "--out", out.toString(), "--format", "json"};

        Ran ran = Ran.command(words);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Tree.of(out)).containsOnlyKeys("calibration.json", "calibration.png");
        assertThat(ran.out()).isEqualTo(Files.readString(out.resolve("calibration.json")) + "\n");
        assertThat(ran.out())
                .startsWith("{\"notices\":[{\"code\":\"one-direction\"")
                .contains("\"rulings\":[{\"angleDeg\":");
        assertThat(Files.readAllBytes(out.resolve("calibration.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Ran.command(words).exit()).isEqualTo(12);
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        Path cells = folder.resolve("cells.png");
        Phantoms.of("sperm-count").with("width", 320).with("height", 240).draw().writePng(cells);
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");

        Ran ran = Ran.command("calibrate", cells.toString(), "--spacing-um", "10");

        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("The size of a pixel cannot be told: ").containsOnlyOnce("\n");
        assertThat(Ran.command("calibrate", text.toString(), "--spacing-um", "10")
                        .exit())
                .isEqualTo(3);
        assertThat(Ran.command("calibrate", cells.toString()).exit()).isEqualTo(2);
        assertThat(Ran.command("calibrate", cells.toString(), "--spacing-um", "-1")
                        .exit())
                .isEqualTo(6);
        assertThat(Ran.command("calibrate", folder.resolve("none.png").toString(), "--spacing-um", "10")
                        .exit())
                .isEqualTo(12);
    }

    @Test
    void proposesTheScaleOfDepthTicks() throws IOException {
        Path ovary = folder.resolve("ovary.png");
        Phantoms.of("follicle")
                .with("mmPerPixel", 0.2)
                .with("ticks", true)
                .draw()
                .writePng(ovary);
        String[] words = {"calibrate", ovary.toString(), "--ruler", "--spacing-um", "10000"};

        Ran ran = Ran.command(words);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("\\n  --um-per-pixel (199|200)\\.?\\d*\\n")
                .contains("ticks were seen", "5. one longer");
        assertThat(Ran.command("calibrate", ovary.toString(), "--ruler", "--lines", "fine", "--spacing-um", "10000")
                        .exit())
                .isEqualTo(2);
    }

    private String ruling() throws IOException {
        Path image = folder.resolve("ruling.png");
        Phantoms.of("graticule")
                .with("width", 320)
                .with("height", 240)
                .with("angleDeg", -2.5)
                .draw()
                .writePng(image);
        return image.toString();
    }
}
