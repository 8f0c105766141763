package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhantomsTest {
    static Iterable<String> kinds() {
        return Phantoms.kinds();
    }

    /** The kinds that are seen through a microscope. */
    static Iterable<String> microscopic() {
        return Phantoms.kinds().stream()
                .filter(kind -> kind.startsWith("sperm-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("microscopic")
    void oneSeedDrawsTheSameTwiceAndAnotherSeedDoesNot(String kind) {
        Phantom<Drawn> phantom =
                Phantoms.of(kind).with("umPerPixel", 0.48).with("width", 320).with("height", 240);
        Drawn first = phantom.seed(7).draw();
        Drawn again = phantom.seed(7).draw();
        Drawn other = phantom.seed(8).draw();

        assertThat(Pixels.sha256(again.frame())).isEqualTo(Pixels.sha256(first.frame()));
        assertThat(again.truth()).isEqualTo(first.truth());
        assertThat(Pixels.sha256(other.frame())).isNotEqualTo(Pixels.sha256(first.frame()));
        assertThat(other.truth().objects()).isNotEqualTo(first.truth().objects());
    }

    @ParameterizedTest
    @MethodSource("microscopic")
    void noiseLeavesTheCellsWhereTheyAre(String kind) {
        Phantom<Drawn> phantom =
                Phantoms.of(kind).with("umPerPixel", 0.48).with("width", 320).with("height", 240);

        Drawn quiet = phantom.with("snr", 20).draw();
        Drawn loud = phantom.with("snr", 3).draw();

        assertThat(loud.truth().objects()).isEqualTo(quiet.truth().objects());
        assertThat(Pixels.sha256(loud.frame())).isNotEqualTo(Pixels.sha256(quiet.frame()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everySettingAcceptsItsOwnStandardAndIsExplained(String kind) {
        Phantom<Drawn> phantom = Phantoms.of(kind);

        assertThat(phantom.settings()).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.checked(setting.standard())).isEqualTo(setting.standard());
            assertThat(setting.meaning()).isNotBlank();
            assertThat(phantom.with(setting.name(), setting.standard()).kind()).isEqualTo(kind);
        });
    }

    @Test
    void unknownKindListsTheKnown() {
        assertThatThrownBy(() -> Phantoms.of("sperm-song"))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("sperm-song")
                .hasMessageContaining("sperm-morphology");
    }

    @Test
    void unknownSettingListsTheKnown() {
        assertThatThrownBy(() -> Phantoms.draw("sperm-morphology", 1, Map.of("sharpness", "3")))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("sharpness")
                .hasMessageContaining("snr")
                .hasMessageContaining("lengthUm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            snr      | 0.5    | snr accepts 1 to 1000
            snr      | 1001   | snr accepts 1 to 1000
            snr      | NaN    | snr accepts 1 to 1000
            snr      | 0x10   | snr accepts 1 to 1000
            cells    | 2.5    | cells accepts whole numbers from 0 to 5000
            cells    | -1     | cells accepts whole numbers from 0 to 5000
            umPerPixel | 1e9  | umPerPixel accepts 0.02 to 2 um
            tail     | yes    | tail accepts true, false
            polarity | gray   | polarity accepts dark, bright
            preset   | horse  | preset accepts human-stained, ram
            """)
    void valueOutOfRangeNamesTheRange(String name, String value, String message) {
        assertThatThrownBy(() -> Phantoms.of("sperm-morphology").with(name, value))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void numbersAreTakenAtBothEndsOfTheRange() {
        Phantom<Drawn> phantom = Phantoms.of("sperm-morphology");

        assertThat(phantom.with("snr", 1).with("snr", 1000).with("cells", "1e2").kind())
                .isEqualTo("sperm-morphology");
        assertThatThrownBy(() -> phantom.with("snr", Double.POSITIVE_INFINITY)).isInstanceOf(BadSettingException.class);
    }
}
