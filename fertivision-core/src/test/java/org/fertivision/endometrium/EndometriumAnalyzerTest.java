package org.fertivision.endometrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Series;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class EndometriumAnalyzerTest {
    private static final EndometriumAnalyzer ANALYZER = new EndometriumAnalyzer();

    @Test
    void measuresBetweenThePointsAndReadsThePictureBeside() {
        Drawn drawn = uterus().with("thicknessMm", 9).seed(401).draw();

        FieldOfView field = look(drawn, drawn.truth().told());

        assertThat(value(field, EndometriumMeasures.THICKNESS)).isBetween(8.95, 9.05);
        assertThat(value(field, EndometriumMeasures.THICKNESS_PROFILE)).isBetween(7.5, 10.5);
        assertThat(value(field, EndometriumMeasures.BORDER_STEP)).isGreaterThan(20);
        assertThat(field.items()).hasSize(1).allMatch(Item::counts);
        Reading.Measured caliper = (Reading.Measured) field.reading(EndometriumMeasures.THICKNESS);
        assertThat(caliper.method()).isEqualTo("user-caliper");
        assertThat(caliper.interval())
                .hasValueSatisfying(ci -> assertThat(ci.hi() - ci.lo())
                        .isCloseTo(2 * 1.96 * Math.sqrt(2) * 0.2, Percentage.withPercentage(1)));
    }

    @Test
    void drawsTheGrayProfileWithThePointsAndTheSecondReading() {
        Drawn drawn = uterus().with("thicknessMm", 9).seed(401).draw();

        FieldOfView field = look(drawn, drawn.truth().told());

        Series gray = series(field, EndometriumMeasures.PROFILE_GRAY).get(0);
        assertThat(gray.axis()).contains(EndometriumMeasures.PROFILE_PLACE);
        assertThat(gray.place(0)).isLessThan(-2);
        assertThat(gray.place(gray.size() - 1)).isGreaterThan(11);
        Series points = series(field, EndometriumMeasures.PROFILE_POINT).get(0);
        assertThat(points.place(0)).isZero();
        assertThat(points.place(1)).isCloseTo(value(field, EndometriumMeasures.THICKNESS), Offset.offset(1e-6));
        Series borders = series(field, EndometriumMeasures.PROFILE_BORDER).get(0);
        assertThat(borders.place(1) - borders.place(0))
                .isCloseTo(value(field, EndometriumMeasures.THICKNESS_PROFILE), Offset.offset(1e-6));
        assertThat(borders.place(0)).isBetween(-0.8, 0.8);
        assertThat(mean(gray, borders.place(0), borders.place(1)))
                .isGreaterThan(20 + mean(gray, gray.place(0), borders.place(0)));
    }

    @Test
    void drawsNoBordersThatAreUnclear() {
        Drawn drawn = uterus().with("contrast", 0).seed(403).draw();

        FieldOfView field = look(drawn, drawn.truth().told());

        assertThat(series(field, EndometriumMeasures.PROFILE_POINT)).hasSize(1);
        assertThat(series(field, EndometriumMeasures.PROFILE_BORDER)).isEmpty();
    }

    @Test
    void leavesFluidOut() {
        Drawn drawn =
                uterus().with("thicknessMm", 8).with("fluidMm", 3).seed(402).draw();

        FieldOfView field = look(drawn, drawn.truth().told());

        assertThat(value(field, EndometriumMeasures.THICKNESS)).isBetween(7.95, 8.05);
        assertThat(((Reading.Measured) field.reading(EndometriumMeasures.THICKNESS)).method())
                .isEqualTo("user-caliper-of-two-layers");
    }

    @Test
    void givesNoSecondReadingWhereTheBordersAreUnclear() {
        Drawn drawn = uterus().with("contrast", 0).seed(403).draw();

        FieldOfView field = look(drawn, drawn.truth().told());

        assertThat(reason(field, EndometriumMeasures.THICKNESS_PROFILE)).startsWith("interface-unclear");
        assertThat(value(field, EndometriumMeasures.THICKNESS)).isBetween(7.95, 8.05);
    }

    @Test
    void takesAreaAndInscribedCircleFromTheOutline() {
        Drawn drawn =
                uterus().with("thicknessMm", 10).with("arcMm", 0).seed(404).draw();

        FieldOfView field = look(drawn, drawn.truth().told());

        assertThat(value(field, EndometriumMeasures.AREA))
                .isCloseTo(drawn.truth().value("endometrialArea"), Percentage.withPercentage(0.5));
        assertThat(value(field, EndometriumMeasures.INSCRIBED)).isBetween(9.8, 10.2);
    }

    @Test
    void tellsThatThePointsAreTilted() {
        Drawn drawn = uterus().with("tiltDeg", 20).with("arcMm", 0).seed(405).draw();
        Drawn straight = uterus().with("arcMm", 0).seed(405).draw();

        Map<String, String> upright = Map.of("calipers", straight.truth().told().get("calipers"));
        assertThat(look(drawn, upright).notices()).extracting(Notice::code).contains("tilted-calipers");
        assertThat(look(straight, upright).notices()).isEmpty();
    }

    @Test
    void layersStandOutInTheProfile() {
        Phantom<Drawn> thick = uterus().with("thicknessMm", 12);
        Drawn layered = thick.with("pattern", "threeLine").seed(406).draw();
        Drawn even = thick.seed(406).draw();

        assertThat(value(look(layered, layered.truth().told()), EndometriumMeasures.LAYER_CONTRAST))
                .isGreaterThan(2 * value(look(even, even.truth().told()), EndometriumMeasures.LAYER_CONTRAST));
    }

    @Test
    void measuresNothingWithoutPointsAndRefusesAMissingScale() {
        Drawn drawn = uterus().seed(407).draw();

        FieldOfView field = look(drawn, Map.of());

        assertThat(reason(field, EndometriumMeasures.THICKNESS)).startsWith("needs-points");
        assertThat(reason(field, EndometriumMeasures.AREA)).startsWith("needs-outline");
        assertThat(field.items()).isEmpty();
        assertThat(reason(look(drawn, Map.of("calipers", "1,1 5000,1")), EndometriumMeasures.THICKNESS))
                .contains("outside");
        assertThatThrownBy(() -> look(drawn, Map.of("calipers", "1,1 5,1 9,1")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().detail()).contains("two points or four, not 3"));
        for (String one : List.of("5,1 5,1", "5,1 5,1 9,1 9,1", "5,1 9,1 9,9 5,1")) {
            assertThatThrownBy(() -> look(drawn, Map.of("calipers", one)))
                    .as(one)
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            refused -> assertThat(refused.rejection().detail()).contains("the points are one"));
        }
        assertThatThrownBy(() -> ANALYZER.look(Frames.of(drawn.frame()), settings(Map.of()), Work.unlimited()))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(RejectionCode.CALIBRATION_MISSING));
    }

    @Test
    void theThickestFieldSpeaks() {
        Drawn thin = uterus().with("thicknessMm", 6).seed(408).draw();
        Drawn thick = uterus().with("thicknessMm", 11).seed(409).draw();
        List<FieldOfView> fields = List.of(
                look(thin, thin.truth().told()), look(thick, thick.truth().told()));

        assertThat(ANALYZER.summarize(fields, settings(Map.of()))
                        .summary()
                        .reading(EndometriumMeasures.THICKNESS)
                        .figure()
                        .orElseThrow())
                .isBetween(10.95, 11.05);
    }

    private static Phantom<Drawn> uterus() {
        return Phantoms.of("endometrium").with("mmPerPixel", 0.2).with("depthMm", 46);
    }

    private static FieldOfView look(Drawn drawn, Map<String, String> told) {
        return ANALYZER.look(
                Frames.of(drawn.frame()).calibrated(drawn.calibration()), settings(told), Work.unlimited());
    }

    private static Settings settings(Map<String, String> set) {
        return Settings.of(ANALYZER.descriptor().parameters(), set, Map.of());
    }

    private static double value(FieldOfView field, Measure measure) {
        return field.reading(measure).figure().orElseThrow();
    }

    private static String reason(FieldOfView field, Measure measure) {
        return field.reading(measure).fold(m -> "", g -> "", Reading.NotMeasured::reason);
    }

    private static List<Series> series(FieldOfView field, Measure measure) {
        return field.series().stream().filter(s -> s.measure().equals(measure)).toList();
    }

    private static double mean(Series series, double from, double to) {
        return IntStream.range(0, series.size())
                .filter(i -> series.place(i) >= from && series.place(i) <= to)
                .mapToDouble(series::value)
                .average()
                .orElseThrow();
    }
}
