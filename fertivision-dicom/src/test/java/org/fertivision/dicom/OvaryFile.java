package org.fertivision.dicom;

import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;

/** A drawn ovary as an ultrasound scanner would write it, its scale in a region. */
final class OvaryFile {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    private OvaryFile() {}

    static byte[] of(Drawn drawn, String burnedIn) {
        Plane gray = drawn.frame().gray();
        int width = gray.width();
        int length = width * gray.height();
        byte[] pixels = new byte[length];
        for (int y = 0; y < gray.height(); y++) {
            gray.rowBytes(y, pixels, y * width);
        }
        double cm = drawn.calibration().umPerPixelX() / 1e4;
        return new DicomFile(EXPLICIT)
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.6.1")
                .text(0x00080018, "UI", "1.2.3.4")
                .text(0x00080060, "CS", "US")
                .sequence(0x00186011, List.of(DicomFile.region(EXPLICIT, width - 1, gray.height() - 1, 3, cm)))
                .text(0x0020000D, "UI", "1.2.3.5")
                .text(0x0020000E, "UI", "1.2.3.6")
                .picture("MONOCHROME2", 1, gray.height(), width, 1, 8, 8)
                .text(0x00280301, "CS", burnedIn)
                .element(0x7FE00010, "OW", Arrays.copyOf(pixels, length + length % 2))
                .bytes();
    }
}
