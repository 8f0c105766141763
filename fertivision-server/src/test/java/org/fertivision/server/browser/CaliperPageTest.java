package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The points of a caliper on the picture: set by keys, dragged, moved by keys, taken back; what was measured stays. */
class CaliperPageTest {
    private static final double MM_PER_PIXEL = 0.2;

    /** How many points of the canvas have about the color of what a person pointed at. */
    private static final String GREEN = "(() => { const canvas = document.querySelector('.stage canvas');"
            + " const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); let n = 0;"
            + " for (let i = 0; i < data.length; i += 4) n += Math.abs(data[i] - 0xb8) < 25"
            + " && Math.abs(data[i + 1] - 0xf2) < 25 && Math.abs(data[i + 2] - 0x8c) < 25; return n })()";

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

    private static Object asked(String version, String of) {
        return tab.eval("fetch(location.hash.replace('#analysis', '/v1/analyses') + '/report.json" + version
                + "').then(a => a.json()).then(report => " + of + ")");
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static double thickness(int version) {
        return number(
                asked("?version=" + version, "report.summary.find(one => one.code === 'endometrialThickness').value"));
    }

    /** The distance of the points that the last act placed. */
    private static double apart(int version) {
        return MM_PER_PIXEL
                * number(asked(
                        "?version=" + version,
                        "report.annotations.findLast(word => word.type === 'place').places)"
                                + ".then(([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1])"));
    }

    /** How far the second version moved the last point along an axis, pixels of the field. */
    private static double moved(String axis) {
        return number(asked(
                "?version=2",
                "report.annotations[1].places[1][" + axis + "] - report.annotations[0].places[1][" + axis + "]"));
    }

    /** Where a point of the field is on the screen, while the whole field is shown. */
    private static double[] onScreen(String point) {
        List<?> place = (List<?>) asked(
                "?version=1",
                "{ const canvas = document.querySelector('.stage canvas'); canvas.scrollIntoView({ block: 'center' });"
                        + " const box = canvas.getBoundingClientRect(); const { width, height } = report.fields[0];"
                        + " const scale = Math.min(box.width / width, box.height / height); const [x, y] = " + point
                        + "; return [box.x + (box.width - width * scale) / 2 + x * scale,"
                        + " box.y + (box.height - height * scale) / 2 + y * scale] }");
        return new double[] {number(place.get(0)), number(place.get(1))};
    }

    private static void seen(String name) throws Exception {
        String folder = System.getProperty("fertivision.screenshots");
        if (folder != null) {
            tab.eval("new Promise(done => setTimeout(done, 700))");
            tab.screenshot(Path.of(folder, name + ".jpg"));
        }
    }

    @Test
    void aCaliperIsSetMovedAndTakenBackAndWhatWasMeasuredStays() throws Exception {
        Path still = data.resolve("uterus.png");
        Phantoms.draw("endometrium", 3, Map.of("mmPerPixel", "" + MM_PER_PIXEL, "depthMm", "46"))
                .writePng(still);
        visit.choose("endometrium", List.of(still));
        tab.write("#scale", "200");
        tab.click("#measure");
        tab.until("document.querySelector('#place-calipers') && document.querySelector('.stage canvas')?.dataset.seen");
        String original = String.valueOf(asked("", "JSON.stringify(report)"));
        assertThat(original).contains("needs-points").doesNotContain("uncorrected");

        PageVisit.reach(tab, "#place-calipers");
        tab.key("Enter");
        tab.until("document.activeElement.tagName === 'CANVAS' &&"
                + " !document.querySelector('#edit-keep').closest('[hidden]')");
        tab.key("Enter");
        tab.until("/^1 point, at .* px$/.test(document.querySelector('#said').textContent)");
        for (int i = 0; i < 12; i++) {
            tab.key("ArrowDown");
        }
        tab.key("Enter");
        tab.until("/2 points, at .* px, length .* px/.test(document.querySelector('#said').textContent)");
        PageVisit.looked(tab, "calipers-set");
        tab.key("Enter");
        tab.until("document.querySelector('#said').textContent === 'There is a point already.'");
        tab.key("ArrowDown");
        tab.key("Enter");
        tab.key("f");
        tab.until("document.querySelector('#said').textContent === 'Not with so many points: 3.'");
        tab.key("Backspace");
        tab.call("Network.setBlockedURLs", Map.of("urls", List.of("*/reviews")));
        tab.key("F");
        tab.until("document.querySelector('.toast.bad') && !document.querySelector('.review[aria-busy]')");
        assertThat(tab.eval("!document.querySelector('#edit-keep').closest('[hidden]')"))
                .isEqualTo(true);
        tab.call("Network.setBlockedURLs", Map.of("urls", List.of()));
        tab.key("F");
        PageVisit.said(tab, 1);
        tab.until("document.querySelector('#edit-keep').closest('[hidden]')");
        assertThat(tab.eval("document.activeElement.tagName")).isEqualTo("CANVAS");
        assertThat(thickness(1)).isEqualTo(apart(1), within(1e-6)).isGreaterThan(1);
        tab.until("[...document.querySelectorAll('.summary tbody tr')].some(row => row.innerText.includes('Endometrial"
                + " thickness') && row.querySelector('.before').innerText === '–')");
        assertThat(tab.text(".said")).contains("Field 1: calipers placed: (");
        tab.until(GREEN + " > 20");

        tab.click("#move-calipers");
        double[] from = onScreen("report.annotations[0].places[1]");
        double[] to = onScreen("[report.annotations[0].places[1][0] + 4, report.annotations[0].places[1][1] + 15]");
        tab.drag(from[0] + 6, from[1] + 3, to[0] + 6, to[1] + 3);
        seen("calipers");
        tab.click("#edit-keep");
        PageVisit.said(tab, 2);
        assertThat(moved("0")).isEqualTo(4, within(0.1));
        assertThat(moved("1")).isEqualTo(15, within(0.1));
        assertThat(thickness(2)).isEqualTo(apart(2), within(1e-6)).isGreaterThan(thickness(1) + 1);

        tab.click("#move-calipers");
        tab.key("n");
        for (int i = 0; i < 5; i++) {
            tab.key("ArrowDown");
        }
        tab.key("f");
        PageVisit.said(tab, 3);
        assertThat(thickness(3)).isEqualTo(apart(3), within(1e-6)).isGreaterThan(thickness(2));
        seen("calipers-moved");

        tab.click("#review-undo");
        PageVisit.said(tab, 4);
        assertThat(thickness(4)).isEqualTo(thickness(2));
        assertThat(tab.text("#review-state")).isEqualTo("unsigned");
        assertThat(asked("", "JSON.stringify(report)")).isEqualTo(original);

        tab.choose(".objects", "0");
        tab.appears("#exclude");
        assertThat(tab.eval("document.querySelector('#redraw, #adjust') === null"))
                .as("what a person pointed at is placed, not drawn")
                .isEqualTo(true);

        tab.until(GREEN + " > 20");
        tab.click("[id='layer-pointed.calipers']");
        tab.until(GREEN + " === 0");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void settingsThatDoNotComeAreMissedAloud() throws Exception {
        Path still = data.resolve("another.png");
        Phantoms.draw("endometrium", 4, Map.of("mmPerPixel", "" + MM_PER_PIXEL, "depthMm", "46"))
                .writePng(still);
        visit.choose("endometrium", List.of(still));
        tab.write("#scale", "200");
        tab.click("#measure");
        tab.appears("#place-calipers");
        tab.call("Network.setBlockedURLs", Map.of("urls", List.of("*/v1/parameters/*")));
        tab.call("Page.reload", Map.of());
        tab.until("document.querySelector('.toast.bad')?.textContent.includes('nothing can be placed')");
        tab.call("Network.setBlockedURLs", Map.of("urls", List.of()));
    }

    @Test
    void aDrawnSampleShowsWhatWasPointedAtInIt() {
        for (String[] kind : new String[][] {{"endometrium", "calipers"}, {"follicle", "ovary"}}) {
            tab.eval("location.hash = '#new'");
            tab.appears("#kind option[value=" + kind[0] + "]");
            tab.choose("#kind", kind[0]);
            tab.click("#demo");
            tab.appears("article p.demo");
            tab.appears("[id='layer-pointed." + kind[1] + "']");
            tab.until(GREEN + " > 20");
        }
        assertThat(tab.complaints()).isEmpty();
    }
}
