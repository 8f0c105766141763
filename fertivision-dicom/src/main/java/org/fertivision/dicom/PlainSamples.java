package org.fertivision.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Samples as they are. */
final class PlainSamples implements FrameSamples {
    private final ImageDescription image;
    private final ElementStream in;

    private PlainSamples(ImageDescription image, ElementStream in) {
        this.image = image;
        this.in = in;
    }

    static PlainSamples of(ImageDescription image, ElementStream in) {
        if (image.frameBytes() > Integer.MAX_VALUE || image.pixelBytes() < image.frameBytes() * image.frames()) {
            throw Refusal.damaged(image.frames() + " frames need " + image.frameBytes() * image.frames()
                    + " bytes of pixels, there are " + image.pixelBytes() + ".");
        }
        return new PlainSamples(image, in);
    }

    @Override
    public List<int[]> next() throws IOException {
        byte[] bytes = in.bytes((int) image.frameBytes());
        int samples = image.color().samples();
        int pixels = image.pixels();
        List<int[]> channels = new ArrayList<>();
        for (int channel = 0; channel < samples; channel++) {
            int first = image.planar() ? channel * pixels : channel;
            int step = image.planar() ? 1 : samples;
            int[] values = new int[pixels];
            for (int i = 0; i < pixels; i++) {
                values[i] = image.form().at(bytes, first + i * step);
            }
            channels.add(values);
        }
        return channels;
    }
}
