package org.fertivision.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    private static final Measure AREA = new Measure("area", Unit.SQUARE_MICROMETER, "Area", "Pixels x area.", "test");

    @ParameterizedTest
    @CsvSource({
        "1.23456789049, 1.23456789",
        "1.23456789051, 1.23456789",
        "1.234567895, 1.2345679", // the double lies above the tie
        "123456789.5, 123456790",
        "123456788.5, 123456788", // ties go to even
        "-1.234567899, -1.2345679",
        "0.000123456789012, 0.000123456789",
        "1e300, 1e300",
        "4.9e-324, 4.9e-324",
        "0.1, 0.1"
    })
    void keepsNineSignificantDigits(double value, double kept) {
        assertThat(Digits.significant(value)).isEqualTo(kept);
    }

    @Test
    void knowsNoNegativeZero() {
        assertThat(Digits.significant(-0.0)).isEqualTo(0.0);
        assertThat(1 / Digits.significant(-0.0)).isPositive();
        assertThat(1 / Digits.hundredth(-0.001)).isPositive();
    }

    @Property
    void roundingASecondTimeChangesNothing(@ForAll double value) {
        double once = Digits.significant(value);
        assertThat(Digits.significant(once)).isEqualTo(once);
    }

    @Property
    void everyDoubleFromItsBitsStaysWithinHalfOfTheNinthDigit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (!Double.isFinite(value) || Math.abs(value) < Double.MIN_NORMAL) {
            return;
        }
        double kept = Digits.significant(value);
        assertThat(Math.abs(kept - value)).isLessThanOrEqualTo(5.0000001e-9 * Math.abs(value));
        assertThat(new BigDecimal(Double.toString(kept)).stripTrailingZeros().precision())
                .isLessThanOrEqualTo(9);
    }

    @Property
    void coordinatesStayWithinHalfAHundredthOfAPixel(@ForAll @DoubleRange(min = -1e6, max = 1e6) double pixels) {
        double kept = Digits.hundredth(pixels);
        assertThat(Math.abs(kept - pixels)).isLessThanOrEqualTo(0.005 + 1e-9);
        assertThat(Digits.hundredth(kept)).isEqualTo(kept);
        assertThat(new BigDecimal(Double.toString(kept)).stripTrailingZeros().scale())
                .isLessThanOrEqualTo(2);
    }

    @Property
    void everyFiniteCoordinateStaysFinite(@ForAll double pixels) {
        assertThat(Digits.hundredth(pixels)).isFinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumberWhereverADigitIsKept(double nothing) {
        assertThatIllegalArgumentException().isThrownBy(() -> Digits.significant(nothing));
        assertThatIllegalArgumentException().isThrownBy(() -> Digits.hundredth(nothing));
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.measured(AREA, nothing, "drawn"));
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.given(AREA, nothing, "me"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, nothing));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(nothing, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Value("me", AREA, nothing));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("vitality", "live", nothing));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outline.of(new double[] {0, 1, nothing}, new double[] {0, 1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Path(new int[] {0}, new double[] {nothing}, new double[] {0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series(AREA, new double[] {0}, new double[] {nothing}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series(AREA, new double[] {nothing}, new double[] {0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score.Scored("s", "g", nothing, java.util.List.of(), java.util.List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Score.Component("c", "g", "", nothing));
    }

    @Test
    void whatIsMadeAlreadyHasTheDigitsOfTheDocument() {
        double third = 1 / 3.0;
        assertThat(Reading.measured(AREA, third, "drawn").figure()).contains(0.333333333);
        assertThat(Reading.given(AREA, third, "me").figure()).contains(0.333333333);
        assertThat(new Interval(third, 2 * third)).isEqualTo(new Interval(0.333333333, 0.666666667));
        assertThat(new Annotation.Value("me", AREA, third).value()).isEqualTo(0.333333333);
        assertThat(new Label("vitality", "live", third).confidence()).isEqualTo(0.333333333);
        assertThat(new Quality(third, third, true, java.util.List.of()))
                .isEqualTo(new Quality(0.333333333, 0.333333333, true, java.util.List.of()));
        Outline outline = Outline.of(new double[] {third, 5, 5}, new double[] {2 * third, 0, 5});
        assertThat(outline.corners().get(0)).isEqualTo(new Point(0.33, 0.67));
        Item item = Item.of(
                0, new Point(third, third), outline, new Region(0, 0, 5, 5), java.util.List.of(), java.util.List.of());
        assertThat(item.center()).isEqualTo(new Point(0.33, 0.33));
    }
}
