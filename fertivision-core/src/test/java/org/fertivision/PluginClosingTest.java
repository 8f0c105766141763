package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/** Plug-ins that their owner built and that hold something end with the engine. */
class PluginClosingTest {
    @Test
    void aPluginThatHoldsSomethingIsClosedWithTheEngine() {
        Holding holding = new Holding(false);
        FertiVision engine =
                FertiVision.create(EngineConfig.builder().plugin(holding).build());
        assertThat(holding.closings).isZero();

        engine.close();

        assertThat(holding.closings).isEqualTo(1);
    }

    @Test
    void aFailureToCloseIsLaidAtThePluginsDoor() {
        FertiVision engine = FertiVision.create(
                EngineConfig.builder().plugin(new Holding(true)).build());

        assertThatThrownBy(engine::close)
                .isInstanceOf(PluginFailedException.class)
                .hasMessageContaining("acme.holding")
                .hasRootCauseInstanceOf(IOException.class);
    }

    private static final class Holding implements Scorer, AutoCloseable {
        private final boolean fails;
        private int closings;

        Holding(boolean fails) {
            this.fails = fails;
        }

        @Override
        public Descriptor descriptor() {
            return Descriptor.scorer("acme.holding", "1.0.0")
                    .scores("sperm-count")
                    .title("Holds something")
                    .source("none")
                    .build();
        }

        @Override
        public Score score(Findings findings, Settings settings, Work work) {
            return Score.notScored("nothing to say");
        }

        @Override
        public void close() throws IOException {
            closings++;
            if (fails) {
                throw new IOException("held on");
            }
        }
    }
}
