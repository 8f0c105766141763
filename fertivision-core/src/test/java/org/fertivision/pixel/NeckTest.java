package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;

class NeckTest {
    private static final double RADIUS = 10;

    @Test
    void twoDiscsArePartedWhereTheyMeet() {
        Neck neck = Neck.of(twoDiscs(16, 0.4), 100).orElseThrow();

        double half = Math.acos(8 / RADIUS);
        double disc = Math.PI * RADIUS * RADIUS - RADIUS * RADIUS * (half - Math.sin(half) * Math.cos(half));
        assertThat(neck.length()).isCloseTo(2 * RADIUS * Math.sin(half), within(0.1));
        assertThat(neck.first().area()).isCloseTo(disc, within(3.0));
        assertThat(neck.second().area()).isCloseTo(disc, within(3.0));
        assertThat(neck.narrowness()).isLessThan(0.6);
    }

    @Property(tries = 50)
    void sidesMakeUpTheWholeWhateverItsTurn(
            @ForAll @DoubleRange(min = 0, max = 6.28) double turn,
            @ForAll @DoubleRange(min = 10, max = 19) double distance) {
        Contour whole = twoDiscs(distance, turn);
        Neck neck = Neck.of(whole, 60).orElseThrow();

        assertThat(neck.first().area() + neck.second().area()).isCloseTo(whole.area(), within(1e-6));
        assertThat(neck.length()).isCloseTo(2 * Math.sqrt(RADIUS * RADIUS - distance * distance / 4), within(0.2));
    }

    @Property(tries = 30)
    void ellipseIsNarrowestAcrossItsMiddle(
            @ForAll @DoubleRange(min = 0, max = 3.14) double turn,
            @ForAll @DoubleRange(min = 0.4, max = 1) double aspect) {
        Contour ellipse = ellipse(RADIUS, aspect * RADIUS, turn);
        Neck neck = Neck.of(ellipse, 20).orElseThrow();

        assertThat(neck.narrowness()).isCloseTo(8 / Math.PI * aspect, within(0.03));
    }

    @Test
    void nothingIsCutWhereOneSideWouldBeTooSmall() {
        assertThat(Neck.of(ellipse(10, 6, 0), 95)).isEmpty();
        assertThat(Neck.of(ellipse(10, 6, 0), 90)).isPresent();
    }

    @Test
    void cutNeverLeavesTheShapeAcrossANotch() {
        Contour hook = Contour.of(List.of(
                new Point(0, 0),
                new Point(30, 0),
                new Point(30, 30),
                new Point(20, 30),
                new Point(20, 10),
                new Point(10, 10),
                new Point(10, 30),
                new Point(0, 30)));
        Neck neck = Neck.of(hook, 50).orElseThrow();

        assertThat(neck.first().area() + neck.second().area()).isCloseTo(hook.area(), within(1e-6));
        assertThat(neck.length()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void smallestSideIsAboveZero() {
        assertThatThrownBy(() -> Neck.of(ellipse(10, 6, 0), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Contour twoDiscs(double distance, double turn) {
        List<Point> points = new ArrayList<>();
        double half = Math.acos(distance / 2 / RADIUS);
        int steps = 60;
        for (int disc = 0; disc < 2; disc++) {
            for (int i = 0; i < steps; i++) {
                double angle = disc * Math.PI + half + (2 * Math.PI - 2 * half) * i / steps;
                double x = (disc == 0 ? -distance / 2 : distance / 2) + RADIUS * Math.cos(angle);
                double y = RADIUS * Math.sin(angle);
                points.add(turned(x, y, turn));
            }
        }
        return Contour.of(points);
    }

    private static Contour ellipse(double a, double b, double turn) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double angle = 2 * Math.PI * i / 120;
            points.add(turned(a * Math.cos(angle), b * Math.sin(angle), turn));
        }
        return Contour.of(points);
    }

    private static Point turned(double x, double y, double turn) {
        return new Point(100 + x * Math.cos(turn) - y * Math.sin(turn), 100 + x * Math.sin(turn) + y * Math.cos(turn));
    }
}
