package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path folder;

    @Test
    void drawsMeasuresAndReportsEachKind() throws IOException {
        Ran ran = Ran.command("demo", folder.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("measured", "true", "difference", "headArea", "live", "rapidProgressive");
        for (String kind : new String[] {"sperm-count", "sperm-morphology", "sperm-vitality", "oocyte"}) {
            Path place = folder.resolve(kind);
            assertThat(place)
                    .isDirectoryContaining("glob:**/image.png")
                    .isDirectoryContaining("glob:**/report.json")
                    .isDirectoryContaining("glob:**/report.html");
            assertThat(Files.readString(place.resolve("report.json"))).contains("\"name\":\"image.png\"");
        }
        assertThat(folder.resolve("sperm-motility"))
                .isDirectoryContaining("glob:**/film.avi")
                .isDirectoryContaining("glob:**/film.avi.truth.json")
                .isDirectoryContaining("glob:**/tracks.csv")
                .isDirectoryContaining("glob:**/report.pdf");
        assertThat(Ran.command("demo", folder.toString()).exit()).isEqualTo(12);
        assertThat(Ran.command("demo", folder.toString(), "--force").out()).isEqualTo(ran.out());
    }
}
