package org.fertivision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {
    @Property
    void aGrownRegionStaysInTheImageAndHoldsTheOldOne(
            @ForAll @IntRange(max = 49) int x,
            @ForAll @IntRange(max = 39) int y,
            @ForAll @IntRange(max = 1_000) int margin) {
        Region region = new Region(x, y, 50 - x, 1);
        Region grown = region.grown(margin, 50, 40);

        assertThat(grown.x()).isEqualTo(Math.max(0, x - margin));
        assertThat(grown.right()).isEqualTo(50);
        assertThat(grown.y()).isBetween(0, y);
        assertThat(grown.bottom()).isBetween(region.bottom(), 40);
    }

    @Test
    void aHugeMarginGrowsToTheWholeImage() {
        assertThat(new Region(3, 3, 2, 2).grown(Integer.MAX_VALUE, 50, 40)).isEqualTo(new Region(0, 0, 50, 40));
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,2,2,true",
        "1,0,2,2,true",
        "1,1,2,2,false",
        "1,1,9,2,true",
        "1,1,8,2,false",
        "1,1,2,7,true",
        "1,1,2,6,false"
    })
    void knowsWhetherItTouchesTheBorder(int x, int y, int width, int height, boolean touches) {
        assertThat(new Region(x, y, width, height).touchesBorder(10, 8)).isEqualTo(touches);
    }

    @Test
    void refusesAnEmptyRegionAndOneThatEndsBeyondInt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(0, 0, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(Integer.MAX_VALUE, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(0, 2, 1, Integer.MAX_VALUE - 1));
        assertThat(new Region(0, 1, 1, Integer.MAX_VALUE - 1).bottom()).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.481, 1e4})
    void takesPixelsOfEveryMicroscope(double size) {
        assertThat(Calibration.umPerPixel(size).pixelAreaUm2()).isEqualTo(size * size);
        assertThat(Calibration.umPerPixel(size).isSquare()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99e-4, 0, -1, 1.01e4, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesPixelsOfNoMicroscope(double size) {
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.umPerPixel(size));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.umPerPixel(1, size));
    }

    @Test
    void pixelsMayBeOblong() {
        Calibration oblong = Calibration.umPerPixel(0.2, 0.4);
        assertThat(oblong.isSquare()).isFalse();
        assertThat(oblong.pixelAreaUm2()).isEqualTo(0.2 * 0.4);
        assertThat(oblong.origin()).isEqualTo(Calibration.Origin.USER);
        assertThat(Calibration.umPerPixel(1, 1 + 0.9e-6).isSquare()).isTrue();
        assertThat(Calibration.umPerPixel(1, 1 + 1.1e-6).isSquare()).isFalse();
    }

    @Test
    void framesFollowAtRatesThatCamerasHave() {
        assertThat(Timing.framesPerSecond(1e-4).origin()).isEqualTo(Timing.Origin.USER);
        assertThat(Timing.framesPerSecond(1e5).framesPerSecond()).isEqualTo(1e5);
        assertThatIllegalArgumentException().isThrownBy(() -> Timing.framesPerSecond(0.99e-4));
        assertThatIllegalArgumentException().isThrownBy(() -> Timing.framesPerSecond(1.01e5));
        assertThatIllegalArgumentException().isThrownBy(() -> Timing.framesPerSecond(Double.NaN));
    }

    @Test
    void pointsAreFiniteAndKnowTheirDistance() {
        assertThat(new Point(0, 3).distanceTo(new Point(4, 0))).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, Double.NEGATIVE_INFINITY));
    }
}
