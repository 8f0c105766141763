package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    @Test
    void tellsTheSurroundingsAndMeasuresWhatIsKnown() {
        Ran ran = Ran.command("doctor");

        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("Java", "JPEG", "PNG", "Self-test of sperm-vitality: right", "measured", "true");
        assertThat(ran.out()).contains("AVI", "Self-test of sperm-motility: right", "progressive");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void tellsPluginsThatWereNotTaken() {
        Ran ran = Ran.with(List.of(new Pretender(), new Pretender()), "doctor");

        assertThat(ran.out()).contains("not taken", "acme.pretender");
    }
}
