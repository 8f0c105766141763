package org.fertivision.decode;

import java.util.Locale;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;

/** How floating-point samples become whole ones: the least of all pages becomes 0, the greatest 65535. */
final class FloatScale {
    private static final int MOST = 0xFFFF;

    private float least = Float.POSITIVE_INFINITY;
    private float greatest = Float.NEGATIVE_INFINITY;

    /** Widens the range by the samples of a page; refuses what is not a finite number. */
    void include(float[][] channels) {
        for (float[] channel : channels) {
            for (float value : channel) {
                if (!Float.isFinite(value)) {
                    throw Refusal.unsupported("The TIFF file has samples that are no finite numbers.");
                }
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
    }

    /** The frame of a page whose samples were included. */
    Frame toFrame(float[][] channels, int width, int index) {
        Canvas canvas = new Canvas(width, channels[0].length / width, channels.length, 16);
        double factor = greatest > least ? MOST / ((double) greatest - least) : 0;
        for (int channel = 0; channel < channels.length; channel++) {
            float[] values = channels[channel];
            for (int i = 0; i < values.length; i++) {
                canvas.set(channel, i % width, i / width, (int) Math.rint(((double) values[i] - least) * factor));
            }
        }
        return canvas.toFrame(index);
    }

    /** What is said of it. */
    Notice notice() {
        return new Notice(
                "float-scaled",
                String.format(
                        Locale.ROOT,
                        "The samples are floating-point numbers; their range, %s to %s, was spread over 0 to 65535.",
                        plain(least),
                        plain(greatest)));
    }

    private static String plain(float value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(7))
                .stripTrailingZeros()
                .toPlainString();
    }
}
