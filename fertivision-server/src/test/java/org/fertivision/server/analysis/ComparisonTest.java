package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fertivision.report.ParsedReport;
import org.fertivision.server.http.ProblemException;
import org.junit.jupiter.api.Test;

/** Reports are read one after the other, and only those that are needed. */
class ComparisonTest {
    private final List<String> read = new ArrayList<>();

    private Supplier<ParsedReport> report(String name) {
        return () -> {
            read.add(name);
            throw new IllegalStateException(name);
        };
    }

    @Test
    void nothingIsReadBeforeItsTurn() {
        Comparison comparison = new Comparison();
        for (int i = 0; i < 3; i++) {
            comparison.add("a" + i, new Comparison.Both(report("measured"), report("first " + i), report("second")));
        }
        assertThat(read).isEmpty();
        assertThatThrownBy(() -> comparison.measure("live")).hasMessage("first 0");
        assertThat(read).containsExactly("first 0");
    }

    @Test
    void tooFewAreAConflict() {
        assertThatThrownBy(() -> new Comparison().measure("live"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("conflict");
    }
}
