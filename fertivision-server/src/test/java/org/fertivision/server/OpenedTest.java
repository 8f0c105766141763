package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
    @Test
    void theLastIsEndedFirstAndWhatGoesWrongKeepsNoneOpen() {
        List<String> ended = new ArrayList<>();
        RuntimeException trouble = new IllegalStateException("the second does not end");
        Opened opened = new Opened();
        opened.add(() -> ended.add("first"));
        opened.add(() -> {
            throw trouble;
        });
        opened.add(() -> ended.add("third"));
        Error why = new AssertionError("the start failed");

        opened.end(why);

        assertThat(ended).containsExactly("third", "first");
        assertThat(why.getSuppressed()).containsExactly(trouble);
    }
}
