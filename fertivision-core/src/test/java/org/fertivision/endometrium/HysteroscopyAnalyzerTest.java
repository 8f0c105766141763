package org.fertivision.endometrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.HysteroscopyMeasures;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Mask;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class HysteroscopyAnalyzerTest {
    private static final HysteroscopyAnalyzer ANALYZER = new HysteroscopyAnalyzer();

    @Test
    void readsRednessAsItWasDrawn() {
        for (int green : new int[] {90, 120, 160}) {
            Drawn drawn = cavity().with("green", green).seed(501).draw();

            assertThat(value(look(drawn, Map.of()), HysteroscopyMeasures.REDNESS))
                    .isBetween(
                            drawn.truth().value("redness") - 0.01, drawn.truth().value("redness") + 0.01);
        }
    }

    @Test
    void seesVesselsWhereTheyAreAndNoneWhereNoneAre() {
        Drawn vessels = cavity().with("vessels", 10).seed(502).draw();
        Drawn none =
                cavity().with("vessels", 0).with("noiseLevels", 8).seed(503).draw();

        FieldOfView seen = look(vessels, Map.of());

        assertThat(value(seen, HysteroscopyMeasures.VESSEL_DENSITY)).isBetween(5.0, 15.0);
        assertThat(value(seen, HysteroscopyMeasures.VESSEL_CONTRAST)).isPositive();
        assertThat(seen.items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.outline().size()).isGreaterThan(2));
        assertThat(value(look(none, Map.of()), HysteroscopyMeasures.VESSEL_DENSITY))
                .isZero();
        assertThat(look(none, Map.of()).items()).isEmpty();
        assertThat(value(look(none, Map.of()), HysteroscopyMeasures.LEAST_CONTRAST))
                .isGreaterThanOrEqualTo(value(seen, HysteroscopyMeasures.LEAST_CONTRAST));
    }

    @Test
    void followsManyVesselsToTheirEdgesInNoise() {
        for (int noise : new int[] {3, 8}) {
            Drawn drawn = cavity().with("size", 512)
                    .with("vessels", 15)
                    .with("contrast", 0.3)
                    .with("noiseLevels", noise)
                    .seed(508)
                    .draw();

            FieldOfView field = look(drawn, Map.of());

            assertThat(value(field, HysteroscopyMeasures.VESSEL_DENSITY)).isBetween(10.0, 20.0);
            assertThat(value(field, HysteroscopyMeasures.REDNESS))
                    .isBetween(
                            drawn.truth().value("redness") - 0.01, drawn.truth().value("redness") + 0.01);
        }
    }

    @Test
    void drawsWhatItCountsWhereVesselsEncloseGround() {
        FieldOfView seen = look(cavity().with("vessels", 15).seed(509).draw(), Map.of());

        double counted = 0;
        double drawn = 0;
        double filled = 0;
        for (Item item : seen.items()) {
            counted += item.reading(FieldMeasures.AREA_PX).figure().orElseThrow();
            Contour line = Contour.of(item.outline().corners());
            drawn += line.area();
            filled += Components.of(Mask.inside(line), Connectivity.EIGHT).stream()
                    .mapToInt(Blob::filledArea)
                    .sum();
        }

        assertThat(filled).isGreaterThan(1.2 * counted);
        assertThat(drawn).isBetween(0.98 * counted, 1.02 * counted);
    }

    @Test
    void looksAtLargePicturesInBlocksAndTellsInPixels() {
        Drawn drawn = cavity().with("size", 960)
                .with("vessels", 10)
                .with("contrast", 0.3)
                .seed(510)
                .draw();

        FieldOfView field = look(drawn, Map.of());

        double truth = drawn.truth().value("vesselDensity");
        assertThat(value(field, HysteroscopyMeasures.VESSEL_DENSITY)).isBetween(truth - 1.5, truth + 1.5);
        double pixels = field.items().stream()
                .mapToDouble(
                        item -> item.reading(FieldMeasures.AREA_PX).figure().orElseThrow())
                .sum();
        assertThat(pixels / (0.7 * 960 * 960)).isBetween(truth / 100 - 0.02, truth / 100 + 0.02);
        assertThat(field.items())
                .allSatisfy(item -> assertThat(
                                Contour.of(item.outline().corners()).area())
                        .isBetween(
                                0.97
                                        * item.reading(FieldMeasures.AREA_PX)
                                                .figure()
                                                .orElseThrow(),
                                1.03
                                        * item.reading(FieldMeasures.AREA_PX)
                                                .figure()
                                                .orElseThrow()));
        assertThat(field.items()).anyMatch(item -> item.box().right() > 512);
    }

    @Test
    void comparesAnOutlinedRegionWithTheRest() {
        Drawn drawn = cavity().seed(504).draw();

        FieldOfView field = look(drawn, Map.of("region", "128,0 256,0 256,256 128,256"));

        assertThat(value(field, HysteroscopyMeasures.REGION_SHARE)).isBetween(49.0, 51.0);
        assertThat(value(field, HysteroscopyMeasures.REGION_REDNESS)).isBetween(-0.02, 0.02);
        assertThat(look(drawn, Map.of())
                        .reading(HysteroscopyMeasures.REGION_SHARE)
                        .figure())
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAPicture() {
        Drawn glaring = cavity().with("spots", 60).with("size", 256).seed(505).draw();
        FieldOfView field = look(glaring, Map.of());

        assertThat(value(field, HysteroscopyMeasures.GLARE)).isGreaterThan(2);
        assertThat(value(field, HysteroscopyMeasures.DISC)).isBetween(66.0, 72.0);
        assertThat(value(field, HysteroscopyMeasures.SHARPNESS)).isPositive();
        assertThat(field.notices()).extracting(Notice::code).containsExactly("not-validated");
        FieldOfView dim = look(lit(20));
        assertThat(dim.quality().usable()).isFalse();
        assertThat(dim.quality().reasons()).anyMatch(reason -> reason.contains("lit"));
    }

    @Test
    void measuresNoVesselsWhereNoPixelIsClear() {
        FieldOfView field = look(glaring());

        assertThat(field.items()).isEmpty();
        for (Measure measure : List.of(
                HysteroscopyMeasures.VESSEL_DENSITY,
                HysteroscopyMeasures.VESSEL_CONTRAST,
                HysteroscopyMeasures.LEAST_CONTRAST)) {
            assertThat(field.reading(measure).figure()).as(measure.code()).isEmpty();
        }
    }

    @Test
    void refusesGrayAndUnlitPictures() {
        Plane plane = Plane.takeBytes(64, 64, new byte[64 * 64]);

        assertThatThrownBy(() -> look(Frame.gray(plane))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> look(Frame.color(plane, plane, plane))).isInstanceOf(RejectedException.class);
    }

    @Test
    void manyFieldsAreAveraged() {
        FieldOfView one = look(cavity().with("green", 100).seed(506).draw(), Map.of());
        FieldOfView other = look(cavity().with("green", 140).seed(507).draw(), Map.of());

        double mean = ANALYZER.summarize(List.of(one, other), settings(Map.of()))
                .summary()
                .reading(HysteroscopyMeasures.REDNESS)
                .figure()
                .orElseThrow();

        assertThat(mean)
                .isBetween(
                        value(other, HysteroscopyMeasures.REDNESS) + 0.05,
                        value(one, HysteroscopyMeasures.REDNESS) - 0.05);
    }

    private static Frame lit(int side) {
        byte[] samples = new byte[64 * 64];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                samples[y * 64 + x] = (byte) (100 + (x * 7 + y * 3) % 5);
            }
        }
        Plane plane = Plane.takeBytes(64, 64, samples);
        return Frame.color(plane, plane, plane);
    }

    private static Frame glaring() {
        byte[] samples = new byte[64 * 64];
        Arrays.fill(samples, (byte) 250);
        Plane plane = Plane.takeBytes(64, 64, samples);
        return Frame.color(plane, plane, plane);
    }

    @Test
    void sharpnessOfAWidePictureIsThatOfAPartOfItAndNoneIsToldOfOneColumn() {
        double narrow = value(look(noise(3000, 14)), HysteroscopyMeasures.SHARPNESS);

        assertThat(value(look(noise(200_000, 14)), HysteroscopyMeasures.SHARPNESS))
                .isBetween(0.9 * narrow, 1.1 * narrow)
                .isPositive();
        assertThat(look(noise(1, 200)).reading(HysteroscopyMeasures.SHARPNESS).figure())
                .isEmpty();
    }

    private static Frame noise(int width, int height) {
        Random random = new Random(7);
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (100 + random.nextInt(40));
        }
        Plane plane = Plane.takeBytes(width, height, samples);
        return Frame.color(plane, plane, plane);
    }

    private static Phantom<Drawn> cavity() {
        return Phantoms.of("hysteroscopy").with("size", 256).with("contrast", 0.4);
    }

    private static FieldOfView look(Drawn drawn, Map<String, String> set) {
        return ANALYZER.look(Frames.of(drawn.frame()), settings(set), Work.unlimited());
    }

    private static FieldOfView look(Frame frame) {
        return ANALYZER.look(Frames.of(frame), settings(Map.of()), Work.unlimited());
    }

    private static Settings settings(Map<String, String> set) {
        return Settings.of(ANALYZER.descriptor().parameters(), set, Map.of());
    }

    private static double value(FieldOfView field, Measure measure) {
        return field.reading(measure).figure().orElseThrow();
    }
}
