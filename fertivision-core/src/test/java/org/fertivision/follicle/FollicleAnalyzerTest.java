package org.fertivision.follicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.ObjectClass;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.TrueObject;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class FollicleAnalyzerTest {
    private static final FollicleAnalyzer ANALYZER = new FollicleAnalyzer();

    @Test
    void findsEachFollicleAndItsSize() {
        Drawn drawn = ovary().seed(301).draw();

        FieldOfView field = look(drawn, Map.of());

        List<TrueObject> follicles = drawn.truth().objects(o -> o.objectClass() == ObjectClass.FOLLICLE);
        assertThat(field.counted()).hasSameSizeAs(follicles);
        for (TrueObject follicle : follicles) {
            double trueMm = (follicle.shape().lengthUm() + follicle.shape().widthUm()) / 2000;
            Item seen = nearest(field, follicle.centerPx());
            assertThat(value(seen, FollicleMeasures.MEAN_DIAMETER)).isBetween(trueMm - 0.6, trueMm + 0.4);
            assertThat(value(seen, FollicleMeasures.LONG_DIAMETER))
                    .isGreaterThanOrEqualTo(value(seen, FollicleMeasures.SHORT_DIAMETER));
            assertThat(value(seen, FollicleMeasures.AREA))
                    .isBetween(0.7 * Math.PI / 4 * trueMm * trueMm, 1.2 * Math.PI / 4 * trueMm * trueMm);
        }
    }

    @Test
    void findsNothingWhereNothingIs() {
        FieldOfView field = look(ovary().with("follicles", 0).seed(302).draw(), Map.of());

        assertThat(field.items()).isEmpty();
        assertThat(summary(List.of(field), Map.of())
                        .reading(FollicleMeasures.FOLLICLES)
                        .figure())
                .contains(0.0);
        assertThat(summary(List.of(field), Map.of())
                        .reading(FollicleMeasures.LARGEST_FOLLICLE)
                        .figure())
                .isEmpty();
    }

    @Test
    void partsFolliclesThatTouch() {
        FieldOfView field = look(
                ovary().with("follicles", 0)
                        .with("pairs", 2)
                        .with("smallestMm", 6)
                        .seed(303)
                        .draw(),
                Map.of());

        assertThat(field.counted()).hasSize(4);
    }

    @Test
    void seesFluidBrightenWhatLiesBehind() {
        FieldOfView field = look(
                ovary().with("follicles", 1).with("smallestMm", 11).seed(304).draw(), Map.of());

        assertThat(value(field.counted().findFirst().orElseThrow(), FollicleMeasures.ENHANCEMENT))
                .isGreaterThan(5);
    }

    @Test
    void excludesVesselsAsElongated() {
        Drawn drawn = Phantoms.of("follicle")
                .with("mmPerPixel", 0.2)
                .with("follicles", 2)
                .with("tubes", 2)
                .seed(305)
                .draw();

        assertThat(reasons(look(drawn, Map.of()))).contains("elongated");
        assertThat(look(drawn, Map.of()).counted()).hasSize(2);
    }

    @Test
    void aCaliperAcrossAFollicleIsNoEchoInIt() {
        Drawn drawn =
                ovary().with("follicles", 3).with("smallestMm", 8).seed(304).draw();
        Point middle = drawn.truth()
                .objects(o -> o.objectClass() == ObjectClass.FOLLICLE)
                .get(0)
                .centerPx();
        Plane plane = drawn.frame().planes().get(0);
        byte[] samples = new byte[plane.width() * plane.height()];
        for (int at = 0; at < samples.length; at++) {
            double x = at % plane.width() - middle.x();
            double y = at / plane.width() - middle.y();
            boolean dotted = Math.abs(y) <= 0.5 && Math.abs(x) <= 20 && Math.floorMod((int) x, 3) == 0;
            samples[at] = (byte) (dotted ? 250 : plane.at(at % plane.width(), at / plane.width()));
        }
        Frame caliper = Frame.gray(Plane.takeBytes(plane.width(), plane.height(), samples));

        FieldOfView field =
                ANALYZER.look(Frames.of(caliper).calibrated(drawn.calibration()), settings(Map.of()), Work.unlimited());

        assertThat(field.counted()).hasSize(3);
        assertThat(reasons(field)).doesNotContain("echoes-inside");
    }

    @Test
    void excludesWhatLiesOutsideTheOutlinedOvary() {
        Drawn drawn = ovary().seed(306).draw();

        FieldOfView inside = look(drawn, Map.of("ovary", drawn.truth().told().get("ovary")));
        FieldOfView outside = look(drawn, Map.of("ovary", "1,1 20,1 20,10"));

        assertThat(inside.counted()).hasSize(4);
        assertThat(inside.notices()).extracting(Notice::code).doesNotContain("ovary-not-outlined");
        assertThat(inside.reading(FollicleMeasures.OVARY_AREA).figure().orElseThrow())
                .isCloseTo(drawn.truth().value("ovaryArea"), org.assertj.core.data.Percentage.withPercentage(1));
        assertThat(outside.counted()).isEmpty();
        assertThat(reasons(outside)).containsOnly("outside-ovary");
        assertThat(look(drawn, Map.of()).notices()).extracting(Notice::code).contains("ovary-not-outlined");
    }

    @Test
    void excludesTheBladderByItsPlaceAndSize() {
        Drawn drawn = Phantoms.of("follicle")
                .with("preset", "abdominal")
                .with("bladder", true)
                .with("smallestMm", 6)
                .with("largestMm", 9)
                .with("follicles", 3)
                .seed(307)
                .draw();

        FieldOfView field = look(drawn, Map.of());

        assertThat(reasons(field)).containsExactly("bladder-like");
        assertThat(field.counted()).hasSize(3);
    }

    @Test
    void excludesTheTooSmallAndTheTooLarge() {
        Drawn drawn = ovary().seed(308).draw();

        assertThat(reasons(look(drawn, Map.of("smallest", "10")))).containsOnly("too-small");
        assertThat(reasons(look(drawn, Map.of("largest", "5")))).contains("too-large");
        assertThat(reasons(look(drawn, Map.of("edgeDistance", "5")))).isSubsetOf("touches-edge", "too-small");
    }

    @Test
    void looksThroughWhatTheScreenDrawsOver() {
        Phantom<Drawn> plain = ovary().seed(309);
        FieldOfView field = look(plain.with("crosses", 4).with("letters", true).draw(), Map.of());

        assertThat(field.counted()).hasSize(4);
        assertThat(field.notices()).extracting(Notice::code).contains("graphics-masked");
        assertThat(look(plain.draw(), Map.of()).notices())
                .extracting(Notice::code)
                .doesNotContain("graphics-masked", "cropped-sector");
    }

    @Test
    void saysThatTheSectorIsCropped() {
        FieldOfView field = look(ovary().with("crop", 20).seed(310).draw(), Map.of());

        assertThat(field.notices()).extracting(Notice::code).contains("cropped-sector");
    }

    @Test
    void refusesFlowAndAMissingScale() {
        Drawn flow = ovary().with("flow", true).seed(311).draw();

        assertThatThrownBy(() -> look(flow, Map.of())).isInstanceOfSatisfying(RejectedException.class, refused -> {
            assertThat(refused.rejection().code()).isEqualTo(RejectionCode.UNUSABLE_IMAGE);
            assertThat(refused.rejection().detail()).startsWith("color-doppler");
        });
        assertThatThrownBy(() -> ANALYZER.look(Frames.of(flow.frame()), settings(Map.of()), Work.unlimited()))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(RejectionCode.CALIBRATION_MISSING));
    }

    @Test
    void countsTheMostOfOneFieldAndNeverTheSum() {
        FieldOfView four = look(ovary().seed(312).draw(), Map.of());
        FieldOfView two = look(ovary().with("follicles", 2).seed(313).draw(), Map.of());

        Map<String, String> none = Map.of();
        assertThat(summary(List.of(four, two, four), none)
                        .reading(FollicleMeasures.FOLLICLES)
                        .figure())
                .contains(4.0);
        assertThat(summary(List.of(four, two), none).notices())
                .extracting(Notice::code)
                .containsExactly("fields-not-added");
        double binned = FollicleMeasures.bins().stream()
                .mapToDouble(bin ->
                        summary(List.of(four, two), none).reading(bin).figure().orElseThrow())
                .sum();
        assertThat(binned).isEqualTo(4);
        assertThat(summary(List.of(four), none).reading(FollicleMeasures.ANTRAL_FOLLICLE_COUNT))
                .isInstanceOfSatisfying(
                        Reading.NotMeasured.class,
                        not -> assertThat(not.reason()).startsWith("needs-sweep"));
    }

    @Test
    void takesTheVolumeOfTheOvaryFromThreeDiameters() {
        FieldOfView field = look(ovary().with("follicles", 1).seed(314).draw(), Map.of());

        Map<String, String> three = Map.of("ovaryLength", "40", "ovaryWidth", "30", "ovaryHeight", "20");
        assertThat(summary(List.of(field), three)
                        .reading(FollicleMeasures.OVARY_VOLUME)
                        .figure())
                .hasValueSatisfying(
                        ml -> assertThat(ml).isCloseTo(12.566371, org.assertj.core.data.Offset.offset(1e-5)));
        assertThat(summary(List.of(field), Map.of("ovaryLength", "40")).reading(FollicleMeasures.OVARY_VOLUME))
                .isInstanceOfSatisfying(
                        Reading.NotMeasured.class,
                        not -> assertThat(not.reason()).isEqualTo("needs-three-diameters"));
    }

    @Test
    void measuresWhatAPersonDraws() {
        Outline square = Outline.of(new double[] {10, 60, 60, 10}, new double[] {10, 10, 30, 30});
        Item asked = Item.of(0, new Point(35, 20), square, new Region(10, 10, 50, 20), List.of(), List.of());

        Item drawn = ANALYZER.drawn(asked, Calibration.umPerPixel(100), settings(Map.of()));

        assertThat(value(drawn, FollicleMeasures.AREA)).isEqualTo(10);
        assertThat(value(drawn, FollicleMeasures.LONG_DIAMETER) / value(drawn, FollicleMeasures.SHORT_DIAMETER))
                .isCloseTo(2.5, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(drawn.reading(FollicleMeasures.ENHANCEMENT).figure()).isEmpty();
        assertThat(ANALYZER.drawn(asked, null, settings(Map.of()))
                        .reading(FollicleMeasures.AREA)
                        .figure())
                .isEmpty();
    }

    @Test
    void sortsSizesIntoClassesOfTwoMillimeters() {
        assertThat(SizeClass.term(2)).isEqualTo("below 10");
        assertThat(SizeClass.term(9.99)).isEqualTo("below 10");
        assertThat(SizeClass.term(10)).isEqualTo("10-11");
        assertThat(SizeClass.term(11.99)).isEqualTo("10-11");
        assertThat(SizeClass.term(17.5)).isEqualTo("16-17");
        assertThat(SizeClass.term(20)).isEqualTo("20 up");
        assertThat(SizeClass.term(45)).isEqualTo("20 up");
    }

    /** Among bright neighbors a whole ovary is dark; its follicle is told by the ovary's own tissue once it is outlined. */
    @Test
    void aDarkOvaryIsHeldAgainstItsOwnTissue() {
        Frame frame = Frame.gray(darkOvary(new Random(9)));
        Calibration calibration = Calibration.umPerPixel(200);
        String outline = "70,100 85,70 125,60 165,70 180,100 165,130 125,140 85,130";

        FieldOfView alone =
                ANALYZER.look(Frames.of(frame).calibrated(calibration), settings(Map.of()), Work.unlimited());
        FieldOfView outlined = ANALYZER.look(
                Frames.of(frame).calibrated(calibration), settings(Map.of("ovary", outline)), Work.unlimited());

        assertThat(alone.counted()).noneMatch(item -> isNear(item, 125, 95, 3));
        assertThat(outlined.counted()).singleElement().satisfies(follicle -> {
            assertThat(isNear(follicle, 125, 95, 3)).isTrue();
            assertThat(value(follicle, FollicleMeasures.MEAN_DIAMETER)).isBetween(4.2, 5.8);
        });
    }

    private static boolean isNear(Item item, double x, double y, double within) {
        return Math.hypot(item.center().x() - x, item.center().y() - y) < within;
    }

    /** Neighbors of 170, an ovary of 75 and 22 x 16 mm, a follicle of 30 and 5 mm; noise of 6 levels. */
    private static Plane darkOvary(Random noise) {
        byte[] levels = new byte[250 * 200];
        for (int y = 5; y < 195; y++) {
            for (int x = 5; x < 245; x++) {
                boolean ovary = Math.hypot((x - 125) / 55.0, (y - 100) / 40.0) < 1;
                boolean follicle = Math.hypot(x - 125, y - 95) < 12.5;
                double level = follicle ? 30 : ovary ? 75 : 170;
                levels[y * 250 + x] = (byte) Math.round(level + 6 * noise.nextGaussian());
            }
        }
        return Plane.takeBytes(250, 200, levels);
    }

    private static Phantom<Drawn> ovary() {
        return Phantoms.of("follicle")
                .with("mmPerPixel", 0.2)
                .with("depthMm", 46)
                .with("ovaryDepthMm", 26)
                .with("smallestMm", 4)
                .with("follicles", 4);
    }

    private static FieldOfView look(Drawn drawn, Map<String, String> set) {
        return ANALYZER.look(Frames.of(drawn.frame()).calibrated(drawn.calibration()), settings(set), Work.unlimited());
    }

    private static org.fertivision.finding.Summary summary(List<FieldOfView> fields, Map<String, String> set) {
        Findings findings = ANALYZER.summarize(fields, settings(set));
        return findings.summary();
    }

    private static Settings settings(Map<String, String> set) {
        return Settings.of(ANALYZER.descriptor().parameters(), set, Map.of());
    }

    private static List<String> reasons(FieldOfView field) {
        List<String> reasons = new ArrayList<>();
        field.items().forEach(item -> item.whyExcluded().ifPresent(why -> reasons.add(why.reason())));
        return reasons;
    }

    private static Item nearest(FieldOfView field, Point place) {
        return field.counted()
                .min(java.util.Comparator.comparingDouble(i -> i.center().distanceTo(place)))
                .orElseThrow();
    }

    private static double value(Item item, Measure measure) {
        Optional<Double> figure = item.reading(measure).figure();
        return figure.orElseThrow();
    }
}
