package org.fertivision.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path dir;

    @Test
    void theCommandLineGoesBeforeTheEnvironmentBeforeTheFileBeforeTheDefault() throws IOException {
        Path file = Files.writeString(
                dir.resolve("server.conf"),
                "# ours\n\nPORT=1\nFERTIVISION_HOST = 0.0.0.0\nFERTIVISION_IDLE_SECONDS=30\n");
        Settings settings = Settings.read(
                List.of("--port", "3", "--config=" + file),
                Map.of("PORT", "2", "FERTIVISION_HOST", "::1", "PATH", "/bin", "FERTIVISION_PLUGINS", " "));

        assertThat(settings.number(Setting.PORT)).isEqualTo(3);
        assertThat(settings.text(Setting.HOST)).contains("::1");
        assertThat(settings.number(Setting.IDLE_SECONDS)).isEqualTo(30);
        assertThat(settings.number(Setting.HEAD_SECONDS)).isEqualTo(10);
        assertThat(settings.text(Setting.PLUGINS)).isEmpty();
    }

    @Test
    void withoutAWordItIsHeardOnThisMachineOnly() {
        assertThat(Settings.read(List.of(), Map.of()).text(Setting.HOST)).contains("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "80a", "", " 80", "٣", "99999999999"})
    void aPortIsANumberInItsRange(String port) {
        assertThatThrownBy(() -> Settings.read(List.of("--port", port), Map.of()))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("PORT is a whole number from 0 to 65535");
    }

    @Test
    void whatIsUnknownOrTwiceOrHalfIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("a"), "PORT=1\nPROT=1\n");
        Path twice = Files.writeString(dir.resolve("b"), "PORT=1\nPORT=2\n");
        Path half = Files.writeString(dir.resolve("c"), "PORT\n");

        refused("there is no option '--prot'", "--prot", "1");
        refused("--port needs a value", "--port");
        refused("--port is given twice", "--port", "1", "--port", "2");
        refused("a, line 2: there is no setting of that name", "--config", file.toString());
        refused("b, line 2: PORT is there twice", "--config", twice.toString());
        refused("c, line 1: PORT has no value", "--config", half.toString());
        refused("cannot be read", "--config", dir.resolve("none").toString());
    }

    private static void refused(String sentence, String... arguments) {
        assertThatThrownBy(() -> Settings.read(List.of(arguments), Map.of()))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theUsualValueOfEachNumberIsInItsRange() {
        for (Setting setting : Setting.values()) {
            if (setting.form() == Setting.Form.NUMBER && !setting.usual().isEmpty()) {
                assertThat(Integer.parseInt(setting.usual())).isBetween(setting.lowest(), setting.highest());
            }
        }
    }

    @Test
    void allValuesCanBeShown() {
        assertThat(Settings.read(List.of("--port", "81"), Map.of()).toString())
                .contains("PORT=81\n", "FERTIVISION_HOST=127.0.0.1\n")
                .hasLineCount(Arrays.asList(Setting.values()).size());
    }
}
