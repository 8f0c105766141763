package org.fertivision.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {
    @Property
    void whatIsWrittenIsReadBack(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);

        assertThat(PublicId.of("ana", PublicId.text("ana", id))).contains(id);
        assertThat(PublicId.of("job", PublicId.text("ana", id))).isEmpty();
    }

    @Test
    void laterIdsAreLarger() {
        UUID early = PublicId.fresh(Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC));
        UUID late = PublicId.fresh(Clock.fixed(Instant.ofEpochMilli(1_001), ZoneOffset.UTC));

        assertThat(early.version()).isEqualTo(7);
        assertThat(early.variant()).isEqualTo(2);
        assertThat(PublicId.text("a", early)).isLessThan(PublicId.text("a", late));
        assertThat(PublicId.fresh(Clock.systemUTC())).isNotEqualTo(PublicId.fresh(Clock.systemUTC()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "undefined",
                "null",
                "[object Object]",
                "ana_",
                "ana_zzzzzzzzzzzzzzzzzzzzzzzzzz",
                "ana_0000000000000000000000000",
                "ana_0000000000000000000000000I",
                "ana-00000000000000000000000000"
            })
    void whatIsNoneIsNone(String text) {
        assertThat(PublicId.of("ana", text)).isEmpty();
    }
}
