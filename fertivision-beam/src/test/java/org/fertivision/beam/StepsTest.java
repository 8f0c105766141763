package org.fertivision.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.KV;
import org.fertivision.cli.BatchProblem;
import org.fertivision.cli.Specimen;
import org.fertivision.cli.SpecimenEnd;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps as another process sees them, which did not begin the batch. */
class StepsTest {
    @TempDir
    private Path dir;

    @Test
    void aStepThatWasSentAwayMeasuresTheSame() throws IOException {
        Path image = dir.resolve("a.png");
        Phantoms.of("sperm-vitality")
                .with("width", "64")
                .with("height", "64")
                .with("cells", "1")
                .draw()
                .write(image);
        List<String> words = List.of(
                "sperm-vitality",
                dir.toString(),
                "--out",
                dir.resolve("out").toString(),
                "--um-per-pixel",
                "0.481",
                "--resume");
        MeasureSpecimen step = SerializableUtils.clone(new MeasureSpecimen(words));
        WriteTables last = SerializableUtils.clone(new WriteTables(words, 2));
        Specimen specimen = new Specimen("a", image, List.of(image));

        List<SpecimenEnd> ends = List.of(step.end(specimen), step.end(specimen));

        assertThat(ends).containsExactly(new SpecimenEnd.Measured("a", false), new SpecimenEnd.Measured("a", true));
        assertThatThrownBy(() -> last.write(KV.of("all", ends))).hasMessageContaining("a is told twice");
        assertThatThrownBy(() -> last.write(KV.of("all", ends.subList(1, 2)))).hasMessageContaining("1 came back");
        assertThat(dir.resolve("out/results.csv")).doesNotExist();
        new WriteTables(words, 1).write(KV.of("all", ends.subList(1, 2)));
        assertThat(Files.readAllLines(dir.resolve("out/results.csv"))).hasSize(2);
    }

    @Test
    void whatTravelsArrivesAsItWas() throws IOException {
        Specimen many = new Specimen("p, 1", Path.of("in", "p, 1"), List.of(Path.of("in", "ä.png"), Path.of("b.png")));
        Specimen none = new Specimen("empty", Path.of("in", "empty"), List.of());
        for (Specimen specimen : List.of(many, none)) {
            assertThat(CoderUtils.clone(new SpecimenCoder(), specimen)).isEqualTo(specimen);
        }
        SpecimenEnd problem = new BatchProblem("a", "a.png", "undecodable-image", 3, "no \"image\",\nat all");
        for (SpecimenEnd end :
                List.of(problem, new SpecimenEnd.Measured("a", true), new SpecimenEnd.Measured("b", false))) {
            assertThat(CoderUtils.clone(new EndCoder(), end)).isEqualTo(end);
        }
    }
}
