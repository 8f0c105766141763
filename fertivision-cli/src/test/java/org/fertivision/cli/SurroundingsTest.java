package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    @Test
    void areWhatTheLauncherSays() {
        Surroundings both =
                Surroundings.told(Map.of("fertivision.home", "/opt/f", "fertivision.terminal", "both")::get);
        Surroundings talk = Surroundings.told(Map.of("fertivision.terminal", "talk")::get);
        Surroundings silent = Surroundings.told(name -> null);

        assertThat(both.home()).isEqualTo(Path.of("/opt/f"));
        assertThat(both.mayColor() && both.mayMove()).isTrue();
        assertThat(talk.mayMove()).isTrue();
        assertThat(talk.mayColor()).isFalse();
        assertThat(silent.home()).isNull();
        assertThat(silent.mayMove()).isFalse();
        assertThat(silent.plugins()).isEmpty();
    }
}
