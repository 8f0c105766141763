package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is done without a mouse; only the file dialog of the system is opened by nobody. */
class KeyboardTest {
    private static final String PASSWORD = "a horse and a battery";
    private static final int MOST_TABS = 120;

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static Chromium chromium;
    private static Tab tab;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        server.send(
                "POST",
                server.setupPath() + "/account",
                null,
                "{\"login\":\"ida\",\"name\":\"Ida\",\"password\":\"" + PASSWORD + "\"}");
        Phantoms.draw("sperm-vitality", 3, Map.of("width", "480", "height", "360", "cells", "12"))
                .writePng(data.resolve("field.png"));
        chromium = Chromium.start();
        tab = chromium.tab();
        tab.screen(1200, 900, false);
    }

    @AfterAll
    static void stop() {
        if (tab != null) {
            tab.close();
            chromium.close();
        }
        server.close();
    }

    /** Goes on with Tab until the element has the focus. */
    private static void reach(String selector) {
        tab.appears(selector);
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(tab.eval("document.activeElement.matches(" + Tab.quoted(selector) + ")"))) {
                return;
            }
            tab.key("Tab");
        }
        throw new AssertionError("the keyboard does not get to " + selector);
    }

    private static void said(int count) {
        tab.until("document.querySelectorAll('.said li').length === " + count
                + " && !document.querySelector('.review[aria-busy]')");
    }

    @Test
    void aResultIsCorrectedAndSignedByKeysAlone() {
        tab.go(server.uri("/").toString());
        tab.until("document.activeElement.name === 'login'");
        tab.type("ida");
        tab.key("Tab");
        tab.type(PASSWORD);
        tab.key("Enter");

        tab.appears("#kind option");
        tab.files("#images", List.of(data.resolve("field.png")));
        reach("#kind");
        tab.type("Sperm v");
        tab.until("document.querySelector('#kind').value === 'sperm-vitality'");
        reach("#measure");
        tab.key("Enter");

        tab.until("document.querySelector('#review-accept')");
        reach(".stage canvas");
        tab.key("n");
        tab.key("n");
        tab.key("x");
        said(1);
        assertThat(tab.text(".objects")).contains("excluded: other");
        tab.key("u");
        said(2);
        tab.key("d");
        for (String move : List.of("ArrowRight", "ArrowDown", "ArrowLeft")) {
            tab.key("Enter");
            for (int i = 0; i < 5; i++) {
                tab.key(move);
            }
        }
        tab.key("f");
        said(3);
        assertThat(tab.text(".said")).contains("outline drawn");

        reach("#review-sign");
        tab.key("Enter");
        reach("dialog button.main");
        tab.key("Enter");
        tab.until("document.querySelector('#review-state').textContent === 'signed'");

        tab.go(server.uri("/?again#history").toString());
        reach("#sign-out");
        tab.key("Enter");
        tab.appears("[name=clinic]");
        assertThat(tab.complaints()).isEmpty();
    }
}
