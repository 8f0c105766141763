package org.fertivision.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another reader of DICOM, dcmtk, writes and reads the same files. Without it these tests do not run, and say so. */
class DcmtkTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    @TempDir
    Path place;

    @BeforeAll
    static void isThere() {
        boolean there = Files.isExecutable(Path.of("/usr/bin/dcmconv"));
        if (!there) {
            System.err.println("NOT RUN: the comparison with dcmtk, which is not installed (Debian package dcmtk).");
        }
        assumeTrue(there, "dcmtk is not installed");
    }

    @ParameterizedTest
    @CsvSource({"dcmconv, +ti", "dcmconv, +te", "dcmconv, -e", "dcmcrle, +e", "dcmcrle, -e"})
    void theSameOvaryInEveryLosslessForm(String program, String option) throws Exception {
        Drawn ovary = Phantoms.draw("follicle", 5, Map.of());
        Path original = Files.write(place.resolve("in.dcm"), OvaryFile.of(ovary, "NO"));
        Path converted = place.resolve("out.dcm");

        run(program, option, original.toString(), converted.toString());

        Frames read = open(converted);
        assertThat(read.calibration().map(Calibration::umPerPixelX))
                .contains(ovary.calibration().umPerPixelX());
        assertThat(farthest(read.only().gray(), ovary.frame().gray())).isZero();
    }

    @Test
    void aJpegIsDecodedAsDcmtkDoes() throws Exception {
        Drawn ovary = Phantoms.draw("follicle", 5, Map.of());
        Path original = Files.write(place.resolve("in.dcm"), OvaryFile.of(ovary, "NO"));
        Path jpeg = place.resolve("jpeg.dcm");
        Path plain = place.resolve("plain.dcm");
        run("dcmcjpeg", "+eb", "+q", "90", original.toString(), jpeg.toString());
        run("dcmdjpeg", jpeg.toString(), plain.toString());

        Frame ours = open(jpeg).only();
        Frame theirs = open(plain).only();

        assertThat(farthest(ours.gray(), theirs.gray())).isLessThanOrEqualTo(1);
        assertThat(farthest(ours.gray(), ovary.frame().gray())).isBetween(1, 60);
    }

    @Test
    void colorsOfAJpegAreThoseOfDcmtk() throws Exception {
        Drawn cavity = Phantoms.draw("hysteroscopy", 5, Map.of("size", "256"));
        Path original = Files.write(place.resolve("in.dcm"), colorFile(cavity.frame()));
        Path jpeg = place.resolve("jpeg.dcm");
        Path plain = place.resolve("plain.dcm");
        run("dcmcjpeg", "+eb", "+q", "90", original.toString(), jpeg.toString());
        run("dcmdjpeg", "+cp", jpeg.toString(), plain.toString());

        Frame ours = open(jpeg).only();
        Frame theirs = open(plain).only();

        assertThat(farthest(ours.red(), theirs.red())).isLessThanOrEqualTo(3);
        assertThat(farthest(ours.green(), theirs.green())).isLessThanOrEqualTo(3);
        assertThat(farthest(ours.blue(), theirs.blue())).isLessThanOrEqualTo(3);
        assertThat(farthest(ours.red(), ours.blue())).isGreaterThan(20);
    }

    private static byte[] colorFile(Frame frame) {
        byte[] pixels = new byte[3 * frame.width() * frame.height()];
        int at = 0;
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                for (Plane plane : frame.planes()) {
                    pixels[at++] = (byte) plane.at(x, y);
                }
            }
        }
        return new DicomFile(EXPLICIT)
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.77.1.1")
                .text(0x00080018, "UI", "1.2.3.4")
                .text(0x0020000D, "UI", "1.2.3.5")
                .text(0x0020000E, "UI", "1.2.3.6")
                .picture("RGB", 3, frame.height(), frame.width(), 1, 8, 8)
                .element(0x7FE00010, "OB", pixels)
                .bytes();
    }

    private static Frames open(Path file) throws IOException {
        return new DicomReader()
                .open(new ByteArrayInputStream(Files.readAllBytes(file)), 1 << 24, 100, Work.unlimited());
    }

    private static List<int[]> rows(Plane plane) {
        List<int[]> rows = new ArrayList<>();
        for (int y = 0; y < plane.height(); y++) {
            int[] row = new int[plane.width()];
            plane.row(y, row);
            rows.add(row);
        }
        return rows;
    }

    private static int farthest(Plane one, Plane other) {
        List<int[]> rows = rows(one);
        List<int[]> others = rows(other);
        int farthest = 0;
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < one.width(); x++) {
                farthest = Math.max(farthest, Math.abs(rows.get(y)[x] - others.get(y)[x]));
            }
        }
        return farthest;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        Optional<Integer> code =
                process.waitFor(60, TimeUnit.SECONDS) ? Optional.of(process.exitValue()) : Optional.empty();
        assertThat(code).as(said).contains(0);
    }
}
