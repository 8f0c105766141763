package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpermHeadPhantomTest {
    private static final Phantom<Drawn> CLEAN = Phantoms.of("sperm-morphology")
            .with("noise", false)
            .with("gradient", 0)
            .with("vignette", 0)
            .with("tail", false)
            .with("borderCells", 0)
            .with("debris", 0)
            .with("contrastCv", 0);

    @ParameterizedTest
    @ValueSource(doubles = {0.08, 0.081, 0.12, 0.24, 0.48})
    void graySumOverTheBackgroundIsAreaTimesContrast(double umPerPixel) {
        Drawn drawn = CLEAN.with("umPerPixel", umPerPixel).with("cells", 20).draw();
        Plane plane = drawn.frame().gray();

        double lost = 170.0 * plane.width() * plane.height() - Pixels.sum(plane);
        double area = drawn.truth().objects().stream()
                .mapToDouble(o -> o.shape().areaUm2())
                .sum();

        // rounding to whole levels is the only error left
        assertThat(lost * umPerPixel * umPerPixel / 110).isCloseTo(area, within(0.001 * area));
    }

    @Property(tries = 60, maxDiscardRatio = 20)
    void centroidOfTheLightTakenAwayIsTheCenterTold(
            @ForAll @LongRange(min = 0) long seed, @ForAll @DoubleRange(min = 0, max = 1) double defocusUm) {
        Drawn drawn = CLEAN.with("cells", 1)
                .with("umPerPixel", 0.2)
                .with("width", 128)
                .with("height", 128)
                .with("defocusUm", defocusUm)
                .with("gapUm", 0)
                .seed(seed)
                .draw();
        Point center = drawn.truth().objects().get(0).centerPx();
        Assume.that(Math.max(Math.abs(center.x() - 64), Math.abs(center.y() - 64)) < 30);

        Plane plane = drawn.frame().gray();
        double lost = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < 128; row++) {
            for (int column = 0; column < 128; column++) {
                double taken = 170 - plane.at(column, row);
                lost += taken;
                x += taken * (column + 0.5);
                y += taken * (row + 0.5);
            }
        }

        assertThat(x / lost).isCloseTo(center.x(), within(0.03));
        assertThat(y / lost).isCloseTo(center.y(), within(0.03));
    }

    @ParameterizedTest
    @CsvSource({"dark, 180", "bright, 60"})
    void middlesOfHeadsHaveTheContrastTold(String polarity, double background) {
        Drawn drawn = CLEAN.with("polarity", polarity)
                .with("background", background)
                .with("contrast", 100)
                .draw();
        Plane plane = drawn.frame().gray();

        assertThat(drawn.truth().objects()).hasSize(24).allSatisfy(head -> {
            assertThat(head.contrastLevels()).containsExactly(polarity.equals("dark") ? -100.0 : 100.0);
            int level =
                    plane.at((int) head.centerPx().x(), (int) head.centerPx().y());
            assertThat((double) level)
                    .isCloseTo(background + head.contrastLevels().get(0), within(1.0));
        });
    }

    @Property(tries = 15)
    void headsStayApartAndWhole(@ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(max = 40) int cells) {
        Truth truth = CLEAN.with("cells", cells).seed(seed).draw().truth();

        assertThat(truth.value("cells")).isEqualTo(cells);
        List<TrueObject> heads = truth.objects(TrueObject::isWholeSperm);
        assertThat(heads).hasSize(cells).allMatch(TrueObject::centerInFrame);
        for (TrueObject a : heads) {
            for (TrueObject b : heads) {
                double reach = (a.shape().lengthUm() + b.shape().lengthUm()) / 2 + 2;
                assertThat(a == b || a.centerPx().distanceTo(b.centerPx()) * 0.081 >= reach - 1e-9)
                        .isTrue();
            }
        }
    }

    @Test
    void borderCutsTheBorderCellsAndNoOther() {
        Truth truth = CLEAN.with("borderCells", 10).draw().truth();

        assertThat(truth.objects(TrueObject::cutByBorder)).hasSize(10);
        assertThat(truth.objects(TrueObject::isWholeSperm)).hasSize(24);
        assertThat(truth.value("cells")).isEqualTo(24);
    }

    @Property(tries = 10)
    void touchingHeadsTouchInOnePoint(
            @ForAll @LongRange(min = 0) long seed, @ForAll @DoubleRange(min = 0, max = 100) double touching) {
        Truth truth = CLEAN.with("touching", touching).seed(seed).draw().truth();

        List<TrueObject> pairs = truth.objects(head -> !head.touches().isEmpty());
        assertThat(pairs).hasSize(2 * (int) Math.round(touching * 24 / 200));
        for (TrueObject head : pairs) {
            TrueObject other = truth.objects().get(head.touches().get(0) - 1);
            assertThat(other.touches()).containsExactly(head.id());
            assertThat(gapUm(head, other)).isCloseTo(0, within(1e-4));
        }
    }

    /** Along the direction in which two convex shapes lie furthest apart. */
    private static double gapUm(TrueObject a, TrueObject b) {
        double dx = (b.centerPx().x() - a.centerPx().x()) * 0.081;
        double dy = (b.centerPx().y() - a.centerPx().y()) * 0.081;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 20_000; i++) {
            double n = 2 * Math.PI * i / 20_000;
            double gap = dx * Math.cos(n)
                    + dy * Math.sin(n)
                    - a.shape().supportUm(n - Math.toRadians(a.angleDeg()))
                    - b.shape().supportUm(n - Math.toRadians(b.angleDeg()));
            most = Math.max(most, gap);
        }
        return most;
    }

    @Test
    void sizesFollowTheMeanAndSpreadAsked() {
        Truth truth = CLEAN.with("cells", 400)
                .with("umPerPixel", 0.48)
                .with("lengthCv", 10)
                .draw()
                .truth();
        List<TrueObject> heads = truth.objects();

        double mean =
                heads.stream().mapToDouble(o -> o.shape().lengthUm()).average().orElseThrow();
        double variance = heads.stream()
                        .mapToDouble(o -> Math.pow(o.shape().lengthUm() - mean, 2))
                        .sum()
                / 399;

        assertThat(mean).isCloseTo(4.1, within(0.06));
        assertThat(Math.sqrt(variance) / mean).isCloseTo(0.095, within(0.01));
        assertThat(truth.value("headLength")).isCloseTo(mean, within(1e-12));
    }

    @Test
    void equalHeadsHaveTheMeasuresOfOneEllipse() {
        Truth truth = CLEAN.with("lengthCv", 0).with("widthCv", 0).draw().truth();

        Ellipse head = new Ellipse(4.1, 2.8);
        assertThat(truth.value("headArea")).isCloseTo(head.areaUm2(), within(1e-12));
        assertThat(truth.value("headPerimeter")).isCloseTo(head.perimeterUm(), within(1e-12));
        assertThat(truth.value("headAspect")).isCloseTo(4.1 / 2.8, within(1e-12));
    }

    @Test
    void debrisAndRoundCellsAreToldApartFromSperm() {
        Truth truth = Phantoms.draw(
                        "sperm-morphology", 5, Map.of("debris", "50", "roundCells", "3", "umPerPixel", "0.12"))
                .truth();

        assertThat(truth.counts()).containsEntry(ObjectClass.DEBRIS, 12).containsEntry(ObjectClass.ROUND_CELL, 3);
        assertThat(truth.objects(o -> o.objectClass() == ObjectClass.DEBRIS))
                .allMatch(o -> o.shape().lengthUm() <= 2 && o.shape().lengthUm() >= 0.5);
        assertThat(truth.objects(o -> o.objectClass() == ObjectClass.ROUND_CELL))
                .allMatch(o -> o.shape().lengthUm() <= 15 && o.shape().widthUm() >= 8);
    }

    @Test
    void presetGivesWayToWhatIsSet() {
        Truth ram = Phantoms.draw("sperm-morphology", 1, Map.of("preset", "ram", "lengthUm", "9"))
                .truth();

        assertThat(ram.settings())
                .containsEntry("lengthUm", "9")
                .containsEntry("widthUm", "4.6")
                .containsEntry("polarity", "bright");
        assertThat(ram.widthPx()).isEqualTo(1936);
    }

    @Test
    void moreThanFitsIsRefusedInWords() {
        assertThatThrownBy(() -> CLEAN.with("cells", 5000).draw())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("fit apart into 104 x 83 um");
    }

    @Test
    void levelsThatNoCameraShowsAreRefused() {
        assertThatThrownBy(() -> CLEAN.with("contrast", 190).draw())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("a camera shows 0 to 255");
    }
}
