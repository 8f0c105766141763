package org.fertivision.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.fertivision.finding.Unit;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Parameter<Double> SIZE =
            Parameter.number("size", Unit.MICROMETER, 0, 9, "Size.").defaultsTo(2.0);
    private static final Parameter<Double> DEPTH = Parameter.number("depth", Unit.MICROMETER, 1, 100, "Depth.")
            .asRequired()
            .eachField();
    private static final Parameter<Double> DILUTION = Parameter.number("dilution", Unit.ONE, 1, 100, "Dilution.")
            .defaultsTo(1.0)
            .inSummary();
    private static final Parameter<List<Point>> ENDS = Parameter.points("ends", 2, 2, "Ends.");
    private static final List<Parameter<?>> DECLARED = List.of(SIZE, DEPTH, DILUTION, ENDS);

    @Test
    void defaultsFillWhatIsNotGiven() {
        Settings settings = Settings.of(DECLARED, Map.of("depth", "20"), Map.of());

        assertThat(settings.get(SIZE)).isEqualTo(2);
        assertThat(settings.get(DEPTH)).isEqualTo(20);
        assertThat(settings.find(ENDS)).isEmpty();
        assertThat(settings.texts())
                .containsExactly(Map.entry("depth", "20"), Map.entry("dilution", "1"), Map.entry("size", "2"));
        assertThatIllegalStateException().isThrownBy(() -> settings.get(ENDS)).withMessageContaining("ends");
    }

    @Test
    void aFieldSeesItsOwnValuesInPlaceOfTheCommonOnes() {
        Settings settings =
                Settings.of(DECLARED, Map.of("depth", "20"), Map.of(1, Map.of("depth", "10", "ends", "0,0 3,4")));

        assertThat(settings.forField(0).get(DEPTH)).isEqualTo(20);
        assertThat(settings.forField(0).find(ENDS)).isEmpty();
        assertThat(settings.forField(1).get(DEPTH)).isEqualTo(10);
        assertThat(settings.forField(1).get(ENDS)).containsExactly(new Point(0, 0), new Point(3, 4));
        assertThat(settings.forField(1).get(SIZE)).isEqualTo(2);
        assertThat(settings.forField(1).fieldTexts()).isEmpty();
        assertThat(settings.fieldTexts())
                .containsExactly(Map.entry(
                        1,
                        settings.forField(1).texts().entrySet().stream()
                                .filter(e -> !e.getKey().equals("size")
                                        && !e.getKey().equals("dilution"))
                                .collect(java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.TreeMap::new))));
    }

    @Test
    void whatIsTheSameForAllFieldsCannotBeSetForOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(DECLARED, Map.of(), Map.of(0, Map.of("size", "3"))))
                .withMessage("size is the same for all fields");
    }

    @Test
    void unknownNamesAndValuesNotAllowedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(DECLARED, Map.of("sice", "3"), Map.of()))
                .withMessage("no parameter named sice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(DECLARED, Map.of(), Map.of(0, Map.of("sice", "3"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(DECLARED, Map.of("size", "9.01"), Map.of()))
                .withMessage("size is 0 to 9 um, not '9.01'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(DECLARED, Map.of(), Map.of(0, Map.of("depth", "0"))));
    }

    @Test
    void requiredMeansInCommonOrInEachField() {
        assertThat(Settings.defaults(DECLARED).missing(1)).containsExactly("depth");
        assertThat(Settings.of(DECLARED, Map.of("depth", "20"), Map.of()).missing(3))
                .isEmpty();
        Settings two = Settings.of(DECLARED, Map.of(), Map.of(0, Map.of("depth", "10"), 1, Map.of("depth", "20")));
        assertThat(two.missing(2)).isEmpty();
        assertThat(two.missing(3)).containsExactly("depth");
        assertThat(two.missing(0)).containsExactly("depth");
    }

    @Test
    void theLookSeesOnlyWhatMattersToIt() {
        Settings look = Settings.of(DECLARED, Map.of("depth", "20", "dilution", "5"), Map.of())
                .only(Parameter.Use.LOOK);
        Settings summary = Settings.of(
                        DECLARED, Map.of("depth", "20", "dilution", "5"), Map.of(0, Map.of("depth", "9")))
                .only(Parameter.Use.SUMMARY);

        assertThat(look.texts()).containsOnlyKeys("size", "depth");
        assertThat(look.declared()).containsExactly(SIZE, DEPTH, ENDS);
        assertThat(look.find(DILUTION)).isEmpty();
        assertThat(summary.texts()).containsOnlyKeys("dilution");
        assertThat(summary.fieldTexts()).isEmpty();
    }

    @Test
    void equalValuesAreEqualSettingsHoweverTheyWereWritten() {
        Settings one = Settings.of(DECLARED, Map.of("depth", "20", "size", "2.0"), Map.of(0, Map.of()));
        Settings other = Settings.of(DECLARED, Map.of("depth", "2e1"), Map.of());

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("{depth=20, dilution=1, size=2}");
        assertThat(one).isNotEqualTo(Settings.of(DECLARED, Map.of("depth", "21"), Map.of()));
        assertThat(one).isNotEqualTo(Settings.of(DECLARED, Map.of("depth", "20"), Map.of(0, Map.of("depth", "20"))));
    }

    @Test
    void whatIsReadFromSettingsMakesTheSameSettingsAgain() {
        Settings settings =
                Settings.of(DECLARED, Map.of("size", "0.123456789012"), Map.of(2, Map.of("ends", "0.1,0.2 3,4")));
        Map<Integer, Map<String, String>> fields = new java.util.TreeMap<>(settings.fieldTexts());

        assertThat(Settings.of(DECLARED, settings.texts(), fields)).isEqualTo(settings);
    }
}
