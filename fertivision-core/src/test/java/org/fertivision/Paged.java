package org.fertivision;

import java.nio.ByteOrder;
import java.util.Map;
import org.fertivision.decode.TiffParts;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** TIFF files of several gray pages. */
final class Paged {
    private static final int DESCRIPTION = 270;

    private Paged() {}

    /** A file that does not say what its pages are. */
    static byte[] file(Frame... pages) {
        return described("", pages);
    }

    /** A file whose first page has a description. */
    static byte[] described(String description, Frame... pages) {
        TiffParts file = new TiffParts(ByteOrder.LITTLE_ENDIAN);
        boolean first = true;
        for (Frame page : pages) {
            Plane plane = page.gray();
            Map<Integer, Object> tags = TiffParts.tags(plane.width(), plane.height(), 8, 1, 1);
            if (first && !description.isEmpty()) {
                tags.put(DESCRIPTION, description);
            }
            first = false;
            file.page(tags, samples(plane));
        }
        return file.end();
    }

    private static byte[] samples(Plane plane) {
        byte[] samples = new byte[plane.width() * plane.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) plane.at(i % plane.width(), i / plane.width());
        }
        return samples;
    }
}
