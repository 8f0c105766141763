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

/** What a person says of a result besides leaving objects out: takes one back, gives a value, remarks; in two languages. */
class ReviewPageTest {
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

    @BeforeEach
    void aResult() throws Exception {
        Path smear = data.resolve("smear.png");
        Phantoms.draw("stained-smear", 4, Map.of("width", "900", "height", "700", "cells", "4", "borderCells", "0"))
                .writePng(smear);
        visit.choose("sperm-morphology", List.of(smear));
        tab.click("#measure");
        tab.until("document.querySelector('#review-accept') && document.querySelector('.stage canvas')?.dataset.seen");
    }

    @Test
    void anObjectThatWasLeftOutIsTakenBack() {
        String object = String.valueOf(tab.eval("[...document.querySelectorAll('.objects option')]"
                + ".find(one => !one.text.includes('excluded')).value"));
        String figure = "document.querySelector('.summary td.figure').textContent";
        String cells = Tab.quoted(String.valueOf(tab.eval(figure)));
        tab.choose(".objects", object);
        tab.choose("#exclude", "debris");
        PageVisit.said(tab, 1);
        tab.until(figure + " !== " + cells);
        tab.choose(".objects", object);
        tab.click("#include");
        PageVisit.said(tab, 2);
        tab.until(figure + " === " + cells);
        assertThat(tab.text(".objects")).doesNotContain("debris");
        assertThat(tab.text(".said")).contains("Object " + object + ": counts");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void aValueAndARemarkAreGivenByKeysAlone() throws Exception {
        tab.until("document.querySelector('.summary details')?.textContent.includes('Head length')");
        PageVisit.reach(tab, "#review-value");
        tab.key("Enter");
        PageVisit.reach(tab, "dialog [name=code]");
        tab.type("Head length");
        tab.until("document.querySelector('dialog [name=code]').value === 'headLength'");
        PageVisit.reach(tab, "dialog [name=value]");
        tab.type("4,25");
        assertThat(tab.eval("[...document.querySelectorAll('dialog [name=unit] option')].map(one => one.value).join()"))
                .isEqualTo("um");
        String folder = System.getProperty("fertivision.screenshots");
        if (folder != null) {
            tab.screenshot(Path.of(folder, "value.jpg"));
        }
        PageVisit.reach(tab, "dialog button.main");
        tab.key("Enter");
        PageVisit.said(tab, 1);
        tab.until(
                "[...document.querySelectorAll('.summary tbody tr')].some(row => row.innerText.includes('Head length')"
                        + " && row.innerText.includes('4.25 \u00b5m') && row.innerText.includes('given by Anna Roth'))");
        assertThat(tab.text(".said")).contains("value given: Head length 4.25 \u00b5m");

        PageVisit.reach(tab, "#review-remark");
        tab.key("Enter");
        PageVisit.reach(tab, "dialog [name=text]");
        tab.type("sample was warm");
        PageVisit.reach(tab, "dialog button.main");
        tab.key("Enter");
        PageVisit.said(tab, 2);
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
        PageVisit.said(tab, 1);
        tab.choose(".objects", "1");
        tab.choose("#exclude", "debris");
        tab.write("dialog [name=reason]", "seen again");
        tab.click("dialog button.main");
        PageVisit.said(tab, 2);
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
