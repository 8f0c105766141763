package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says of one sperm that fails strict criteria, one of them by a borderline measure. */
class ItemCardTest {
    private static final String SPERM = "{ id: 3, center: [5, 5], box: [0, 0, 9, 9], outline: [],"
            + " labels: [{ system: 'strict', term: 'large' }, { system: 'strict', term: 'round' },"
            + " { system: 'strictBorderline', term: 'round' }], readings: ["
            + "{ code: 'headLength', unit: 'um', value: 5.17, method: 'test' },"
            + "{ code: 'headLengthMargin', unit: '%', value: -10, method: 'test' },"
            + "{ code: 'headAspectMargin', unit: '%', value: 2, method: 'test' },"
            + "{ code: 'strictMargin', notMeasured: 'not every part could be measured' }] }";

    @TempDir
    private static Path data;

    private static PageVisit visit;
    private static Tab tab;

    @BeforeAll
    static void start() throws Exception {
        visit = PageVisit.of(data, "anna", "Anna Roth");
        tab = visit.tab();
        tab.go(visit.server().uri("/").toString());
        tab.until("document.readyState === 'complete'");
    }

    @AfterAll
    static void stop() {
        visit.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en|Head length, margin -10 %;Head aspect, margin 2 %;Head length 5.17 µm|large;round;borderline: round
        de|Kopflänge, Abstand zur Grenze -10 %;Kopf-Seitenverhältnis, Abstand zur Grenze 2 %;Kopflänge 5,17 µm|groß;rund;grenzwertig: rund
        """)
    void theMarginsOfFailedCriteriaStandFirst(String language, String rows, String words) {
        assertThat(card(language, "tr", "[...one.children].map(cell => cell.textContent).join(' ')"))
                .isEqualTo(rows);
        assertThat(card(language, ".tag", "one.textContent")).isEqualTo(words);
    }

    @Test
    void theMarginOfTheWholeSpermKeepsItsOwnName() {
        assertThat(card("de", "dt", "one.textContent")).isEqualTo("Abstand zu den strengen Kriterien");
    }

    private static Object card(String language, String selector, String text) {
        return tab.eval(
                "Promise.all(['words', 'item'].map(name => import('/page/' + name + '.js'))).then(([words, item])"
                        + " => { words.choose('" + language + "'); const picture = { width: 9, height: 9, preview: {"
                        + " ready: false, addEventListener() {} } }; const card ="
                        + " new item.ItemCard({ picture, review: { acts: () =>"
                        + " null } }); card.show(" + SPERM
                        + "); return [...card.element.querySelectorAll('"
                        + selector + "')].map(one => " + text + ").join(';') })");
    }
}
