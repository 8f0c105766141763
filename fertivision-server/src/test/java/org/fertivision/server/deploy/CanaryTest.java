package org.fertivision.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/canary} with hands that write down the shares it gives and tell numbers that a test chose. */
class CanaryTest {
    @TempDir
    private Path dir;

    private String run(String old, String fresh) throws Exception {
        Path shares = dir.resolve("shares");
        Path hands = Files.writeString(dir.resolve("hands"), """
                share() { printf '%%s ' "$1" >>'%s'; }
                numbers() { printf '%s\\n%s\\n'; }
                """.formatted(shares, old, fresh));
        ProcessBuilder builder =
                new ProcessBuilder(DeployFolder.ours().path().resolve("canary").toString(), "here");
        builder.environment().put("CANARY_HANDS", hands.toString());
        builder.environment().put("CANARY_SECONDS", "0");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + Files.readString(shares).strip()
                + said.lines()
                        .filter(line -> line.startsWith("taken back"))
                        .map(line -> "; " + line)
                        .findFirst()
                        .orElse("");
    }

    @Test
    void aGoodRevisionGetsAllInSteps() throws Exception {
        assertThat(run("1000 2 90", "1000 10 180")).isEqualTo("0: 0 5 30 100");
    }

    @Test
    void oneOfWhichMoreThanAHundredthFailsIsTakenBackAtOnce() throws Exception {
        assertThat(run("1000 2 90", "1000 11 90"))
                .isEqualTo("1: 0 5 0; taken back: 11 of 1000 requests failed, more than 1 %");
    }

    @Test
    void oneThatIsMoreThanTwiceAsSlowIsTakenBackAtOnce() throws Exception {
        assertThat(run("1000 0 90", "1000 0 181"))
                .isEqualTo("1: 0 5 0; taken back: p95 of 181 ms is more than 2 times 90 ms");
    }

    @Test
    void ofFewRequestsNothingIsConcluded() throws Exception {
        assertThat(run("1000 0 90", "99 50 900")).isEqualTo("0: 0 5 30 100");
    }
}
