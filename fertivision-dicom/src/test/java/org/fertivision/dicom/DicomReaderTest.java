package org.fertivision.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Timing;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomReaderTest {
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final int PIXELS = 0x7FE00010;

    @ParameterizedTest
    @ValueSource(strings = {IMPLICIT, EXPLICIT})
    void theRegionSaysTheSizeOfAPixel(String syntax) throws IOException {
        Frames frames = open(new DicomFile(syntax)
                .sequence(0x00186011, List.of(DicomFile.region(syntax, 3, 1, 3, 0.0123)))
                .picture("MONOCHROME2", 1, 2, 4, 1, 8, 8)
                .element(PIXELS, "OW", DicomFile.ramp(8)));

        assertThat(frames.calibration()).contains(new Calibration(123, 123, Calibration.Origin.FILE));
        assertThat(frames.notices()).isEmpty();
    }

    @Test
    void aRegionOfAnotherUnitSaysNothing() throws IOException {
        Frames frames = open(new DicomFile(EXPLICIT)
                .sequence(0x00186011, List.of(DicomFile.region(EXPLICIT, 3, 1, 4, 0.01)))
                .picture("MONOCHROME2", 1, 2, 4, 1, 8, 8)
                .element(PIXELS, "OW", DicomFile.ramp(8)));

        assertThat(frames.calibration()).isEmpty();
    }

    @Test
    void regionsOfDifferentScaleSayNothing() throws IOException {
        Frames frames = open(new DicomFile(EXPLICIT)
                .sequence(
                        0x00186011,
                        List.of(DicomFile.region(EXPLICIT, 1, 1, 3, 0.01), DicomFile.region(EXPLICIT, 3, 1, 3, 0.02)))
                .picture("MONOCHROME2", 1, 2, 4, 1, 8, 8)
                .element(PIXELS, "OW", DicomFile.ramp(8)));

        assertThat(frames.calibration()).isEmpty();
        assertThat(frames.notices()).extracting(Notice::code).containsExactly("regions-differ");
    }

    @Test
    void aRegionThatIsPartOfThePictureIsSaid() throws IOException {
        Frames frames = open(new DicomFile(EXPLICIT)
                .openSequence(0x00186011, List.of(DicomFile.region(EXPLICIT, 2, 1, 3, 0.01)))
                .text(0x00181063, "DS", "40")
                .picture("MONOCHROME2", 1, 2, 4, 2, 8, 8)
                .text(0x00280301, "CS", "YES")
                .element(PIXELS, "OW", DicomFile.ramp(16)));

        assertThat(frames.calibration()).contains(new Calibration(100, 100, Calibration.Origin.FILE));
        assertThat(frames.notices())
                .extracting(Notice::code)
                .containsExactly("scale-of-region", "burned-in-annotation");
        assertThat(frames.notices().get(0).detail()).contains("columns 0 to 2, rows 0 to 1");
    }

    @Test
    void framesFollowAsTheFileSays() throws IOException {
        Frames frames = open(new DicomFile(EXPLICIT)
                .text(0x00181063, "DS", "40")
                .picture("MONOCHROME2", 1, 2, 4, 2, 8, 8)
                .element(PIXELS, "OW", DicomFile.ramp(16)));

        assertThat(frames.timing()).contains(new Timing(25, Timing.Origin.FILE));
        assertThat(frames.next().orElseThrow().timeS()).isZero();
        assertThat(frames.next().orElseThrow().timeS()).isEqualTo(0.04);
    }

    @Test
    void theSpacingOfPixelsIsRowsFirst() throws IOException {
        Frames frames = open(new DicomFile(EXPLICIT)
                .picture("MONOCHROME2", 1, 2, 4, 1, 8, 8)
                .text(0x00280030, "DS", "0.2\\0.1")
                .element(PIXELS, "OW", DicomFile.ramp(8)));

        assertThat(frames.calibration()).contains(new Calibration(100, 200, Calibration.Origin.FILE));
    }

    @Test
    void darkIsHighIsTurnedAround() throws IOException {
        Plane gray = only(new DicomFile(EXPLICIT)
                        .picture("MONOCHROME1", 1, 1, 4, 1, 8, 8)
                        .element(PIXELS, "OW", new byte[] {0, 10, (byte) 200, (byte) 255}))
                .gray();

        assertThat(row(gray)).containsExactly(255, 245, 55, 0);
    }

    @Test
    void twelveBitsKeepTheirDepth() throws IOException {
        byte[] words = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 0x8ABC)
                .putShort((short) 0x0FFF)
                .array();

        Plane gray = only(new DicomFile(EXPLICIT)
                        .picture("MONOCHROME2", 1, 1, 4, 1, 16, 12)
                        .element(PIXELS, "OW", words))
                .gray();

        assertThat(row(gray)).containsExactly(0, 16, 0xABC0, 0xFFF0);
    }

    @Test
    void runsOfTwoBytesComeHighByteFirst() throws IOException {
        Plane gray = only(new DicomFile(RLE)
                        .picture("MONOCHROME2", 1, 1, 4, 1, 16, 16)
                        .pieces(List.of(DicomFile.runs(List.of(new byte[] {1, 1, 1, 2}, new byte[] {5, 6, 7, 8})))))
                .gray();

        assertThat(row(gray)).containsExactly(0x0105, 0x0106, 0x0107, 0x0208);
    }

    @Test
    void aPaletteGivesColors() throws IOException {
        byte[] table = {10, 11, 20, 21, 30, 31, 40, 41};
        Frame frame = only(new DicomFile(EXPLICIT)
                .picture("PALETTE COLOR", 1, 1, 4, 1, 8, 8)
                .us(0x00281101, 4, 1, 16)
                .us(0x00281102, 4, 1, 16)
                .us(0x00281103, 4, 1, 16)
                .element(0x00281201, "OW", table)
                .element(0x00281202, "OW", new byte[8])
                .element(0x00281203, "OW", table)
                .element(PIXELS, "OW", new byte[] {0, 1, 2, 9}));

        assertThat(row(frame.red())).containsExactly(11, 11, 21, 41);
        assertThat(row(frame.green())).containsOnly(0);
        assertThat(row(frame.blue())).containsExactly(11, 11, 21, 41);
    }

    @Test
    void lumaAndChromaBecomeColors() throws IOException {
        Frame frame = only(new DicomFile(EXPLICIT)
                .picture("YBR_FULL", 3, 1, 2, 1, 8, 8)
                .element(PIXELS, "OB", new byte[] {76, 85, (byte) 255, (byte) 150, (byte) 128, (byte) 128}));

        assertThat(row(frame.red())).containsExactly(254, 150);
        assertThat(row(frame.green())).containsExactly(0, 150);
        assertThat(row(frame.blue())).containsExactly(0, 150);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.90, JPEG 2000",
        "1.2.840.10008.1.2.2, big endian",
        "1.2.840.10008.1.2.4.102, H.264 video",
        "1.2.3.4.5, is not read"
    })
    void anotherSyntaxIsRefusedByName(String syntax, String name) {
        assertThatThrownBy(() -> open(new DicomFile(syntax)
                        .picture("MONOCHROME2", 1, 2, 4, 1, 8, 8)
                        .element(PIXELS, "OW", DicomFile.ramp(8))))
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.rejection().code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
                    assertThat(e.rejection().detail()).contains(name);
                });
    }

    @Test
    void fewerPixelsThanAnnouncedAreRefused() {
        assertThatThrownBy(() -> open(new DicomFile(EXPLICIT)
                        .picture("MONOCHROME2", 1, 2, 4, 2, 8, 8)
                        .element(PIXELS, "OW", DicomFile.ramp(8))))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().detail()).contains("need 16 bytes", "there are 8"));
    }

    @Test
    void sequencesWithinSequencesComeToAnEnd() {
        DicomFile deep = new DicomFile(EXPLICIT).us(0x00280002, 1);
        for (int depth = 0; depth < 40; depth++) {
            deep = new DicomFile(EXPLICIT).openSequence(0x00081140, List.of(deep));
        }
        DicomFile file = deep;

        assertThatThrownBy(() -> open(file))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.STRUCTURE_LIMIT));
    }

    private static Frames open(DicomFile file) throws IOException {
        return new DicomReader().open(new ByteArrayInputStream(file.bytes()), 1 << 20, 100, Work.unlimited());
    }

    private static Frame only(DicomFile file) throws IOException {
        return open(file).only();
    }

    private static int[] row(Plane plane) {
        int[] row = new int[plane.width()];
        plane.row(0, row);
        return row;
    }
}
