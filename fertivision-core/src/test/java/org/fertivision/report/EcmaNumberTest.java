package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaNumberTest {
    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void examplesOfTheStandardArePrintedAsItSays(String bits, String text) {
        assertThat(EcmaNumber.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "12.5, 12.5", "-3.07, -3.07", "1e5, 100000", "123456789, 123456789", "2e-7, 2e-7"})
    void everydayNumbersStayShort(double value, String text) {
        assertThat(EcmaNumber.text(value)).isEqualTo(text);
    }

    /** The nearest of the shortest decimals lies across a power of two, where neighbors below are twice as close. */
    @ParameterizedTest
    @CsvSource({"2e-44, 2e-44", "5.684341886080802e-14, 5.684341886080802e-14", "9.5367431640625e-7, 9.5367431640625e-7"
    })
    void powersOfTwoArePrintedShort(double value, String text) {
        assertThat(EcmaNumber.text(value)).isEqualTo(text);
    }

    @Property(tries = 3000)
    void everyDoubleReadsBack(@ForAll @LongRange(min = 0, max = 0x7fefffffffffffffL) long bits) {
        double value = Double.longBitsToDouble(bits);
        assertThat(Double.parseDouble(EcmaNumber.text(value))).isEqualTo(value);
        assertThat(EcmaNumber.text(-value)).isEqualTo(value == 0 ? "0" : "-" + EcmaNumber.text(value));
    }

    @Property(tries = 3000)
    void noShorterDecimalReadsBack(@ForAll @LongRange(min = 1, max = 0x7fefffffffffffffL) long bits) {
        double value = Double.longBitsToDouble(bits);
        BigDecimal printed = new BigDecimal(EcmaNumber.text(value)).stripTrailingZeros();
        BigDecimal javas = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        assertThat(printed.precision()).isLessThanOrEqualTo(javas.precision());
        if (Runtime.version().feature() >= 19 && javas.precision() > 2) { // Java prints two digits at least
            assertThat(printed).isEqualTo(javas);
        }
    }

    @Property
    void hundredthsOfPixelsArePrintedAsHundredths(@ForAll @IntRange(min = -1_638_400, max = 1_638_400) int hundredths) {
        assertThat(EcmaNumber.text(hundredths / 100.0))
                .isEqualTo(
                        BigDecimal.valueOf(hundredths, 2).signum() == 0
                                ? "0"
                                : BigDecimal.valueOf(hundredths, 2)
                                        .stripTrailingZeros()
                                        .toPlainString());
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("de-DE"));
            assertThat(EcmaNumber.text(1234.5678)).isEqualTo("1234.5678");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void whatIsNotFiniteIsRefused(double value) {
        assertThatThrownBy(() -> EcmaNumber.text(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
    }
}
