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
        return clip(burnedIn, List.of(drawn));
    }

    /** A clip, one frame for each of some ovaries of one size. */
    static byte[] clip(String burnedIn, List<Drawn> frames) {
        Drawn first = frames.get(0);
        int width = first.frame().width();
        int height = first.frame().height();
        int length = width * height * frames.size();
        byte[] pixels = new byte[length];
        for (int i = 0; i < frames.size(); i++) {
            Plane gray = frames.get(i).frame().gray();
            for (int y = 0; y < height; y++) {
                gray.rowBytes(y, pixels, (i * height + y) * width);
            }
        }
        double cm = first.calibration().umPerPixelX() / 1e4;
        return new DicomFile(EXPLICIT)
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.6.1")
                .text(0x00080018, "UI", "1.2.3.4")
                .text(0x00080060, "CS", "US")
                .sequence(0x00186011, List.of(DicomFile.region(EXPLICIT, width - 1, height - 1, 3, cm)))
                .text(0x0020000D, "UI", "1.2.3.5")
                .text(0x0020000E, "UI", "1.2.3.6")
                .picture("MONOCHROME2", 1, height, width, frames.size(), 8, 8)
                .text(0x00280301, "CS", burnedIn)
                .element(0x7FE00010, "OW", Arrays.copyOf(pixels, length + length % 2))
                .bytes();
    }
}
