package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {
    private static final Report SAMPLE = SampleReport.of(2, 20);

    @TempDir
    private Path home;

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void folderHoldsEveryPromisedFileAndNothingElse() throws IOException {
        Path folder = home.resolve("deep/er");
        ReportFolder.write(SAMPLE, folder, ReportFolder.Existing.KEEP, List.of(ReportFolder.Extra.of("report.pdf", () ->
                new byte[] {1, 2})));
        assertThat(names(folder))
                .containsExactly(
                        "items.csv",
                        "overlay-0.png",
                        "overlay-1.png",
                        "report.html",
                        "report.json",
                        "report.pdf",
                        "summary.csv");
        assertThat(Files.readAllBytes(folder.resolve("report.json"))).isEqualTo(ReportJson.write(SAMPLE));
        assertThat(Files.readAllBytes(folder.resolve("report.pdf"))).containsExactly(1, 2);
    }

    @Test
    void aNewFolderAppearsWhole() throws IOException {
        Path folder = home.resolve("new");
        for (int time = 0; time < 2; time++) {
            boolean before = time > 0;
            ReportFolder.write(
                    SAMPLE, folder, ReportFolder.Existing.REPLACE, List.of(ReportFolder.Extra.of("report.pdf", () -> {
                        assertThat(Files.exists(folder)).isEqualTo(before);
                        return new byte[] {1};
                    })));
            assertThat(names(home)).containsExactly("new");
            assertThat(names(folder)).contains("report.json", "report.pdf");
        }
    }

    @Test
    void aRemovedReportTakesItsFolderAlongUnlessSomethingElseIsInIt() throws IOException {
        Path folder = home.resolve("own");
        ReportFolder.write(SAMPLE, folder, ReportFolder.Existing.KEEP, List.of());
        ReportFolder.write(SAMPLE, home, ReportFolder.Existing.KEEP, List.of());
        ReportFolder.remove(folder);
        assertThat(folder).doesNotExist();
        Files.writeString(home.resolve("notes.txt"), "mine");
        ReportFolder.remove(home);
        assertThat(names(home)).containsExactly("notes.txt");
        ReportFolder.remove(home.resolve("absent"));
    }

    @Test
    void existingReportIsKeptUnlessTold() throws IOException {
        ReportFolder.write(SAMPLE, home, ReportFolder.Existing.KEEP, List.of());
        byte[] before = Files.readAllBytes(home.resolve("report.json"));
        Report other = SampleReport.of(1, 5);
        assertThatThrownBy(() -> ReportFolder.write(other, home, ReportFolder.Existing.KEEP, List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("kept");
        assertThat(Files.readAllBytes(home.resolve("report.json"))).isEqualTo(before);
    }

    @Test
    void replacedReportLeavesNothingOfTheOldOneButWhatIsNotOurs() throws IOException {
        ReportFolder.write(SAMPLE, home, ReportFolder.Existing.KEEP, List.of(ReportFolder.Extra.of("report.pdf", () ->
                new byte[] {1})));
        Files.writeString(home.resolve("notes.txt"), "mine");
        ReportFolder.write(SampleReport.of(1, 5), home, ReportFolder.Existing.REPLACE, List.of());
        assertThat(names(home))
                .containsExactly(
                        "items.csv", "notes.txt", "overlay-0.png", "report.html", "report.json", "summary.csv");
    }

    @Test
    void failureLeavesTheOldReportWholeAndNoPieces() throws IOException {
        ReportFolder.write(SAMPLE, home, ReportFolder.Existing.KEEP, List.of());
        byte[] before = Files.readAllBytes(home.resolve("report.json"));
        List<String> namesBefore = names(home);
        ReportFolder.Extra failing = ReportFolder.Extra.of("report.pdf", () -> {
            throw new IOException("disk is full");
        });
        assertThatThrownBy(() -> ReportFolder.write(
                        SampleReport.of(1, 5), home, ReportFolder.Existing.REPLACE, List.of(failing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk is full");
        assertThat(Files.readAllBytes(home.resolve("report.json"))).isEqualTo(before);
        assertThat(names(home)).isEqualTo(namesBefore);
    }

    @Test
    void folderWithOtherFilesHoldsNoReport() throws IOException {
        Files.writeString(home.resolve("field-01.jpg"), "x");
        assertThat(ReportFolder.isPresent(home)).isFalse();
        assertThat(ReportFolder.isPresent(home.resolve("absent"))).isFalse();
        Files.writeString(home.resolve("items.csv"), "x");
        assertThat(ReportFolder.isPresent(home)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "a/b", "", ".hidden", "C:x", "a\\b"})
    void extraFileStaysInTheFolder(String name) {
        assertThatThrownBy(() -> ReportFolder.Extra.of(name, () -> new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
