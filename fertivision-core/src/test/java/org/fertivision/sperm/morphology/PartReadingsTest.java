package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.EdgeLevel;
import org.fertivision.pixel.RidgeWalk;
import org.fertivision.pixel.RidgeWalk.End;
import org.fertivision.pixel.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A head of 40 pixels, a midpiece of 60 x 8 and a tail of 340, straight in one direction. */
class PartReadingsTest {
    private static final int STEPS = 400;
    private static final double MIDPIECE_PX = 60;
    private static final double WIDE_PX = 8;

    /** Along x a band of 60 x 8 pixels is 6 um long and 1.6 wide, along y 12 and 0.8, aslant in between. */
    @ParameterizedTest
    @CsvSource({"1, 0, 40, 6, 1.6", "0, 1, 80, 12, 0.8", "0.6, -0.8, 68.352, 10.2528, 0.9363292"})
    void lengthsAreSummedInMicrometersWherePixelsAreHigherThanWide(
            double x, double y, double wholeUm, double midpieceUm, double wideUm) {
        List<Reading> readings = readings(x, y, End.FADED, 1, Calibration.umPerPixel(0.1, 0.2));

        assertThat(figure(readings, SpermMeasures.TAIL_SEEN)).isCloseTo(wholeUm, within(1e-4));
        assertThat(figure(readings, SpermMeasures.MIDPIECE_LENGTH)).isCloseTo(midpieceUm, within(1e-4));
        assertThat(figure(readings, SpermMeasures.TAIL_LENGTH)).isCloseTo(wholeUm - midpieceUm, within(1e-4));
        assertThat(figure(readings, SpermMeasures.MIDPIECE_WIDTH)).isCloseTo(wideUm, within(1e-4));
        assertThat(figure(readings, SpermMeasures.TAIL_SEEN_PX)).isCloseTo(STEPS, within(1e-6));
        assertThat(figure(readings, SpermMeasures.MIDPIECE_WIDTH_PX)).isEqualTo(WIDE_PX);
    }

    @Test
    void whereTheyAreSquareThePixelsAreScaled() {
        List<Reading> readings = readings(0.6, 0.8, End.FADED, 1, Calibration.umPerPixel(0.07));

        double wholePx = figure(readings, SpermMeasures.TAIL_SEEN_PX);
        assertThat(figure(readings, SpermMeasures.TAIL_SEEN)).isCloseTo(0.07 * wholePx, within(1e-9));
        assertThat(figure(readings, SpermMeasures.TAIL_LENGTH)).isCloseTo(0.07 * (wholePx - MIDPIECE_PX), within(1e-9));
        assertThat(figure(readings, SpermMeasures.MIDPIECE_LENGTH)).isCloseTo(0.07 * MIDPIECE_PX, within(1e-9));
        assertThat(figure(readings, SpermMeasures.MIDPIECE_WIDTH)).isCloseTo(0.07 * WIDE_PX, within(1e-9));
    }

    /** A neck that leaves the axis x by 45 degrees in pixels leaves it by 63.43 where they are twice as high as wide. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1, 45", "0.1, 0.2, 63.4349488", "0.2, 0.1, 26.5650512"})
    void anglesAreThoseOfTheSmearAndNotOfItsPixels(double umPerPixelX, double umPerPixelY, double deg) {
        List<Reading> readings = readings(
                Math.sqrt(0.5), Math.sqrt(0.5), End.FADED, 1, Calibration.umPerPixel(umPerPixelX, umPerPixelY));

        assertThat(figure(readings, SpermMeasures.MIDPIECE_ANGLE)).isCloseTo(deg, within(1e-6));
        assertThat(figure(readings, SpermMeasures.TAIL_TURNING)).isCloseTo(0, within(1e-6));
    }

    /** An eighth of a circle of the smear: in pixels twice as high as wide its direction turns by 26.6 degrees. */
    @Test
    void anEighthOfATurnIsOneWhateverThePixelsAre() {
        List<Point> way = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            double turned = Math.PI / 4 * i / 200;
            way.add(new Point(200 * Math.sin(turned), 100 * (1 - Math.cos(turned))));
        }
        Flagellum thread = new Flagellum(new RidgeWalk(way, End.FADED), 0, 0, 0, Optional.empty(), 1, 5);

        assertThat(Math.toDegrees(thread.turningRad(2))).isCloseTo(45, within(3.0));
        assertThat(Math.toDegrees(thread.turningRad(1))).isCloseTo(26.6, within(2.0));
    }

    @Test
    void everyMeasureOfPartsIsReadOrRefusedOnceAndInOrder() {
        List<Reading> readings = readings(1, 0, End.FADED, 1, Calibration.umPerPixel(0.1));

        assertThat(readings).extracting(Reading::measure).containsExactlyElementsOf(PartReadings.ALL);
        assertThat(readings)
                .filteredOn(reading -> reading.measure().equals(SpermMeasures.CYTOPLASMIC_RESIDUE))
                .singleElement()
                .isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void vacuolesOfAHeadOnWhichAThreadLiesAreRefused() {
        assertThat(readings(1, 0, End.FADED, 1, Calibration.umPerPixel(0.1)))
                .contains(Reading.notMeasured(SpermMeasures.VACUOLES, "overlapped"));
    }

    @ParameterizedTest
    @CsvSource({
        "BORDER, 0, cut by the edge of the image",
        "OBJECT, 0, runs into another head",
        "TOO_LONG, 0.5, runs on into another thread",
        "BORDER, 1, cut by the edge of the image",
        "FADED, 0.5, not met again on the way back"
    })
    void whyATailHasNoLength(End end, double met, String reason) {
        assertThat(readings(1, 0, end, met, Calibration.umPerPixel(0.1)))
                .contains(Reading.notMeasured(SpermMeasures.TAIL_LENGTH, reason));
    }

    private static List<Reading> readings(double x, double y, End end, double met, Calibration calibration) {
        List<Point> way = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            way.add(new Point(1000 + i * x, 1000 + i * y));
        }
        Optional<Midpiece> midpiece = Optional.of(new Midpiece(MIDPIECE_PX, WIDE_PX));
        Flagellum thread = new Flagellum(new RidgeWalk(way, end), 0, Math.atan2(y, x), 0, midpiece, met, 20);
        return PartReadings.of(
                new SpermParts(head(), Optional.empty(), Optional.empty(), true, Optional.of(thread)),
                Optional.of(calibration));
    }

    private static HeadOutline head() {
        byte[] samples = new byte[60 * 40];
        for (int i = 0; i < samples.length; i++) {
            boolean isInside = Math.hypot((i % 60 - 29.5) / 20, (i / 60 - 19.5) / 13) <= 1;
            samples[i] = (byte) (isInside ? 100 : 0);
        }
        Blob blob = Components.of(Plane.takeBytes(60, 40, samples), Threshold.brighterThan(50))
                .get(0);
        Contour contour = Contour.around(blob);
        return new HeadOutline(blob, new EdgeLevel(0, 100, 50), contour, contour.feret(), 1, 100, false);
    }

    private static double figure(List<Reading> readings, Measure measure) {
        return readings.stream()
                .filter(reading -> reading.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .figure()
                .orElseThrow();
    }
}
