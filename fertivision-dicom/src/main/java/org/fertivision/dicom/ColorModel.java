package org.fertivision.dicom;

import java.util.List;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** What samples mean (PS3.3 C.7.6.3.1.2). */
enum ColorModel {
    DARK_IS_HIGH("MONOCHROME1", 1),
    BRIGHT_IS_HIGH("MONOCHROME2", 1),
    PALETTE("PALETTE COLOR", 1),
    RGB("RGB", 3),
    YBR("YBR_FULL", 3);

    private static final String HALVED = "YBR_FULL_422";

    private final String name;
    private final int samples;

    ColorModel(String name, int samples) {
        this.name = name;
        this.samples = samples;
    }

    /** Samples a pixel. */
    int samples() {
        return samples;
    }

    /** A JPEG's halved chroma is whole again when its decoder hands it on. */
    static ColorModel of(String photometric, long samples, TransferSyntax syntax) {
        String name = photometric.equals(HALVED) && syntax == TransferSyntax.JPEG_BASELINE ? YBR.name : photometric;
        for (ColorModel model : values()) {
            if (model.name.equals(name)) {
                if (model.samples != samples) {
                    throw Refusal.damaged(
                            model.name + " has " + model.samples + " samples a pixel, not " + samples + ".");
                }
                return model;
            }
        }
        throw Refusal.unsupported("The colors of the DICOM file are written in a way that is not read. Read are "
                + String.join(
                        ", ",
                        List.of(values()).stream().map(model -> model.name).toList()) + ".");
    }

    /**
     * The frame that samples make.
     *
     * @param channels the samples of each channel, pixel by pixel
     */
    Frame frame(ImageDescription image, List<int[]> channels, int index, double timeS) {
        return new Frame(planes(image, channels), index, timeS, 0);
    }

    private List<Plane> planes(ImageDescription image, List<int[]> channels) {
        int width = image.columns();
        int height = image.rows();
        Palette palette = image.palette();
        if (palette != null) {
            int[] samples = channels.get(0);
            return List.of(
                    Plane.takeBytes(width, height, palette.channel(0, samples)),
                    Plane.takeBytes(width, height, palette.channel(1, samples)),
                    Plane.takeBytes(width, height, palette.channel(2, samples)));
        }
        if (this == DARK_IS_HIGH) {
            int[] samples = channels.get(0);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = image.form().highest() - samples[i];
            }
        }
        if (this == YBR) {
            toRgb(channels.get(0), channels.get(1), channels.get(2));
        }
        return channels.stream()
                .map(samples -> image.form().plane(width, height, samples))
                .toList();
    }

    /** Luma and chroma of full range into red, green and blue, in place. */
    private static void toRgb(int[] y, int[] cb, int[] cr) {
        for (int i = 0; i < y.length; i++) {
            double luma = y[i];
            double blue = cb[i] - 128;
            double red = cr[i] - 128;
            y[i] = eightBits(luma + 1.402 * red);
            cb[i] = eightBits(luma - 0.344136 * blue - 0.714136 * red);
            cr[i] = eightBits(luma + 1.772 * blue);
        }
    }

    private static int eightBits(double value) {
        return (int) Math.max(0, Math.min(255, Math.rint(value)));
    }
}
