package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page keeps of a microscope, and what it says where there is more than it shows. */
class ManyTest {
    private static final int FIELDS = 13;

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

    @Test
    void aMicroscopeBringsItsKindItsScaleAndItsRate() {
        tab.eval("location.hash = '#new'");
        tab.appears("#kind option[value=sperm-vitality]");
        tab.choose("#kind", "sperm-vitality");
        tab.write("#scale", "0.481");
        tab.write("#fps", "50");
        tab.choose("#profile", "+");
        tab.write("dialog [name=name]", "Axio 40x");
        tab.click("dialog button.main");
        tab.until("document.querySelector('#profile').value === 'Axio 40x'");
        tab.eval("location.hash = '#history'");
        tab.appears("#search");
        tab.eval("location.hash = '#new'");
        tab.appears("#kind option[value=oocyte]");
        tab.choose("#kind", "oocyte");
        tab.choose("#profile", "Axio 40x");
        tab.until("document.querySelector('#kind').value === 'sperm-vitality'");
        assertThat(tab.eval("['scale', 'fps'].map(id => document.getElementById(id).value).join()"))
                .isEqualTo("0.481,50");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void fieldsThatAreNotBesideTheOthersAreSaid() throws Exception {
        List<Path> fields = new ArrayList<>();
        for (int seed = 0; seed < FIELDS; seed++) {
            Path field = data.resolve("field-" + seed + ".png");
            Phantoms.draw("sperm-vitality", seed, Map.of("width", "320", "height", "240", "cells", "8"))
                    .writePng(field);
            fields.add(field);
        }
        visit.choose("sperm-vitality", fields);
        tab.click("#measure");
        tab.click("[aria-label='Fields beside one another']");
        tab.until("document.querySelectorAll('.sheet canvas').length === 12");
        assertThat(tab.text(".sheet")).contains("the first 12 of 13 fields");
        assertThat(tab.complaints()).isEmpty();
    }

    /** Answers of 230 runs stand in for the server's: the first 20 about 10, the others about 13. */
    @Test
    void theLimitsOfAControlStayThoseOfItsFirstRuns() {
        tab.eval("location.hash = '#quality'");
        tab.appears("#control-kind option[value=sperm-vitality]");
        tab.eval("(() => { const whole = window.fetch; window.whole = whole; const json = body => new"
                + " Response(JSON.stringify(body)); const run = n => ({ id: 'run' + n, status: 'succeeded',"
                + " createdAt: new Date(86400000 * n).toISOString() }); const newest = Array.from({ length: 230 },"
                + " (_, i) => run(229 - i)); window.fetch = async (path, how) => { if (path ==="
                + " '/v1/subjects/lookup') return json({ id: 'sub_1' }); if (path.startsWith('/v1/analyses?'))"
                + " return json(path.includes('cursor=next') ? { items: newest.slice(200) } : { items:"
                + " newest.slice(0, 200), nextCursor: 'next' }); const one ="
                + " /analyses\\/run(\\d+)\\/report/.exec(path); if (!one) return whole(path, how); const n ="
                + " Number(one[1]); return json({ summary: [{ code: 'live', unit: '%', value: (n < 20 ? 10 : 13) +"
                + " n % 3 - 1 }] }) } })()");
        tab.write("#control", "K 1");
        tab.choose("#control-kind", "sperm-vitality");
        tab.click("section:first-of-type form button");
        tab.until("document.querySelectorAll('#levey-jennings circle').length === 200");
        tab.eval("(() => { window.fetch = window.whole })()");
        assertThat(tab.text("#levey-jennings"))
                .contains("Mean 9.95 %", "of the first 20 runs", "The newest 200 of 230 runs", "runs break a rule")
                .doesNotContain("older analyses than");
        assertThat(tab.complaints()).isEmpty();
    }
}
