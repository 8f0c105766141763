package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real Chromium, the whole way of a working day. With {@code -Dfertivision.screenshots=FOLDER} every view is kept
 * as a picture; with {@code -Dfertivision.axe=AXE.MIN.JS} every view is looked at by axe-core, too.
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
        tab.until("[...document.querySelectorAll('.stage canvas, .sheet canvas')].every(one => one.dataset.seen)"
                + " && [...document.images].every(one => one.complete || one.loading === 'lazy')");
        String folder = System.getProperty("fertivision.screenshots");
        if (folder != null) {
            tab.eval("new Promise(done => setTimeout(done, 1500))");
            tab.screenshot(Path.of(folder, name + ".jpg"));
        }
        PageVisit.looked(tab, name);
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
        onAPhone("new");
        tab.click("#measure");
        tab.appears(".summary table");
        tab.until("document.querySelector('#review-state').textContent === 'unsigned'");
        seen("result");
        onAPhone("result");

        tab.click("[aria-label='Fields beside one another']");
        tab.until("document.querySelectorAll('.sheet canvas').length === 10");
        tab.eval("document.querySelector('.sheet').scrollIntoView()");
        seen("fields");
        tab.click("[aria-label='Fields beside one another']");
        correctThree();
        amendSlowly();
        tab.click("#review-accept");
        state("accepted, unsigned");
        tab.click("#review-sign");
        seen("sign");
        tab.click("dialog button.main");
        state("signed");
        seen("signed");
        assertThat(tab.eval(
                        "fetch(document.querySelector('#file-pdf').href).then(a => a.text()).then(t => t.slice(0, 4))"))
                .isEqualTo("%PDF");

        findAgain();
        watchAFilm();
        controlQuality();
        tab.click("#sign-out");
        tab.appears("[name=clinic]");
        seen("sign-in");
        assertThat(tab.eval("fetch('/v1/analyses').then(a => a.status)")).isEqualTo(401);
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests())
                .allSatisfy(address -> assertThat(address)
                        .matches(a -> a.startsWith(server.uri("/").toString()) || a.startsWith("blob:")));
    }

    /** On a phone, in the dark, nothing stands over the edge. */
    private static void onAPhone(String name) throws IOException {
        tab.screen(360, 740, true);
        tab.eval("new Promise(done => setTimeout(done, 100)).then(() => window.scrollTo(0, 0))");
        assertThat(((Number) tab.eval("document.documentElement.scrollWidth")).intValue())
                .as(name)
                .isLessThanOrEqualTo(360);
        seen(name + "-phone");
        tab.screen(1440, 1000, false);
    }

    private static void said(int count) {
        tab.until("document.querySelectorAll('.said li').length === " + count
                + " && !document.querySelector('.review[aria-busy]')");
    }

    private static void state(String words) {
        tab.until("document.querySelector('#review-state').textContent === " + Tab.quoted(words));
    }

    /** A person confirms the next act while the result of the last one is still on its way. */
    private static void amendSlowly() {
        tab.eval("window.fetch = (now => async (...what) => { if (String(what[0]).includes('report.json?version='))"
                + " await new Promise(done => setTimeout(done, 2000)); return now(...what) })(window.fetch); true");
    }

    /** One left out, one called otherwise, one drawn; each is seen among what was said before the next. */
    private static void correctThree() throws IOException {
        Object cells = tab.eval("document.querySelector('.summary td.figure').textContent");
        tab.choose(".objects", "2");
        tab.choose("#exclude", "debris");
        said(1);
        assertThat(tab.text(".objects")).contains("2 · excluded: debris");
        tab.choose(".objects", "3");
        tab.until("document.querySelector('#relabel')");
        tab.eval("(() => { const e = document.querySelector('#relabel'); e.value = e.options[1].value;"
                + " e.dispatchEvent(new Event('change')) })()");
        said(2);
        seen("object");
        tab.click("[aria-label='Whole field']");
        tab.click("#review-draw");
        List<?> box = (List<?>) tab.eval("(() => { const e = document.querySelector('.stage canvas');"
                + " e.scrollIntoView({ block: 'center' }); const b = e.getBoundingClientRect();"
                + " return [b.x + b.width / 2, b.y + b.height / 2] })()");
        double x = ((Number) box.get(0)).doubleValue();
        double y = ((Number) box.get(1)).doubleValue();
        tab.clickAt(x - 15, y - 15);
        tab.clickAt(x + 15, y - 15);
        tab.clickAt(x + 15, y + 15);
        seen("drawing");
        tab.clickAt(x - 15, y - 15);
        said(3);
        tab.choose(".objects", "40");
        tab.choose("#relabel", "live");
        said(4);
        assertThat(tab.eval("document.querySelector('.summary td.before').textContent"))
                .isEqualTo(cells);
        seen("corrected");
    }

    /** A film is looked at frame by frame. */
    private static void watchAFilm() throws IOException {
        Path film = data.resolve("film.avi");
        Films.of("sperm-motility")
                .seed(5)
                .with("width", "320")
                .with("height", "240")
                .with("cells", "8")
                .with("frames", "40")
                .draw()
                .write(film);
        tab.click("nav a[href='#new']");
        tab.appears("#kind option");
        tab.drop(".dropper", List.of(film));
        tab.until("document.querySelectorAll('.thumbs li').length === 1");
        tab.choose("#kind", "sperm-motility");
        tab.write("#scale", "0.481");
        tab.click("#measure");
        tab.appears(".frames input");
        tab.eval("(() => { const own = Image; window.made = [];"
                + " window.Image = function() { const one = new own(); made.push(one); return one } })()");
        for (int frame : new int[] {25, 3, 25, 4}) {
            tab.eval("(() => { const e = document.querySelector('.frames input'); e.value = " + frame + ";"
                    + " e.dispatchEvent(new Event('input')) })()");
            assertThat(tab.text(".frames output")).isEqualTo("Frame " + (frame + 1) + " of 40");
            tab.until("performance.getEntriesByType('resource').some(one => one.name.endsWith('/frame/" + frame
                    + ".jpg'))");
        }
        assertThat(tab.eval("String(made.filter(one => one.src.endsWith('/frame/25.jpg')).length)"))
                .isEqualTo("1");
        tab.until("performance.getEntriesByType('resource').some(one => one.name.endsWith('/report.tracks.csv'))");
        assertThat(tab.eval("fetch(location.hash.replace('#analysis', '/v1/analyses') + '/report.tracks.csv')"
                        + ".then(a => a.text()).then(t => t.split('\\n')[0])"))
                .isEqualTo("field,track,frame,timeS,xPx,yPx");
        seen("film");
    }

    private static void controlQuality() throws IOException {
        tab.click("nav a[href='#quality']");
        tab.write("#first", "210");
        tab.write("#second", "250");
        tab.click("#repeats form button");
        tab.until("document.querySelector('#agree').textContent");
        assertThat(tab.text("#agree")).isEqualTo("They agree: the difference 40 is within 42.");
        tab.write("#second", "253");
        tab.click("#repeats form button");
        tab.until("document.querySelector('#agree').textContent.startsWith('They differ: 43')");
        tab.write("#cells", "200");
        tab.write("#first", "50");
        tab.write("#second", "60");
        tab.click("#repeats form button");
        tab.until("document.querySelector('#agree').textContent.includes('9.75')");
        assertThat(tab.eval("import('/page/quality.js').then(q => JSON.stringify(q.judged([10, 11, 9, 10, 11, 9,"
                        + " 10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 10, 13, 12.2,"
                        + " 12.2]).rules.slice(19)))"))
                .isEqualTo("[[],[\"1-3s\"],[\"2-2s\"],[\"2-2s\"]]");
        tab.write("#control", "R 4711");
        tab.choose("#control-kind", "sperm-vitality");
        tab.click("section:first-of-type form button");
        tab.until("document.querySelector('#levey-jennings p')");
        assertThat(tab.text("#levey-jennings")).contains("Only 1 runs so far");
        runControls();
        tab.click("section:first-of-type form button");
        tab.until("document.querySelectorAll('#levey-jennings circle').length === 9");
        tab.choose("#control-measure", "live");
        assertThat(tab.text("#levey-jennings")).contains("of the first 9 runs.");
        seen("quality");
        onAPhone("quality");
    }

    /** Eight more runs of the same number, by the page's own routes. */
    private static void runControls() throws IOException {
        for (int run = 0; run < 8; run++) {
            String picture =
                    Base64.getEncoder().encodeToString(Files.readAllBytes(field(20 + run, 320, 240, 13 + 2 * run)));
            Object status = tab.eval("(async () => { const { change, send } = await import('/page/api.js'); const"
                    + " subject = await change('POST', '/v1/subjects/lookup', { externalId: 'R 4711' }); const body = new"
                    + " FormData(); body.append('request', JSON.stringify({ kind: 'sperm-vitality', umPerPixel: 0.481,"
                    + " subjectId: subject.id })); body.append('image', new Blob([Uint8Array.from(atob('"
                    + picture + "'), c => c.charCodeAt(0))])); return (await send('POST', '/v1/analyses',"
                    + " { body, headers: { Prefer: 'wait=25' } })).status })()");
            assertThat(status).isEqualTo(201);
        }
    }

    private static void findAgain() throws IOException {
        tab.click("nav a[href='#history']");
        tab.appears(".list tbody tr");
        tab.write("#search", "R 9999");
        tab.click(".filter button");
        tab.until("document.querySelectorAll('.list tbody tr').length === 0");
        tab.write("#search", "R 4711");
        tab.click(".filter button");
        tab.until("document.querySelectorAll('.list tbody tr').length === 1");
        seen("history");
        onAPhone("history");
        assertThat(tab.text(".list tbody tr")).contains("Sperm vitality", "measured", "signed");
        tab.click(".list tbody a");
        state("signed");
        tab.click("nav a[href='#admin']");
        tab.until("document.querySelector('main p.good')");
        seen("administration");
        tab.eval("document.querySelectorAll('details')[1].open = true");
        tab.write("[name=token]", "analyzer 7");
        tab.click("section:nth-of-type(2) form button");
        tab.appears("#made");
        assertThat(String.valueOf(tab.eval("document.querySelector('#made').value")))
                .startsWith("fvt_");
        tab.click("dialog button.main");
        tab.until("document.querySelector('main').innerText.includes('analyzer 7')");
        onAPhone("administration");
        assertThat(tab.text("main")).contains("Dr. Anna Roth", "review sign 6", "The trail is whole");
    }
}
