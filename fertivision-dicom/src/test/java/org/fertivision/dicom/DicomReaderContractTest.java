package org.fertivision.dicom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.FrameReaderContractTest;

/** What every reader promises, of one file in each transfer syntax. */
class DicomReaderContractTest extends FrameReaderContractTest {
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG = "1.2.840.10008.1.2.4.50";

    @Override
    protected FrameReader plugin() {
        return new DicomReader();
    }

    @Override
    protected List<byte[]> files() {
        byte[] gray = DicomFile.ramp(20 * 12);
        return List.of(
                new DicomFile(IMPLICIT)
                        .sequence(0x00186011, List.of(DicomFile.region(IMPLICIT, 19, 11, 3, 0.01)))
                        .picture("MONOCHROME2", 1, 12, 20, 3, 8, 8)
                        .element(0x7FE00010, "OW", DicomFile.ramp(3 * 20 * 12))
                        .bytes(),
                new DicomFile(EXPLICIT)
                        .openSequence(0x00186011, List.of(DicomFile.region(EXPLICIT, 19, 11, 3, 0.01)))
                        .picture("RGB", 3, 12, 20, 1, 8, 8)
                        .element(0x7FE00010, "OB", DicomFile.ramp(3 * 20 * 12))
                        .bytes(),
                new DicomFile(RLE)
                        .picture("MONOCHROME2", 1, 12, 20, 2, 8, 8)
                        .pieces(List.of(DicomFile.runs(List.of(gray)), DicomFile.runs(List.of(gray))))
                        .bytes(),
                new DicomFile(JPEG)
                        .picture("MONOCHROME2", 1, 16, 24, 2, 8, 8)
                        .pieces(jpegInPieces())
                        .bytes());
    }

    /** Two frames, the second in two pieces. */
    private static List<byte[]> jpegInPieces() {
        byte[] jpeg = jpeg();
        return List.of(
                jpeg,
                Arrays.copyOf(jpeg, jpeg.length / 2 * 2 - 100),
                Arrays.copyOfRange(jpeg, jpeg.length / 2 * 2 - 100, jpeg.length));
    }

    private static byte[] jpeg() {
        BufferedImage picture = new BufferedImage(24, 16, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, 24, 16, DicomFile.ramp(24 * 16));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
