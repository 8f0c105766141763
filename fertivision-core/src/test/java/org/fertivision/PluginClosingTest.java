package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
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

    @Test
    void oneThatFailsKeepsNoOtherOpen() {
        Holding first = new Holding("acme.first", true);
        Holding second = new Holding("acme.second", false);
        Holding third = new Holding("acme.third", true);
        FertiVision engine = FertiVision.create(EngineConfig.builder()
                .plugin(first)
                .plugin(second)
                .plugin(third)
                .build());

        assertThatThrownBy(engine::close)
                .hasMessageContaining("acme.first")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessageContaining("acme.third")));

        assertThat(List.of(first.closings, second.closings, third.closings)).containsExactly(1, 1, 1);
    }

    private static final class Holding implements Scorer, AutoCloseable {
        private final String id;
        private final boolean fails;
        private int closings;

        Holding(boolean fails) {
            this("acme.holding", fails);
        }

        Holding(String id, boolean fails) {
            this.id = id;
            this.fails = fails;
        }

        @Override
        public Descriptor descriptor() {
            return Descriptor.scorer(id, "1.0.0")
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
