package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;

class CountPhantomTest {
    private static final Phantom<Drawn> SMALL = Phantoms.of("sperm-count")
            .with("width", 256)
            .with("height", 256)
            .with("tail", false)
            .with("debris", 0);
    private static final double MILLILITERS = 256 * 0.48 * 256 * 0.48 * 20 / 1e12;

    private static List<Truth> fields(Phantom<Drawn> phantom, int n) {
        return IntStream.range(0, n)
                .mapToObj(seed -> phantom.seed(seed).draw().truth())
                .toList();
    }

    private static double mean(List<Truth> fields, String code) {
        return fields.stream().mapToDouble(field -> field.value(code)).sum() / fields.size();
    }

    @Test
    void fieldsHoldPoissonNumbersOfTheConcentrationAsked() {
        List<Truth> fields = fields(SMALL.with("concentration", 40).with("roundCells", 0), 600);

        double mean = mean(fields, "cells");
        double variance = fields.stream()
                        .mapToDouble(field -> Math.pow(field.value("cells") - mean, 2))
                        .sum()
                / 599;

        double expected = 40e6 * MILLILITERS;
        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(expected / 600)));
        // cells keep apart, which evens fields out a little
        assertThat(variance / mean).isBetween(0.75, 1.15);
        assertThat(mean(fields, "concentration")).isCloseTo(mean / MILLILITERS / 1e6, within(1e-9));
    }

    @Test
    void dilutedSamplesHoldFewerCellsInTheFieldAndTheSameConcentration() {
        List<Truth> fields = fields(SMALL.with("concentration", 200).with("dilution", 10), 400);

        double expected = 20e6 * MILLILITERS;
        double error = 4 * Math.sqrt(expected / 400);
        assertThat(mean(fields, "cells")).isCloseTo(expected, within(error));
        assertThat(mean(fields, "concentration")).isCloseTo(200, within(error * 200 / expected));
    }

    @Test
    void roundCellsHaveTheirOwnConcentration() {
        List<Truth> fields = fields(SMALL.with("concentration", 0).with("roundCells", 10), 400);

        double expected = 10e6 * MILLILITERS;
        assertThat(mean(fields, "roundCells")).isCloseTo(10, within(4 * Math.sqrt(expected / 400) * 10 / expected));
        assertThat(mean(fields, "cells")).isZero();
    }

    @Test
    void onlyCentersInTheHalfOpenFrameCount() {
        List<Truth> fields = fields(SMALL.with("concentration", 100), 30);

        int cutAndCounted = 0;
        int cutAndNot = 0;
        for (Truth field : fields) {
            long counted = 0;
            for (TrueObject sperm : field.objects(o -> o.objectClass().isSperm())) {
                Point center = sperm.centerPx();
                boolean inside = center.x() >= 0 && center.x() < 256 && center.y() >= 0 && center.y() < 256;
                assertThat(sperm.centerInFrame()).isEqualTo(inside);
                counted += inside ? 1 : 0;
                cutAndCounted += inside && sperm.cutByBorder() ? 1 : 0;
                cutAndNot += inside ? 0 : 1;
            }
            assertThat(field.value("cells")).isEqualTo(counted);
        }
        assertThat(cutAndCounted).isPositive();
        assertThat(cutAndNot).isPositive();
    }

    @Test
    void idsCountFromOneAndSpermComeFirst() {
        Truth truth = Phantoms.of("sperm-count").with("touching", 20).draw().truth();

        for (int i = 0; i < truth.objects().size(); i++) {
            assertThat(truth.objects().get(i).id()).isEqualTo(i + 1);
        }
        assertThat(truth.objects().stream().map(o -> o.objectClass().ordinal()).toList())
                .isSorted();
        assertThat(truth.objects(o -> !o.touches().isEmpty())).isNotEmpty().allSatisfy(o -> {
            TrueObject other = truth.objects().get(o.touches().get(0) - 1);
            assertThat(other.touches()).containsExactly(o.id());
        });
    }

    @Test
    void haloDarkensTheRimOfBrightCellsAndLeavesTheirMiddle() {
        Phantom<Drawn> clean = SMALL.with("noise", false)
                .with("gradient", 0)
                .with("vignette", 0)
                .with("umPerPixel", 0.1)
                .with("concentration", 400);
        Drawn drawn = clean.draw();
        Plane plane = drawn.frame().gray();

        List<TrueObject> whole = drawn.truth().objects(o -> o.isWholeSperm() && inner(o));
        assertThat(whole).isNotEmpty().allSatisfy(head -> {
            double contrast = head.contrastLevels().get(0);
            double angle = Math.toRadians(head.angleDeg());
            double rim = (head.shape().lengthUm() / 2 + 0.5) / 0.1;
            int x = (int) (head.centerPx().x() + rim * Math.cos(angle));
            int y = (int) (head.centerPx().y() + rim * Math.sin(angle));
            int middle =
                    plane.at((int) head.centerPx().x(), (int) head.centerPx().y());
            assertThat((double) middle).isCloseTo(90 + contrast, within(1.5));
            assertThat((double) plane.at(x, y)).isLessThan(90 - 0.15 * contrast);
        });
    }

    private static boolean inner(TrueObject head) {
        Point center = head.centerPx();
        return center.x() > 40 && center.x() < 216 && center.y() > 40 && center.y() < 216;
    }

    @Test
    void haloThatNoCameraShowsIsRefused() {
        assertThatThrownBy(() -> SMALL.with("background", 20).with("halo", 60).draw())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("a camera shows 0 to 255");
    }
}
