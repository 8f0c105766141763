package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is done without a mouse; only the file dialog of the system is opened by nobody. */
class KeyboardTest {
    @TempDir
    private static Path data;

    private static PageVisit visit;
    private static Tab tab;

    @BeforeAll
    static void start() throws Exception {
        visit = PageVisit.of(data, "ida", "Ida");
        tab = visit.tab();
        tab.screen(1200, 900, false);
        Phantoms.draw("sperm-vitality", 3, Map.of("width", "480", "height", "360", "cells", "12"))
                .writePng(data.resolve("field.png"));
    }

    @AfterAll
    static void stop() {
        visit.close();
    }

    @Test
    void aResultIsCorrectedAndSignedByKeysAlone() {
        tab.go(visit.server().uri("/").toString());
        tab.until("document.activeElement.name === 'login'");
        tab.type("ida");
        tab.key("Tab");
        tab.type(PageVisit.PASSWORD);
        tab.key("Enter");

        tab.appears("#kind option");
        tab.files("#images", List.of(data.resolve("field.png")));
        PageVisit.reach(tab, "#kind");
        tab.type("Sperm v");
        tab.until("document.querySelector('#kind').value === 'sperm-vitality'");
        PageVisit.reach(tab, "#measure");
        tab.key("Enter");

        tab.until("document.querySelector('#review-accept')");
        PageVisit.reach(tab, ".stage canvas");
        tab.key("n");
        tab.key("n");
        tab.key("x");
        PageVisit.said(tab, 1);
        assertThat(tab.text(".objects")).contains("excluded: other");
        tab.key("u");
        PageVisit.said(tab, 2);
        tab.key("d");
        for (String move : List.of("ArrowRight", "ArrowDown", "ArrowLeft")) {
            tab.key("Enter");
            for (int i = 0; i < 5; i++) {
                tab.key(move);
            }
        }
        tab.key("f");
        PageVisit.said(tab, 3);
        assertThat(tab.text(".said")).contains("outline drawn");

        PageVisit.reach(tab, "#review-sign");
        tab.key("Enter");
        PageVisit.reach(tab, "dialog button.main");
        tab.key("Enter");
        tab.until("document.querySelector('#review-state').textContent === 'signed'");

        tab.go(visit.server().uri("/?again#history").toString());
        PageVisit.reach(tab, "#sign-out");
        tab.key("Enter");
        tab.appears("[name=clinic]");
        assertThat(tab.complaints()).isEmpty();
    }
}
