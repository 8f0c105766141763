package org.fertivision.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.fertivision.finding.Unit;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
    private static final Parameter<Double> SIZE =
            Parameter.number("smallest", Unit.MICROMETER, 0.5, 3, "Smallest head.");
    private static final Parameter<Double> ANY =
            Parameter.number("any", Unit.ONE, -Double.MAX_VALUE, Double.MAX_VALUE, "Any number.");
    private static final Parameter<Boolean> SPLIT = Parameter.flag("split", "Parts touching heads.");
    private static final Parameter<String> POLARITY =
            Parameter.choice("polarity", List.of("auto", "bright", "dark"), "Which is brighter.");
    private static final Parameter<List<Point>> ENDS = Parameter.points("ends", 2, 4, "Ends of a caliper.");
    private static final Parameter<List<Point>> OVARY = Parameter.polygon("ovary", "Outline of the ovary.");

    @Property
    void everyNumberIsReadBackFromWhatIsPrinted(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(ANY.parse(ANY.print(value))).isEqualTo(value == 0 ? 0.0 : value);
        }
    }

    @Property
    void usualNumbersArePrintedAsPeopleWriteThem(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        BigDecimal written = BigDecimal.valueOf(Math.round(value * 1e4), 4).stripTrailingZeros();
        String text = written.signum() == 0 ? "0" : written.toPlainString();

        assertThat(ANY.print(written.doubleValue())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2e23, 200000000000000000000000",
        "8.41e21, 8410000000000000000000",
        "1e-5, 0.00001",
        "0.1, 0.1",
        "100, 100",
        "-0.0, 0",
        "9007199254740993, 9007199254740992",
        "1e24, 1E+24",
        "1e-12, 0.000000000001",
        "1.5e-13, 1.5E-13",
        "4.9e-324, 5E-324"
    })
    void numbersHaveTheFewestDigitsAndAnExponentOnlyFarFromOne(double value, String text) {
        assertThat(ANY.print(value)).isEqualTo(text);
    }

    @Property
    void placesAreReadBackFromWhatIsPrinted(@ForAll("places") List<Point> places) {
        Parameter<List<Point>> many = Parameter.points("many", 0, 50, "Places.");

        assertThat(many.parse(many.print(places))).isEqualTo(places);
    }

    @Property
    void outlinesAreReadBackFromWhatIsPrinted(@ForAll("corners") List<Point> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point next = corners.get((i + 1) % corners.size());
            twice += corners.get(i).x() * next.y() - next.x() * corners.get(i).y();
        }
        Assume.that(Math.abs(twice) > 1e-3);

        assertThat(OVARY.parse(OVARY.print(corners))).isEqualTo(corners);
    }

    @Property
    void anyTextIsReadOrRefusedInWordsThatNameTheParameter(@ForAll String text) {
        for (Parameter<?> parameter : List.of(SIZE, SPLIT, POLARITY, ENDS, OVARY)) {
            try {
                assertThat((Object) parameter.parse(text)).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith(parameter.name() + " is " + parameter.range() + ", not '");
            }
        }
    }

    @Test
    void flagsAndChoicesAreReadBack() {
        assertThat(SPLIT.parse(SPLIT.print(true))).isTrue();
        assertThat(SPLIT.parse(" false ")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> SPLIT.parse("yes"));
        assertThatIllegalArgumentException().isThrownBy(() -> SPLIT.parse("TRUE"));
        for (String word : POLARITY.choices()) {
            assertThat(POLARITY.parse(POLARITY.print(word))).isEqualTo(word);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLARITY.parse("light"))
                .withMessage("polarity is one of: auto, bright, dark, not 'light'");
    }

    @Test
    void aNumberIsAllowedUpToItsBoundsAndNotBeyond() {
        assertThat(SIZE.parse("0.5")).isEqualTo(0.5);
        assertThat(SIZE.parse("3")).isEqualTo(3);
        assertThat(SIZE.parse(" 1e0 ")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIZE.parse("0.4999999"))
                .withMessage("smallest is 0.5 to 3 um, not '0.4999999'");
        assertThatIllegalArgumentException().isThrownBy(() -> SIZE.parse("3.0000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NaN", "Infinity", "1e400", "1,5", "0x1p3", "1d", "1.5 um", "1e99999999999"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ANY.parse(text)).withMessageStartingWith("any is ");
    }

    @Test
    void hugeExponentsCostNoTime() {
        assertThat(ANY.parse("1e-999999999")).isEqualTo(0.0);
        assertThatIllegalArgumentException().isThrownBy(() -> ANY.parse("1e999999999"));
        assertThatIllegalArgumentException().isThrownBy(() -> ANY.parse("1".repeat(65)));
    }

    @Test
    void placesAreCountedAtTheirBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> ENDS.parse("1,1"));
        assertThat(ENDS.parse("1,1 2,2")).hasSize(2);
        assertThat(ENDS.parse("1,1;2,2\n3,3  4,4")).hasSize(4);
        assertThatIllegalArgumentException().isThrownBy(() -> ENDS.parse("1,1 2,2 3,3 4,4 5,5"));
        assertThatIllegalArgumentException().isThrownBy(() -> ENDS.parse("1,1 2"));
        assertThatIllegalArgumentException().isThrownBy(() -> ENDS.parse("1,1 2,2,2"));
        assertThatIllegalArgumentException().isThrownBy(() -> OVARY.parse("1,1 2,2"));
        assertThat(OVARY.parse("9,1 9,9 " + "1,1 ".repeat(9_998))).hasSize(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OVARY.parse("1,1 ".repeat(10_001)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,1 2,2 3,3", "1,1 1,1 1,1", "0,0 0.1,0.3 0.2,0.6", "0,0 4,4 4,0 0,4"})
    void outlinesThatEncloseNothingAreRefused(String flat) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OVARY.parse(flat))
                .withMessageContaining("encloses nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "de", "ar-u-nu-arab", "hi-u-nu-deva"})
    void textsAreTheSameInEveryLocale(String language) {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(SIZE.print(1234.5)).isEqualTo("1234.5");
            assertThat(SIZE.parse("1.5")).isEqualTo(1.5);
            assertThat(SIZE.range()).isEqualTo("0.5 to 3 um");
            assertThat(ENDS.print(List.of(new Point(1.5, 2), new Point(3, 4)))).isEqualTo("1.5,2 3,4");
            assertThat(POLARITY.parse("bright")).isEqualTo("bright");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void whatIsDeclaredTwiceAlikeIsEqual() {
        Parameter<Double> again = Parameter.number("smallest", Unit.MICROMETER, 0.5, 3, "Smallest head.");

        assertThat(again).isEqualTo(SIZE).hasSameHashCodeAs(SIZE);
        assertThat(again.defaultsTo(1.0)).isEqualTo(SIZE.defaultsTo(1.0)).isNotEqualTo(SIZE);
        assertThat(again.asRequired()).isNotEqualTo(SIZE);
        assertThat(again.inSummary()).isNotEqualTo(SIZE);
        assertThat(again.eachField()).isNotEqualTo(SIZE);
        assertThat(Parameter.number("smallest", Unit.MICROMETER, 0.5, 4, "Smallest head."))
                .isNotEqualTo(SIZE);
        assertThat(Parameter.number("smallest", Unit.PIXEL, 0.5, 3, "Smallest head."))
                .isNotEqualTo(SIZE);
        assertThat(Parameter.number("smallest", Unit.MICROMETER, 0.5, 3, "Other."))
                .isNotEqualTo(SIZE);
    }

    @Test
    void aDefaultIsAllowedAndTakesTheNeedAway() {
        assertThat(SIZE.defaultValue()).isEmpty();
        assertThat(SIZE.asRequired().required()).isTrue();
        assertThat(SIZE.asRequired().defaultsTo(1.0).required()).isFalse();
        assertThat(SIZE.defaultsTo(1.0).asRequired().defaultValue()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SIZE.defaultsTo(9.0));
        assertThatIllegalArgumentException().isThrownBy(() -> SIZE.defaultsTo(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> POLARITY.defaultsTo("light"));
    }

    @Test
    void refusesDeclarationsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Parameter.flag("Split", "Parts."));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameter.flag("split", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameter.number("n", Unit.ONE, 2, 1, "N."));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameter.number("n", Unit.ONE, Double.NaN, 1, "N."));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameter.choice("c", List.of(), "C."));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameter.choice("c", List.of("a", " b"), "C."));
    }

    @Test
    void rangesAreWordsForPeople() {
        assertThat(SIZE.range()).isEqualTo("0.5 to 3 um");
        assertThat(Parameter.number("n", Unit.ONE, 1e-4, 1e6, "N.").range()).isEqualTo("0.0001 to 1000000");
        assertThat(SPLIT.range()).isEqualTo("true or false");
        assertThat(ENDS.range()).startsWith("2 to 4 places");
        assertThat(OVARY.range()).startsWith("3 to 10000 corners");
    }

    @Provide
    Arbitrary<List<Point>> places() {
        return point().list().ofMaxSize(50);
    }

    @Provide
    Arbitrary<List<Point>> corners() {
        return point().list().ofMinSize(3).ofMaxSize(20);
    }

    private static Arbitrary<Point> point() {
        Arbitrary<Double> anywhere = Arbitraries.doubles().between(-1e5, 1e5).ofScale(7);
        return Combinators.combine(anywhere, anywhere).as((x, y) -> new Point(x + 0.0, y + 0.0));
    }
}
