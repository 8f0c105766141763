package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real Chromium, the whole way of a working day. With {@code -Dfertivision.screenshots=FOLDER} every view is kept
 * as a picture.
 */
class PageTest {
    private static final String PASSWORD = "a horse and a battery";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static Chromium chromium;
    private static Tab tab;
    private static final List<Path> FIELDS = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        for (int i = 0; i < 10; i++) {
            FIELDS.add(field(i, 800, 600, 40));
        }
        chromium = Chromium.start();
        tab = chromium.tab();
        tab.screen(1440, 1000, false);
    }

    @AfterAll
    static void stop() {
        if (tab != null) {
            tab.close();
            chromium.close();
        }
        server.close();
    }

    private static Path field(int seed, int width, int height, int cells) throws IOException {
        Path file = data.resolve("field-" + seed + ".png");
        Map<String, String> size = Map.of("width", "" + width, "height", "" + height, "cells", "" + cells);
        Phantoms.draw("sperm-vitality", seed, size).writePng(file);
        return file;
    }

    private static void seen(String name) throws IOException {
        String folder = System.getProperty("fertivision.screenshots");
        if (folder != null) {
            tab.eval("new Promise(done => setTimeout(done, 400))");
            tab.screenshot(Path.of(folder, name + ".png"));
        }
    }

    @Test
    void aWorkingDay() throws Exception {
        tab.go(server.uri("/#setup/" + server.setupPath().substring("/setup/".length()))
                .toString());
        tab.write("[name=name]", "Dr. Anna Roth");
        tab.write("[name=login]", "anna");
        tab.write("[name=password]", PASSWORD);
        seen("set-up");
        tab.click("button.main");

        tab.appears("#kind option");
        tab.drop(".dropper", FIELDS);
        tab.until("document.querySelectorAll('.thumbs li').length === 10");
        tab.choose("#kind", "sperm-vitality");
        tab.write("#scale", "0,481");
        tab.write("#patient", "R 4711");
        tab.write("#sample", "morning");
        seen("new");
        tab.click("#measure");
        tab.appears(".summary table");
        seen("result");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests())
                .allSatisfy(address -> assertThat(address)
                        .matches(a -> a.startsWith(server.uri("/").toString())
                                || a.startsWith("blob:")
                                || a.startsWith("about:")));
    }
}
