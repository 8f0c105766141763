package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in the browser on ten real fields of one sample, which never enter the repository. */
class RealFieldsTest {
    private static final String PASSWORD = "a horse and a battery";
    private static final String FIELDS = "opencasa/vitality";
    private static final String ABSENT = "NOT CHECKED: the page on real fields; " + FIELDS
            + " of the real data is absent (set -Dfertivision.data=FOLDER).";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST_ACTIONS = 6;

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static Chromium chromium;
    private static Tab tab;
    private static List<Path> fields;
    private int actions;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> sample = sample();
        if (sample.isEmpty()) {
            System.err.println(ABSENT);
            Assumptions.abort(ABSENT);
        }
        try (Stream<Path> files = Files.list(sample.orElseThrow())) {
            fields = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .limit(10)
                    .toList();
        }
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        server.send(
                "POST",
                server.setupPath() + "/account",
                null,
                "{\"login\":\"anna\",\"name\":\"Anna Roth\",\"password\":\"" + PASSWORD + "\"}");
        chromium = Chromium.start();
        tab = chromium.tab();
        tab.screen(1440, 1000, false);
    }

    /** The folder of one sample: below the folder that is told, or beside the repository. */
    private static Optional<Path> sample() throws IOException {
        String told = System.getProperty("fertivision.data");
        Stream<Path> places = told != null
                ? Stream.of(Path.of(told))
                : Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                        .map(up -> up.resolve("shared").resolve("data"));
        Optional<Path> vitality = places.map(place -> place.resolve(FIELDS))
                .filter(Files::isDirectory)
                .findFirst();
        if (vitality.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> samples = Files.list(vitality.get())) {
            return samples.filter(Files::isDirectory).sorted().findFirst();
        }
    }

    @AfterAll
    static void stop() {
        if (tab != null) {
            tab.close();
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private void act(Runnable action) {
        actions++;
        action.run();
    }

    private static void said(int count) {
        tab.until("document.querySelectorAll('.said > li').length === " + count
                + " && !document.querySelector('.review[aria-busy]')");
    }

    @Test
    void aSampleIsMeasuredCorrectedSignedAndFoundAgain() throws Exception {
        long opened = System.nanoTime();
        tab.go(server.uri("/").toString());
        tab.appears("[name=login]");
        act(() -> tab.write("[name=login]", "anna"));
        act(() -> tab.write("[name=password]", PASSWORD));
        act(() -> tab.click("button.main"));
        tab.appears("#kind option[value=sperm-vitality]");
        act(() -> tab.drop(".dropper", fields));
        tab.until("document.querySelectorAll('.thumbs li').length === 10");
        act(() -> tab.choose("#kind", "sperm-vitality"));
        act(() -> tab.click("#measure"));
        tab.until("document.querySelector('.summary table') && document.querySelector('.stage canvas')?.dataset.seen");
        Duration took = Duration.ofNanos(System.nanoTime() - opened);
        System.err.printf(
                Locale.ROOT, "first analysis of 10 real fields: %d actions, %.1f s%n", actions, took.toMillis() / 1e3);
        assertThat(actions).isLessThanOrEqualTo(MOST_ACTIONS);
        assertThat(took).isLessThan(LONGEST);

        String id = String.valueOf(tab.eval("location.hash")).substring("#analysis/".length());
        String before = String.valueOf(tab.eval("fetch('/v1/analyses/" + id + "/report.json').then(a => a.text())"));
        tab.until("document.querySelector('#review-state').textContent === 'unsigned'");
        List<?> counted = (List<?>) tab.eval("[...document.querySelectorAll('.objects option')]"
                + ".filter(one => !one.textContent.includes('excluded')).slice(0, 3).map(one => one.value)");
        for (int word = 1; word <= 3; word++) {
            tab.choose(".objects", String.valueOf(counted.get(word - 1)));
            tab.choose("#exclude", word == 1 ? "debris" : "overlap");
            said(word);
        }
        tab.click("#review-sign");
        tab.click("dialog button.main");
        tab.until("document.querySelector('#review-state').textContent === 'signed'");
        assertThat(tab.eval(
                        "fetch(document.querySelector('#file-pdf').href).then(a => a.text()).then(t => t.slice(0, 4))"))
                .isEqualTo("%PDF");
        assertThat(tab.eval("fetch('/v1/analyses/" + id + "/report.json').then(a => a.text())"))
                .isEqualTo(before);
        assertThat(String.valueOf(
                        tab.eval("fetch('/v1/analyses/" + id + "/report.json?version=4').then(a => a.text())")))
                .contains("\"uncorrected\"");

        tab.click("nav a[href='#history']");
        tab.write("#search", id);
        tab.click(".filter button");
        tab.until("document.querySelector('#review-state')?.textContent === 'signed'");
        tab.click("#sign-out");
        tab.appears("[name=clinic]");
        assertThat(tab.eval("fetch('/v1/analyses').then(a => a.status)")).isEqualTo(401);
        assertThat(tab.complaints()).isEmpty();
    }
}
