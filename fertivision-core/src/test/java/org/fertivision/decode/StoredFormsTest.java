package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.finding.Reading;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.Report;
import org.fertivision.request.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same picture gives the same measures in whatever form it is stored; where a form loses something, no more than
 * docs/formats.md states.
 */
class StoredFormsTest {
    private static final Map<String, Map<String, String>> PHANTOMS = Map.of(
            "sperm-morphology", Map.of("width", "900", "height", "720", "cells", "10"),
            "sperm-vitality", Map.of("width", "480", "height", "400"),
            "sperm-count", Map.of("width", "480", "height", "400"));

    /** Percent by which the rounding to 9 digits and the finer gray scale may move a measure. */
    private static final double ROUNDING = 0.01;

    /** Percent by which compression with loss may move the mean of a measure (docs/formats.md). */
    private static final double JPEG_LOSS = 0.5;

    /** Percent by which 16 grays in place of 256 may move the mean of a measure (docs/formats.md). */
    private static final double LOSS_OF_16_GRAYS = 2;

    static Set<String> kinds() {
        return new TreeSet<>(PHANTOMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFormGivesTheMeasuresOfTheDrawing(String kind) {
        Drawn drawn = Phantoms.draw(kind, 7, PHANTOMS.get(kind));
        StoredForms forms = new StoredForms(drawn.frame());
        try (FertiVision fv =
                FertiVision.create(EngineConfig.builder().cacheBytes(0).build())) {
            Report plain = report(fv, kind, drawn, forms.plain());
            Map<String, Double> measured = measures(plain);
            assertThat(measured).containsKey("cells");
            forms.exact().forEach((name, file) -> {
                Report report = report(fv, kind, drawn, file);
                assertThat(grayPixels(file)).as(name).isEqualTo(grayPixels(forms.plain()));
                assertThat(measures(report)).as(name).isEqualTo(measured);
            });
            forms.deeper().forEach((name, file) -> {
                Map<String, Double> deep = measures(report(fv, kind, drawn, file));
                assertThat(deep.keySet()).as(name).isEqualTo(measured.keySet());
                measured.forEach((code, value) -> assertThat(deep.get(code))
                        .as("%s: %s", name, code)
                        .isCloseTo(code.startsWith("meanGray") ? 257 * value : value, withinPercentage(ROUNDING)));
            });
            forms.lossy().forEach((name, file) -> {
                Map<String, Double> lossy = measures(report(fv, kind, drawn, file));
                assertThat(lossy.keySet()).as(name).isEqualTo(measured.keySet());
                measured.forEach((code, value) -> compare(name, code, value, lossy.get(code)));
            });
        }
    }

    /** Counts and shares stay; of the rest the means. */
    private static void compare(String name, String code, double value, double lossy) {
        boolean spread = code.endsWith("Sd") || code.endsWith("Median");
        if (spread || (name.contains("floats") && code.startsWith("meanGray"))) {
            return;
        }
        double percent = name.contains("4 bits") || name.contains("RLE4") ? LOSS_OF_16_GRAYS : JPEG_LOSS;
        boolean counted = code.equals("cells") || code.equals("live") || code.equals("dead");
        assertThat(lossy).as("%s: %s", name, code).isCloseTo(value, withinPercentage(counted ? 0.0 : percent));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 12, 14, 15})
    void depthsBetweenEightAndSixteenBitsKeepEveryStep(int bits) {
        int steps = 1 << bits;
        int width = 256;
        byte[] packed = new byte[steps * bits / 8];
        for (int i = 0; i < steps; i++) {
            for (int bit = 0; bit < bits; bit++) {
                int at = i * bits + bit;
                packed[at / 8] |= (byte) ((i >> bits - 1 - bit & 1) << 7 - at % 8);
            }
        }
        byte[] file = new TiffParts(ByteOrder.LITTLE_ENDIAN)
                .page(TiffParts.tags(width, steps / width, bits, 1, 1), packed)
                .end();

        Plane plane = Encoded.only(Encoded.gray(file)).gray();

        assertThat(plane.bits()).isEqualTo(16);
        int[] samples = Encoded.samples(plane);
        assertThat(samples[0]).isZero();
        assertThat(samples[steps - 1]).isEqualTo(65_535);
        for (int i = 1; i < steps; i++) {
            assertThat(samples[i]).isGreaterThan(samples[i - 1]);
        }
    }

    private static String grayPixels(byte[] file) {
        return Encoded.gray(file).facts().pixelSha256();
    }

    private static Report report(FertiVision fv, String kind, Drawn drawn, byte[] file) {
        return fv.analyze(Request.of(kind)
                        .field(file)
                        .calibration(drawn.calibration())
                        .noScore()
                        .build())
                .orElseThrow();
    }

    private static Map<String, Double> measures(Report report) {
        Map<String, Double> values = new TreeMap<>();
        for (Reading reading : report.findings().summary().readings()) {
            if (reading instanceof Reading.Measured measured) {
                values.put(measured.measure().code(), measured.value());
            }
        }
        return values;
    }
}
