package org.fertivision.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frames;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/**
 * Reads DICOM files (PS3.10): implicit and explicit VR little endian, uncompressed, RLE lossless and JPEG baseline, one
 * frame or many, gray, RGB, YBR and palette color. Frames come one at a time. The size of a pixel comes from the regions
 * that ultrasound scanners describe (PS3.3 C.8.5.5), else from the spacing of pixels; nothing of the patient is read.
 */
public final class DicomReader implements FrameReader {
    private static final int PREAMBLE = 128;
    private static final byte[] MAGIC = {'D', 'I', 'C', 'M'};

    private static final Descriptor ABOUT = Descriptor.reader("fertivision-dicom.frames", "1.0.0")
            .title("DICOM images")
            .intendedUse("Reads stills and clips that ultrasound scanners and microscopes export, with their scale.")
            .source("DICOM PS3.3 C.7.6.3, C.8.5.5; PS3.5; PS3.10")
            .build();

    /** A reader; it keeps nothing between files. */
    public DicomReader() {}

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public boolean recognizes(byte[] start) {
        if (start.length < PREAMBLE + MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (start[PREAMBLE + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException {
        work.checkpoint();
        ElementStream elements = new ElementStream(input);
        try {
            if (!recognizes(elements.bytes(PREAMBLE + MAGIC.length))) {
                throw new RejectedException(Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "This is no DICOM file."));
            }
            TransferSyntax syntax = TransferSyntax.read(elements);
            ImageDescription image = ImageDescription.read(elements, syntax, work);
            image.refuseOver(maxPixels, maxFrames);
            return DicomFrames.of(image, syntax, elements, work);
        } catch (EOFException e) {
            throw Refusal.cut(e);
        }
    }
}
