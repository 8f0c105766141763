package org.fertivision.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void theTraceIsHeard() {
        assertThat(TraceParent.trace(Optional.of("00-" + TRACE + "-b7ad6b7169203331-01")))
                .contains(TRACE);
        assertThat(TraceParent.trace(Optional.of("cc-" + TRACE + "-b7ad6b7169203331-01-what-comes")))
                .contains(TRACE);
        assertThat(TraceParent.trace(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01x"
            })
    void whatIsNoTraceIsNotHeard(String sent) {
        assertThat(TraceParent.trace(Optional.of(sent))).isEmpty();
    }
}
