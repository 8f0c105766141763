package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HeldFormsTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Supplier<byte[]> making = () -> new byte[] {(byte) made.incrementAndGet()};
    private final UUID analysis = UUID.randomUUID();

    @Test
    void aFormIsMadeOnce() {
        HeldForms forms = new HeldForms(100);

        byte[] first = forms.of(analysis, "html", making);
        first[0] = 9;

        assertThat(forms.of(analysis, "html", making)).containsExactly(1);
        assertThat(made).hasValue(1);
    }

    @Test
    void otherFormsAndOtherAnalysesAreOther() {
        HeldForms forms = new HeldForms(100);
        forms.of(analysis, "html", making);

        assertThat(forms.of(analysis, "pdf", making)).containsExactly(2);
        assertThat(forms.of(UUID.randomUUID(), "html", making)).containsExactly(3);
    }

    @Test
    void whatFailedIsMadeAgain() {
        HeldForms forms = new HeldForms(100);
        try {
            forms.of(analysis, "html", () -> {
                throw new IllegalStateException("as asked by the test");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("as asked by the test");
        }

        assertThat(forms.of(analysis, "html", making)).containsExactly(1);
    }
}
