package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that does not come is asked for again by itself, and where it never comes a person is told and may ask. */
class LostPicturesTest {
    private static final String MESSAGE = "!document.querySelector('#pictures-again').closest('[hidden]')";
    private static final String SEEN = "document.querySelector('.stage canvas').dataset.seen === 'whole'";

    @TempDir
    private static Path data;

    private static PageVisit visit;
    private static Tab tab;

    @BeforeAll
    static void start() throws Exception {
        visit = PageVisit.of(data, "anna", "Anna Roth").signedIn();
        tab = visit.tab();
    }

    @AfterAll
    static void stop() {
        visit.close();
    }

    private static void block(String... addresses) {
        tab.call("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    @BeforeEach
    void aResultWithoutItsPicture() throws Exception {
        Path field = data.resolve("field.png");
        Phantoms.draw("sperm-vitality", 3, Map.of("width", "320", "height", "240", "cells", "8"))
                .writePng(field);
        block("*/preview.jpg");
        visit.choose("sperm-vitality", List.of(field));
        tab.click("#measure");
        tab.until("document.querySelector('#review-accept')");
        assertThat(tab.eval(SEEN)).isEqualTo(false);
    }

    @Test
    void whatComesLateIsSeenByItself() {
        block();
        tab.until(SEEN);
        assertThat(tab.eval(MESSAGE)).isEqualTo(false);
    }

    @Test
    void whatNeverComesIsSaidAndMayBeAskedFor() {
        tab.until(MESSAGE);
        block();
        tab.click("#pictures-again");
        tab.until(SEEN);
        assertThat(tab.eval(MESSAGE)).isEqualTo(false);
    }
}
