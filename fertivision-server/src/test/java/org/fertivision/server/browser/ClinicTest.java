package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a clinic does besides measuring: two people at two screens, each signed in under an address of his own, are told of
 * one another and compared; points of outlines are moved; it is seen and set what is kept.
 */
class ClinicTest {
    private static final int PICTURES = 3;

    @TempDir
    private static Path data;

    private static PageVisit visit;
    private static Tab anna;
    private static Tab bert;

    @BeforeAll
    static void start() throws Exception {
        visit = PageVisit.of(data, "anna", "Anna Roth").signedIn();
        anna = visit.tab();
        bert = visit.chromium().tab();
        bert.screen(1440, 1000, false);
        anna.eval("import('/page/api.js').then(api => api.change('POST', '/v1/admin/accounts', { name: 'Bert Blau',"
                + " login: 'bert', password: '" + PageVisit.PASSWORD + "', scopes: api.who().scopes }))");
        PageVisit.signIn(bert, visit.server().uri("/").toString().replace("127.0.0.1", "localhost"), "bert");
    }

    @AfterAll
    static void stop() {
        if (bert != null) {
            bert.close();
        }
        visit.close();
    }

    /** Hands a picture in by the page's own route. */
    private static String measured(Tab tab, Path picture) throws IOException {
        String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
        return String.valueOf(tab.eval("(async () => { const { send } = await import('/page/api.js');"
                + " const body = new FormData(); body.append('request', JSON.stringify({ kind: 'sperm-vitality',"
                + " umPerPixel: 0.481, microscope: 'Axio 40x' })); body.append('image',"
                + " new Blob([Uint8Array.from(atob('" + bytes + "'), c => c.charCodeAt(0))]));"
                + " return (await (await send('POST', '/v1/analyses',"
                + " { body, headers: { Prefer: 'wait=25' } })).json()).id })()"));
    }

    private static void look(Tab tab, String id) {
        tab.call("Page.bringToFront", Map.of());
        tab.eval("location.hash = '#analysis/" + id + "'");
        tab.until("location.hash.endsWith('" + id + "') && document.querySelector('.title')?.innerText.includes('" + id
                + "') && document.querySelector('#review-accept')");
    }

    private static void exclude(Tab tab, int item) {
        tab.choose(".objects", "" + item);
        tab.choose("#exclude", "debris");
    }

    private static void seen(Tab tab, String name) throws IOException {
        String folder = System.getProperty("fertivision.screenshots");
        if (folder != null) {
            tab.call("Page.bringToFront", Map.of());
            tab.eval("new Promise(done => setTimeout(done, 700))");
            tab.screenshot(Path.of(folder, name + ".jpg"));
        }
        PageVisit.looked(tab, name);
    }

    private static Path picture(int seed) throws IOException {
        Path file = data.resolve("picture-" + seed + ".png");
        Phantoms.draw("sperm-vitality", seed, Map.of("width", "480", "height", "360", "cells", "" + (10 + 3 * seed)))
                .writePng(file);
        return file;
    }

    @Test
    void whoeverIsSecondIsToldAndNothingOfHisIsKept() throws Exception {
        String id = measured(anna, picture(1));
        look(anna, id);
        look(bert, id);
        exclude(anna, 2);
        PageVisit.said(anna, 1);
        exclude(bert, 3);
        bert.until("document.querySelector('.toast.bad')?.textContent.includes('Anna Roth')");
        seen(bert, "faster");
        PageVisit.said(bert, 1);
        assertThat(bert.text(".said")).contains("Anna Roth").doesNotContain("Bert Blau");
        assertThat(bert.text(".objects")).contains("2 · excluded: debris").doesNotContain("3 · excluded");
        exclude(bert, 3);
        PageVisit.said(bert, 2);
        assertThat(bert.text(".said")).contains("Anna Roth", "Bert Blau");
        assertThat(bert.complaints()).isEmpty();
    }

    @Test
    void twoReadersAreComparedAndThePicturesOfTheirMicroscopeAreFollowed() throws Exception {
        for (int seed = 11; seed < 11 + PICTURES; seed++) {
            Path picture = picture(seed);
            for (Tab person : List.of(anna, bert)) {
                look(person, measured(person, picture));
                if (person == bert) {
                    exclude(person, 4);
                } else {
                    person.choose(".objects", "1");
                    person.until("document.querySelector('#relabel')");
                    person.eval("(() => { const e = document.querySelector('#relabel'); e.value = e.options[1].value;"
                            + " e.dispatchEvent(new Event('change')) })()");
                }
                PageVisit.said(person, 1);
            }
        }
        anna.eval("location.hash = '#quality'");
        anna.appears("#readers-kind option[value=sperm-vitality]");
        anna.choose("#readers-kind", "sperm-vitality");
        anna.appears("#reader-first option[value='Anna Roth']");
        anna.choose("#reader-first", "Anna Roth");
        anna.choose("#reader-second", "Bert Blau");
        anna.choose("#readers-what", "code cells");
        anna.click("#readers form button");
        anna.until("document.querySelectorAll('#agreement circle').length >= " + PICTURES);
        assertThat(anna.text("#agreement tr")).contains("1 (1 – 1)");
        anna.choose("#readers-what", "code live");
        anna.click("#readers form button");
        anna.until("document.querySelector('#agreement').innerText.startsWith('Live')");
        anna.eval("document.querySelector('#readers').scrollIntoView()");
        seen(anna, "readers");
        anna.choose("#readers-what", "label vitality");
        anna.click("#readers form button");
        anna.appears("#agreement .confusion");
        assertThat(anna.text("#agreement")).contains("Kappa", "objects are called the same", "Not compared:");
        seen(anna, "readers-words");

        anna.choose("#trend-kind", "sperm-vitality");
        anna.click("#trends form button");
        anna.until("document.querySelectorAll('#trend circle').length >= " + 2 * PICTURES);
        anna.eval("document.querySelector('#trends').scrollIntoView()");
        seen(anna, "trend");
        assertThat(anna.complaints()).isEmpty();
    }

    @Test
    void singlePointsOfAnOutlineAreMoved() throws Exception {
        String id = measured(anna, picture(21));
        look(anna, id);
        anna.choose(".objects", "1");
        anna.click("#adjust");
        anna.click(".acts button:not(#adjust)");
        anna.click("#adjust");
        anna.key("n");
        for (int i = 0; i < 5; i++) {
            anna.key("ArrowRight");
        }
        seen(anna, "points");
        anna.key("f");
        PageVisit.said(anna, 1);
        assertThat(anna.text(".said")).contains("Object 1: outline drawn");

        List<?> places = (List<?>) anna.eval("(async () => { const [{ Picture }, { Adjusting }] = await Promise.all("
                + "['picture', 'adjust'].map(name => import('/page/' + name + '.js')));"
                + " const canvas = document.createElement('canvas'); canvas.id = 'probe'; canvas.style.cssText ="
                + " 'position:fixed;left:0;top:0;width:400px;height:400px;z-index:99'; document.body.append(canvas);"
                + " const outline = [[100,100],[200,100],[300,100],[300,300],[100,300]];"
                + " const item = { id: 7, outline, center: [200,200], box: [100,100,200,200], labels: [] };"
                + " const picture = new Picture(canvas, () => {}); canvas.width = canvas.height = 400;"
                + " picture.ratio = 1; picture.open('/v1/analyses/" + id + "/fields/0/', 400, 400, [item], ['']);"
                + " await new Promise(done =>"
                + " setTimeout(done, 300)); picture.fit();"
                + " picture.editing(new Adjusting(picture,"
                + " item.outline, true, corners => {"
                + " window.kept = corners })); window.probe ="
                + " picture; const at = (x, y) => [picture.x"
                + " + x * picture.scale, picture.y + y *"
                + " picture.scale]; return [...at(200, 100),"
                + " ...at(210, 60)] })()");
        double[] at = places.stream()
                .mapToDouble(place -> ((Number) place).doubleValue())
                .toArray();
        anna.drag(at[0], at[1], at[2], at[3]);
        assertThat(anna.eval("(() => { window.probe.edit.finish(); window.probe.editing({ paint() {} });"
                        + " window.probe.setItems([]); return window.probe.edit !== null })()"))
                .as("what is half drawn stays while the field does")
                .isEqualTo(true);
        anna.eval("(() => { window.probe.close();" + " document.querySelector('#probe').remove() })()");
        assertThat(anna.eval("JSON.stringify(window.kept)"))
                .isEqualTo("[[100,100],[210,60],[300,100],[300,300],[100,300]]");
    }

    @Test
    void aDrawnSampleIsMarkedWhereverItIsSeen() throws Exception {
        anna.eval("location.hash = '#new'");
        anna.appears("#kind option[value=sperm-vitality]");
        anna.choose("#kind", "sperm-vitality");
        anna.click("#demo");
        anna.appears("article p.demo");
        assertThat(anna.text("article p.demo")).startsWith("DEMO:");
        anna.until("document.querySelector('#file-html')");
        assertThat(anna.eval("fetch(document.querySelector('#file-html').href).then(a => a.text())"
                        + ".then(t => t.includes('DEMO: nobody'))"))
                .isEqualTo(true);
        seen(anna, "demo");
        anna.eval("location.hash = '#history'");
        anna.appears(".list .demo");
        assertThat(anna.complaints()).isEmpty();
    }

    private static void retentionIsNotSwitchedOffUnawares() {
        for (String text : List.of("30 days", "1,5", "-1", "1e3")) {
            anna.write("[name=analysisDays]", text);
            anna.click("#retention button.main");
            anna.until("[...document.querySelectorAll('.toast.bad')].some(one => one.textContent.includes('“" + text
                    + "”'))");
        }
        anna.eval("(() => { window.whole = window.fetch; window.fetch = (path, asked) => String(path).includes("
                + "'/admin/retention') ? Promise.reject(new Error('cut off')) : window.whole(path, asked) })()");
        anna.eval("location.hash = '#history'");
        anna.until("!document.querySelector('#retention')");
        anna.eval("document.querySelectorAll('.toast').forEach(one => one.remove())");
        anna.eval("location.hash = '#admin'");
        anna.until("document.querySelector('#retention') && document.querySelector('.toast.bad')");
        assertThat(anna.eval("document.querySelector('#retention button.main').disabled"))
                .isEqualTo(true);
        anna.eval("(() => { window.fetch = window.whole })()");
        assertThat(anna.eval("fetch('/v1/admin/retention').then(a => a.text())"))
                .isEqualTo("{\"analysisDays\":3650,\"idempotencyDays\":null}");
        anna.appears("#tenants table");
    }

    @Test
    void whatIsKeptIsSeenAndSet() throws Exception {
        measured(anna, picture(31));
        anna.eval("location.hash = '#admin'");
        anna.until("document.querySelector('main p.good')");
        anna.appears("#usage table");
        assertThat(anna.text("#usage")).contains("Sperm vitality", "are kept; 0 deleted");
        anna.click("#dry-run");
        anna.until("document.querySelector('#due').textContent");
        assertThat(anna.text("#due")).isEqualTo("Due: 0 analyses end, 0 are purged with 0 images; 0 are held.");
        anna.appears("#retention button.main:enabled");
        anna.write("[name=analysisDays]", "3650");
        anna.click("#retention button.main");
        anna.until("document.querySelector('.toast')?.textContent.includes('hold from now on')");
        assertThat(anna.eval("fetch('/v1/admin/retention').then(a => a.text())"))
                .isEqualTo("{\"analysisDays\":3650,\"idempotencyDays\":null}");
        anna.write("[name=analysisDays]", "0");
        anna.click("#retention button.main");
        anna.until("document.querySelector('.toast.bad')?.textContent.includes('whole number from 1')");
        retentionIsNotSwitchedOffUnawares();
        anna.appears("#letterhead button.main:enabled");
        anna.write("[name=lines]", "Klinik am See\n\n Seeweg 1 ");
        anna.click("#letterhead button.main");
        anna.until("[...document.querySelectorAll('.toast')].some(one => one.textContent.includes('PDF report'))");
        assertThat(anna.eval("fetch('/v1/admin/letterhead').then(a => a.text())"))
                .isEqualTo("{\"lines\":[\"Klinik am See\",\"Seeweg 1\"]}");
        anna.eval("import('/page/api.js').then(api => api.change('PUT', '/v1/admin/letterhead', { lines: ['Bert'] }))");
        anna.write("[name=lines]", "Anna");
        anna.click("#letterhead button.main");
        anna.until("document.querySelector('#letterhead-theirs').textContent.includes('Bert') &&"
                + " document.querySelector('[name=lines]').value === 'Anna' &&"
                + " [...document.querySelectorAll('.toast.bad')].some(one =>"
                + " one.textContent.includes('meanwhile'))");
        assertThat(anna.text("#tenants")).contains("first");
        anna.eval("document.querySelector('#tenants details').open = true");
        anna.write("[name=tenant]", "Clinic B");
        anna.click("#tenants form button");
        anna.appears("#made");
        anna.click("dialog button.main");
        anna.until("document.querySelector('#tenants table').innerText.includes('Clinic B')");
        anna.eval("document.querySelector('#usage').scrollIntoView()");
        seen(anna, "keeping");
        assertThat(anna.complaints()).isEmpty();
    }
}
