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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person says of a result besides leaving objects out: takes one back, gives a value, remarks; in two languages. */
class ReviewPageTest {
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
                "{\"login\":\"anna\",\"name\":\"Anna Roth\",\"password\":\"" + PASSWORD + "\"}");
        chromium = Chromium.start();
        tab = chromium.tab();
        tab.screen(1440, 1000, false);
        tab.go(server.uri("/").toString());
        tab.appears("[name=login]");
        tab.write("[name=login]", "anna");
        tab.write("[name=password]", PASSWORD);
        tab.click("button.main");
        tab.appears("#kind option");
    }

    @AfterAll
    static void stop() {
        if (tab != null) {
            tab.close();
            chromium.close();
        }
        server.close();
    }

    @BeforeEach
    void aResult() throws Exception {
        Path smear = data.resolve("smear.png");
        Phantoms.draw("stained-smear", 4, Map.of("width", "900", "height", "700", "cells", "4", "borderCells", "0"))
                .writePng(smear);
        tab.eval("location.hash = '#new'");
        tab.appears("#kind option[value=sperm-morphology]");
        tab.drop(".dropper", List.of(smear));
        tab.until("document.querySelectorAll('.thumbs li').length === 1");
        tab.choose("#kind", "sperm-morphology");
        tab.click("#measure");
        tab.until("document.querySelector('#review-accept') && document.querySelector('.stage canvas')?.dataset.seen");
    }

    private static void said(int count) {
        tab.until("document.querySelectorAll('.said > li').length === " + count
                + " && !document.querySelector('.review[aria-busy]')");
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

    @Test
    void anObjectThatWasLeftOutIsTakenBack() {
        String object = String.valueOf(tab.eval("[...document.querySelectorAll('.objects option')]"
                + ".find(one => !one.text.includes('excluded')).value"));
        String figure = "document.querySelector('.summary td.figure').textContent";
        String cells = Tab.quoted(String.valueOf(tab.eval(figure)));
        tab.choose(".objects", object);
        tab.choose("#exclude", "debris");
        said(1);
        tab.until(figure + " !== " + cells);
        tab.choose(".objects", object);
        tab.click("#include");
        said(2);
        tab.until(figure + " === " + cells);
        assertThat(tab.text(".objects")).doesNotContain("debris");
        assertThat(tab.text(".said")).contains("Object " + object + ": counts");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void aValueAndARemarkAreGivenByKeysAlone() throws Exception {
        tab.until("document.querySelector('.summary details')?.textContent.includes('Head length')");
        reach("#review-value");
        tab.key("Enter");
        reach("dialog [name=code]");
        tab.type("Head length");
        tab.until("document.querySelector('dialog [name=code]').value === 'headLength'");
        reach("dialog [name=value]");
        tab.type("4,25");
        assertThat(tab.eval("[...document.querySelectorAll('dialog [name=unit] option')].map(one => one.value).join()"))
                .isEqualTo("um");
        String folder = System.getProperty("fertivision.screenshots");
        if (folder != null) {
            tab.screenshot(Path.of(folder, "value.jpg"));
        }
        reach("dialog button.main");
        tab.key("Enter");
        said(1);
        tab.until(
                "[...document.querySelectorAll('.summary tbody tr')].some(row => row.innerText.includes('Head length')"
                        + " && row.innerText.includes('4.25 \u00b5m') && row.innerText.includes('given by Anna Roth'))");
        assertThat(tab.text(".said")).contains("value given: Head length 4.25 \u00b5m");

        reach("#review-remark");
        tab.key("Enter");
        reach("dialog [name=text]");
        tab.type("sample was warm");
        reach("dialog button.main");
        tab.key("Enter");
        said(2);
        assertThat(tab.text(".said")).contains("remark: sample was warm");
        tab.until("document.querySelector('#file-html').href.includes('version=2')");
        assertThat(String.valueOf(tab.eval("fetch(document.querySelector('#file-html').href).then(a => a.text())")))
                .contains("sample was warm", "Anna Roth");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void whatFollowsASignatureHasItsReason() {
        tab.click("#review-sign");
        tab.click("dialog button.main");
        said(1);
        tab.choose(".objects", "1");
        tab.choose("#exclude", "debris");
        tab.write("dialog [name=reason]", "seen again");
        tab.click("dialog button.main");
        said(2);
        assertThat(tab.text("#review-state")).isEqualTo("unsigned");
        assertThat(tab.text(".said")).contains("seen again", "Object 1: left out: debris");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void theReportIsInTheLanguageOfThePage() {
        assertThat(languageOfReport()).isEqualTo("en");
        tab.choose(".language", "de");
        tab.until("document.querySelector('#review-accept')?.textContent === 'Annehmen'");
        assertThat(languageOfReport()).isEqualTo("de");
        tab.choose(".language", "en");
        tab.until("document.querySelector('#review-accept')?.textContent === 'Accept'");
    }

    private static Object languageOfReport() {
        tab.appears("#file-html");
        return tab.eval("fetch(document.querySelector('#file-html').href).then(a => a.text())"
                + ".then(text => /<html[^>]* lang=\"(\\w+)\"/.exec(text)?.[1])");
    }
}
