package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of stained sperm on a field: each in its color, and none where it is switched off. */
class PartsTest {
    /** How many points of the canvas have about the color of tails. */
    private static final String BLUE = "(() => { const canvas = document.querySelector('.stage canvas');"
            + " const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); let n = 0;"
            + " for (let i = 0; i < data.length; i += 4) n += data[i] < 40 && Math.abs(data[i + 1] - 0x72) < 25"
            + " && Math.abs(data[i + 2] - 0xb2) < 25; return n })()";

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
    void eachPartHasItsColorAndItsSwitch() throws Exception {
        Path smear = data.resolve("smear.png");
        Phantoms.draw(
                        "stained-smear",
                        4,
                        Map.of("width", "900", "height", "700", "cells", "4", "borderCells", "0", "tailUm", "22"))
                .writePng(smear);
        visit.choose("sperm-morphology", List.of(smear));
        tab.click("#measure");
        tab.until("document.querySelector('.layers label') && document.querySelector('.stage canvas')?.dataset.seen");

        assertThat(tab.text(".layers")).contains("acrosome", "midpiece", "tail");
        tab.until(BLUE + " > 100");
        String folder = System.getProperty("fertivision.screenshots");
        if (folder != null) {
            tab.screenshot(Path.of(folder, "parts.jpg"));
        }

        tab.click("[id='layer-part.tail']");
        tab.until(BLUE + " === 0");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void noUnknownPartHasTheColorOfAKnownOneThatIsThere() {
        tab.go(visit.server().uri("/").toString());
        tab.until("document.readyState === 'complete'");

        assertThat(tab.eval("import('/page/parts.js').then(({ partColor }) => {"
                        + " const names = ['aaa', 'acrosome', 'bbb', 'midpiece', 'zzz'];"
                        + " return names.map(name => partColor(names, name)).join() })"))
                .isEqualTo("#56b4e9,#009e73,#0072b2,#d55e00,#f0e442");
    }

    /** Of so many objects beside each other, each with a part far below it, on a canvas of 1000 x 1000 points. */
    @ParameterizedTest
    @CsvSource({"300, 0, 300", "300, -950, 0", "300, -500, 300", "301, 0, 0"})
    void partsAreDrawnWhereTheyAreInSightAndNotTooMany(int objects, int down, int drawn) {
        tab.go(visit.server().uri("/").toString());
        tab.until("document.readyState === 'complete'");

        assertThat(tab.eval("Promise.all(['ink', 'parts'].map(name => import('/page/' + name + '.js'))).then(([ink,"
                        + " parts]) => { const items = Array.from({ length: " + objects
                        + " }, (_, i) => ({ id: i, box: [i, 10, 1, 1], labels: [], parts: [{ name: 'acrosome',"
                        + " outline: [[i, 800], [i + 1, 800], [i, 900]] }] })); let filled = 0; const context"
                        + " = { setLineDash() {}, stroke() {}, fill() { filled++ } }; ink.paintOutlines({"
                        + " context, canvas: { width: 1000, height: 1000 }, scale: 1, x: 0, y: "
                        + down
                        + ", items, parts: parts.partShapes(items), partNames: ['acrosome'], layers: new Map(),"
                        + " hidden: new Set(['numbers']), marked: new Set() }); return filled })"))
                .isEqualTo(drawn);
    }
}
