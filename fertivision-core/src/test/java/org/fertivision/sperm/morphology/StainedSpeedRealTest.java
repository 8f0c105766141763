package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/**
 * How long a look at stained smears takes after decoding, by the processor's time of the thread, once the machine has
 * compiled it: fields of 1280 x 1024, and one of 3840 x 3072 laid together from them.
 */
class StainedSpeedRealTest {
    private static final int ROUNDS = 3;
    private static final int ACROSS = 3;
    private static final double FIELD_MS = 250;
    private static final double LARGE_MS = 5000;
    /** Others may use the same machine. */
    private static final double PATIENCE = 2;

    private final SpermMorphologyAnalyzer analyzer = new SpermMorphologyAnalyzer();
    private final Settings settings = Settings.defaults(analyzer.descriptor().parameters());

    @Test
    void fieldsAreLookedAtInTime() throws IOException {
        AnnotatedSmears smears = new AnnotatedSmears();
        List<Frame> fields = new ArrayList<>();
        for (String image : smears.measuredOn(14).keySet()) {
            fields.add(smears.frame(image));
        }
        double first = millis(fields.get(0));
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            times.clear();
            fields.forEach(field -> times.add(millis(field)));
        }
        times.sort(null);
        double median = times.get(times.size() / 2);
        double large = millis(laidTogether(fields));
        System.out.printf(
                Locale.ROOT,
                "stained smears of 1.3 megapixels: median %.0f, most %.0f ms (n=%d), the first after the start %.0f ms;"
                        + " 11.8 megapixels %.0f ms%n",
                median,
                times.get(times.size() - 1),
                times.size(),
                first,
                large);

        assertThat(median).isLessThan(PATIENCE * FIELD_MS);
        assertThat(large).isLessThan(PATIENCE * LARGE_MS);
    }

    private double millis(Frame frame) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(analyzer.look(Frames.of(frame), settings, Work.unlimited()).items())
                .isNotEmpty();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static Frame laidTogether(List<Frame> fields) {
        return Frame.color(
                laidTogether(fields, Frame::red),
                laidTogether(fields, Frame::green),
                laidTogether(fields, Frame::blue));
    }

    private static Plane laidTogether(List<Frame> fields, Function<Frame, Plane> channel) {
        int width = fields.get(0).width();
        int height = fields.get(0).height();
        byte[] samples = new byte[ACROSS * width * ACROSS * height];
        for (int tile = 0; tile < ACROSS * ACROSS; tile++) {
            Plane plane = channel.apply(fields.get(tile % fields.size()));
            for (int at = 0; at < width * height; at++) {
                int x = tile % ACROSS * width + at % width;
                int y = tile / ACROSS * height + at / width;
                samples[y * ACROSS * width + x] = (byte) plane.at(at % width, at / width);
            }
        }
        return Plane.takeBytes(ACROSS * width, ACROSS * height, samples);
    }
}
