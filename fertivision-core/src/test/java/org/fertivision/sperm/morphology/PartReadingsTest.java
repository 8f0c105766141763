package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

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
        Flagellum thread = new Flagellum(new RidgeWalk(way, End.FADED), 0, 0, Optional.empty(), 1, 5);

        assertThat(Math.toDegrees(thread.turningRad(2))).isCloseTo(45, within(3.0));
        assertThat(Math.toDegrees(thread.turningRad(1))).isCloseTo(26.6, within(2.0));
    }

    /**
     * A head of 40 x 26 pixels whose axis runs as the x axis, and a thread that leaves it 6.5 pixels beside that: a quarter of
     * its width whatever the pixels are. Along its other axis, 10 pixels beside, that is a quarter of the head's length, which
     * is its width where pixels are more than 1.54 times as high as wide.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 6.5, 0.1, 0.1, 25",
        "0, 6.5, 0.1, 0.13, 25",
        "0, 6.5, 0.1, 0.2, 32.5",
        "90, 10, 0.1, 0.1, 38.4615",
        "90, 10, 0.1, 0.2, 25",
        "90, 10, 0.2, 0.1, 76.9231"
    })
    void aNeckLiesAsFarBesideTheAxisAsInTheSmear(
            double axisDeg, double besidePx, double umPerPixelX, double umPerPixelY, double percent) {
        HeadOutline head = head();
        Point center = head.contour().centroid();
        double axis = Math.toRadians(axisDeg);
        Point neck = new Point(
                center.x() + 22 * Math.cos(axis) - besidePx * Math.sin(axis),
                center.y() + 22 * Math.sin(axis) + besidePx * Math.cos(axis));
        Flagellum thread = new Flagellum(
                new RidgeWalk(List.of(neck, new Point(neck.x() + 1, neck.y())), End.FADED),
                axis,
                axis,
                Optional.empty(),
                1,
                20);

        assertThat(100 * thread.offset(head, umPerPixelY / umPerPixelX)).isCloseTo(percent, withinPercentage(2));
    }

    /** A head and neck of the smear, its axis in any direction, seen through pixels twice as high as wide. */
    @ParameterizedTest
    @CsvSource({"0", "25", "50", "75", "120", "160"})
    void aNeckLiesAsFarBesideTheAxisAsInTheSmearInAnyDirection(double axisDeg) {
        double axis = Math.toRadians(axisDeg);
        HeadOutline head = head(4, axis, 2);
        Point center = head.contour().centroid();
        Point neck = new Point(
                center.x() + 88 * Math.cos(axis) - 26 * Math.sin(axis),
                center.y() + (88 * Math.sin(axis) + 26 * Math.cos(axis)) / 2);
        double backByPixels = Math.atan2(Math.sin(axis) / 2, Math.cos(axis));
        Flagellum thread = new Flagellum(
                new RidgeWalk(List.of(neck, new Point(neck.x() + 1, neck.y())), End.FADED),
                backByPixels,
                backByPixels,
                Optional.empty(),
                1,
                20);

        assertThat(100 * thread.offset(head, 2)).isCloseTo(25, withinPercentage(4));
    }

    @Test
    void everyMeasureOfPartsIsReadOrRefusedOnceAndInOrder() {
        List<Reading> readings = readings(1, 0, End.FADED, 1, Calibration.umPerPixel(0.1));

        assertThat(readings).extracting(Reading::measure).containsExactlyElementsOf(PartReadings.ALL);
    }

    @Test
    void cytoplasmIsAShareOfTheHeadOrRefused() {
        Blob half = Components.of(Plane.takeBytes(24, 17, new byte[24 * 17]), Threshold.upTo(0))
                .get(0);
        int head = head().mask().area();

        assertThat(figure(readings(ResidualCytoplasm.seen(List.of(half))), SpermMeasures.CYTOPLASMIC_RESIDUE))
                .isCloseTo(100.0 * 24 * 17 / head, within(1e-6));
        assertThat(figure(readings(ResidualCytoplasm.seen(List.of())), SpermMeasures.CYTOPLASMIC_RESIDUE))
                .isZero();
        assertThat(readings(ResidualCytoplasm.unseen("overlapped")))
                .contains(Reading.notMeasured(SpermMeasures.CYTOPLASMIC_RESIDUE, "overlapped"));
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
        return readings(x, y, end, met, calibration, ResidualCytoplasm.seen(List.of()));
    }

    private static List<Reading> readings(ResidualCytoplasm cytoplasm) {
        return readings(1, 0, End.FADED, 1, Calibration.umPerPixel(0.1), cytoplasm);
    }

    private static List<Reading> readings(
            double x, double y, End end, double met, Calibration calibration, ResidualCytoplasm cytoplasm) {
        List<Point> way = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            way.add(new Point(1000 + i * x, 1000 + i * y));
        }
        Optional<Midpiece> midpiece = Optional.of(new Midpiece(MIDPIECE_PX, WIDE_PX));
        Flagellum thread = new Flagellum(new RidgeWalk(way, end), 0, Math.atan2(y, x), midpiece, met, 20);
        return PartReadings.of(
                new SpermParts(head(), Optional.empty(), Optional.empty(), true, Optional.of(thread), cytoplasm),
                Optional.of(calibration));
    }

    private static HeadOutline head() {
        return head(1, 0, 1);
    }

    /** An ellipse of so many times 40 x 26, its long axis in that direction, in pixels so many times as high as wide. */
    private static HeadOutline head(int times, double axis, double heightOverWidth) {
        int side = 60 * times;
        byte[] samples = new byte[side * side];
        for (int i = 0; i < samples.length; i++) {
            double x = i % side - (side - 1) / 2.0;
            double y = heightOverWidth * (i / side - (side - 1) / 2.0);
            double along = x * Math.cos(axis) + y * Math.sin(axis);
            double across = y * Math.cos(axis) - x * Math.sin(axis);
            samples[i] = (byte) (Math.hypot(along / 20, across / 13) <= times ? 100 : 0);
        }
        Blob blob = Components.of(Plane.takeBytes(side, side, samples), Threshold.brighterThan(50))
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
