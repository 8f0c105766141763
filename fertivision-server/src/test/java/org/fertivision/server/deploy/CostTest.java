package org.fertivision.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/cost} with a measured time and prices that a test chose. */
class CostTest {
    @TempDir
    private Path dir;

    @BeforeEach
    void copy() throws Exception {
        for (String file : List.of("cost", "sizes.json", "variables.tfvars.json", "prices.json")) {
            Files.copy(DeployFolder.ours().path().resolve(file), dir.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(
                dir.resolve("capacity.json"),
                "{\"kind\": \"oocyte\", \"megapixels\": 1.00, \"cpuSeconds\": 0.700}\n"
                        + "{\"kind\": \"oocyte\", \"megapixels\": 4.00, \"cpuSeconds\": 2.100}\n");
    }

    private String cost(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = dir.resolve("cost").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    @Test
    void processorsComeFromTheLargestMeasuredTimeWithThirtyPercentFree() throws Exception {
        assertThat(cost("oocyte", "100", "1", "1"))
                .startsWith("0 100 analyses a minute of 2.1 CPU seconds: 5.00 processors, 3 workers of size small")
                .contains("images: 141 GiB after 1 days", "plan claim for this size, not ours: 30-60", "no prices");
    }

    @Test
    void moneyComesFromPricesThatHaveADate() throws Exception {
        Files.writeString(dir.resolve("prices.json"), """
                {
                  "dated": "2026-01-01",
                  "vcpu_second": 0.00001,
                  "gib_second": 0,
                  "database_month": 40,
                  "redis_month": 0,
                  "bucket_gib_month": 0
                }
                """);

        // 4 instances of 2 processors for 2,628,000 seconds at 0.00001, and 40
        assertThat(cost("oocyte", "100", "1", "1")).contains("250 a month by the prices of 2026-01-01");
    }

    @Test
    void whatWasNotMeasuredHasNoCost() throws Exception {
        assertThat(cost("kidney", "100")).isEqualTo("1 cost: capacity.json has no kidney\n");
    }
}
