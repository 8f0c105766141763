package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportHtmlTest {
    private static final Report SAMPLE = SampleReport.of(2, 30);
    private static final byte[] PAGE = ReportHtml.write(SAMPLE);
    private static final String TEXT = new String(PAGE, StandardCharsets.UTF_8);

    @Test
    void pageNeedsNothingFromOutsideAndRunsNothing() {
        assertThat(TEXT).doesNotContain("<script", "javascript:", "<link", "@import", "url(", "<iframe");
        Matcher addresses = Pattern.compile("(?:href|src)=\"([^\"]{0,40})").matcher(TEXT);
        List<String> seen = new ArrayList<>();
        while (addresses.find()) {
            seen.add(addresses.group(1));
        }
        assertThat(seen)
                .hasSizeGreaterThan(60)
                .allMatch(a -> a.startsWith("#") || a.startsWith("data:image/jpeg;base64,") || a.equals("items.csv"));
        assertThat(TEXT).contains("default-src &#39;none&#39;");
    }

    @Test
    void pageSaysWhatItIsForAndWhatWasFound() {
        assertThat(TEXT)
                .contains("Research and decision support: not a diagnosis.")
                .contains("S-0042", "Sperm vitality by membrane stain", "sperm-vitality")
                .contains("no chamber depth given")
                .contains("above the 5th centile (54 %) of men whose partner conceived within 12 months (WHO 2021).")
                .contains("Not scored: volume not given")
                .contains("given by Dr. Amin")
                .contains("touches-border", "too-large")
                .contains("minArea, field 0")
                .contains("0.481 µm per pixel (given by the user)")
                .contains("ab".repeat(32))
                .contains(ReportJson.resultSha256(SAMPLE))
                .contains("FertiVision 0.1.0")
                .contains("doi:10.1371/journal.pcbi.1006691");
    }

    @Test
    void pageSaysHowPersonsStandToItWhereThatIsKnown() throws Exception {
        String unsigned = written(new Standing("UNSIGNED: <nobody> & none", false), Letterhead.NONE);
        String signed = written(new Standing("Signed by A", true), Letterhead.NONE);

        assertThat(unsigned)
                .contains("<p class=\"standing\">UNSIGNED: &lt;nobody&gt; &amp; none</p>", "position:fixed");
        assertThat(signed).contains("<p class=\"standing signed\">Signed by A</p>");
        assertThat(TEXT).doesNotContain("standing");
        assertThatThrownBy(() -> new Standing(" ", true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pageBeginsWithTheLetterhead() {
        String page = written(
                new Standing("Signed by A", true), new Letterhead(List.of("Klinik <am> See", "Seeweg 1", "Tel. 1")));
        assertThat(page)
                .containsSubsequence(
                        "<header><address class=\"letterhead\"><strong>Klinik &lt;am&gt; See</strong>"
                                + "<div>Seeweg 1</div><div>Tel. 1</div></address>",
                        "FertiVision report");
        assertThat(TEXT).doesNotContain("letterhead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0007"})
    void aLetterheadIsLinesOfText(String line) {
        assertThatThrownBy(() -> new Letterhead(List.of("Clinic", line))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLetterheadFitsTheHeadOfAPage() {
        assertThat(new Letterhead(Collections.nCopies(8, "x".repeat(100))).lines())
                .hasSize(8);
        assertThatThrownBy(() -> new Letterhead(Collections.nCopies(9, "x"))).hasMessageContaining("at most 8 lines");
        assertThatThrownBy(() -> new Letterhead(List.of("x".repeat(101)))).hasMessageContaining("1 to 100");
    }

    private static String written(Standing standing, Letterhead letterhead) {
        return new String(ReportHtml.write(SAMPLE, standing, letterhead), StandardCharsets.UTF_8);
    }

    @Test
    void everyCountedObjectHasItsPieceAndItsOutline() throws Exception {
        Document page = parsed(PAGE);
        Set<String> anchors = ids(page);
        for (int field = 0; field < 2; field++) {
            for (Item item : SAMPLE.findings().fields().get(field).items()) {
                assertThat(anchors).contains("object-" + field + "-" + item.id());
            }
        }
        assertThat(TEXT).contains("All " + counted(SAMPLE) + " counted objects");
    }

    @Test
    void partsAreDrawnInTheFieldAndInThePieceAndCanBeHidden() {
        String page = new String(ReportHtml.write(SampleReport.parted()), StandardCharsets.UTF_8);
        String acrosome = "<path class=\"part\" stroke=\"#009e73\" fill=\"#009e73\" d=\"M40 40L50 40L45 48z\"/>";
        String tail = "<path class=\"part\" stroke=\"#0072b2\" fill=\"none\" d=\"M60 60L90 70\"/>";

        assertThat(page.split(Pattern.quote(acrosome), -1)).hasSize(3);
        assertThat(page.split(Pattern.quote(tail), -1)).hasSize(3);
        assertThat(page).contains("class=\"show-parts\"", "acrosome 1", "tail 1");
        assertThat(TEXT).doesNotContain("class=\"part", "class=\"show-parts\"");
    }

    @Test
    void everyLinkWithinThePageLeadsSomewhere() throws Exception {
        Document page = parsed(PAGE);
        Set<String> anchors = ids(page);
        NodeList links = page.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            String target = ((Element) links.item(i)).getAttribute("href");
            if (target.startsWith("#")) {
                assertThat(anchors).contains(target.substring(1));
            }
        }
    }

    @Test
    void picturesAndChartsAreToldInWordsAndTablesHaveHeads() throws Exception {
        Document page = parsed(PAGE);
        NodeList pictures = page.getElementsByTagName("svg");
        for (int i = 0; i < pictures.getLength(); i++) {
            assertThat(((Element) pictures.item(i)).getAttribute("aria-label")).isNotBlank();
        }
        NodeList heads = page.getElementsByTagName("th");
        for (int i = 0; i < heads.getLength(); i++) {
            assertThat(((Element) heads.item(i)).getAttribute("scope")).isIn("col", "row");
        }
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void moreObjectsThanAPageCanBearAreSpreadEvenlyAndSaid() {
        Report large = SampleReport.of(3, 250);
        ItemChoice choice = ItemChoice.of(large.findings().fields());
        assertThat(choice.counted()).hasSize(ItemChoice.MOST_COUNTED);
        for (int field = 0; field < 3; field++) {
            int number = field;
            assertThat(choice.counted().stream().filter(seen -> seen.field() == number))
                    .hasSizeBetween(120, 146);
        }
        int all = counted(large);
        assertThat(new String(ReportHtml.write(large), StandardCharsets.UTF_8))
                .contains("400 of " + all + " counted objects")
                .contains((all - 400) + " are not shown");
    }

    @Test
    void exactlyAsManyObjectsAsFitAreAllShown() {
        for (int n : new int[] {399, 400, 401}) {
            List<Integer> numbers =
                    java.util.stream.IntStream.range(0, n).boxed().toList();
            assertThat(ItemChoice.spread(numbers, 400))
                    .hasSize(Math.min(n, 400))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void textOfStrangersCannotBecomeMarkup() throws Exception {
        String evil = "<script>alert('x')</script>\" onload=\"y\u0000\ud800";
        Report report = new Report(
                evil,
                SAMPLE.analyzer(),
                evil,
                SAMPLE.settings(),
                SAMPLE.inputs(),
                SAMPLE.findings(),
                SAMPLE.scores(),
                SAMPLE.notices(),
                evil,
                Pictures.none());
        byte[] page = ReportHtml.write(report);
        assertThat(new String(page, StandardCharsets.UTF_8))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
        assertThat(parsed(page).getElementsByTagName("script").getLength()).isZero();
    }

    @Property(tries = 60)
    void pageOfAnyReportIsWellFormed(@ForAll("reports") Report report) throws Exception {
        Document page = parsed(ReportHtml.write(report));
        assertThat(page.getElementsByTagName("h1").getLength()).isOne();
        ids(page);
    }

    @Provide
    Arbitrary<Report> reports() {
        return ReportArbitraries.reports()
                .map(r -> new Report(
                        r.specimen(),
                        r.analyzer(),
                        r.provider(),
                        r.settings(),
                        r.inputs(),
                        r.findings(),
                        r.scores(),
                        r.notices(),
                        r.software(),
                        Pictures.none()));
    }

    @Test
    void aShareLeadsToTheObjectsBehindIt() {
        for (String term : List.of("live", "dead")) {
            assertThat(TEXT)
                    .containsPattern("<a href=\"#called-" + term + "\">[0-9.]+ %</a>")
                    .containsPattern("<h3 id=\"called-" + term + "\">" + term + ": [0-9]+");
        }
        int dead = TEXT.indexOf("id=\"called-dead\"");
        int live = TEXT.indexOf("id=\"called-live\"");
        assertThat(dead).isPositive().isLessThan(live);
        assertThat(TEXT.substring(dead, live)).contains("id=\"object-").doesNotContain("<span>live");
    }

    @Test
    void whereNothingIsMeasuredThereIsNoTableOfIt() {
        Report nothing = new Report(
                null,
                SAMPLE.analyzer(),
                SAMPLE.provider(),
                SAMPLE.settings(),
                SAMPLE.inputs(),
                Findings.of(
                        SAMPLE.findings().kind(),
                        SAMPLE.findings().fields(),
                        new Summary(List.of(Reading.notMeasured(SpermMeasures.LIVE, "no objects")))),
                List.of(),
                List.of(),
                SAMPLE.software(),
                Pictures.none());

        String page = new String(ReportHtml.write(nothing), StandardCharsets.UTF_8);

        assertThat(page)
                .doesNotContain("id=\"measured\"", "#measured")
                .contains("id=\"not-measured\"", "#not-measured");
    }

    @Test
    void fieldWithoutAnyObjectIsShownToo() throws Exception {
        Report empty = SampleReport.of(1, 0);
        byte[] page = ReportHtml.write(empty);
        assertThat(new String(page, StandardCharsets.UTF_8)).contains("All 0 counted objects", "One field only");
        parsed(page);
    }

    @Test
    void reportWithoutPicturesSaysSo() {
        Report report = new Report(
                null,
                SAMPLE.analyzer(),
                "built-in",
                SAMPLE.settings(),
                SAMPLE.inputs(),
                SAMPLE.findings(),
                List.of(),
                List.of(),
                "test",
                Pictures.none());
        assertThat(new String(ReportHtml.write(report), StandardCharsets.UTF_8))
                .contains("The pictures were not kept")
                .doesNotContain("data:image");
    }

    @Test
    void sameReportGivesTheSamePageInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ReportHtml.write(SAMPLE)).isEqualTo(PAGE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void outlineOfThePageLiesCloseToTheTrueOne() {
        Item item = SAMPLE.findings().fields().get(0).items().get(0).excluded(new Exclusion("x"));
        String thinned = SvgOutline.border(item, 0.5);
        String whole = SvgOutline.border(item, 0);
        assertThat(thinned.length()).isLessThan(whole.length());
        assertThat(thinned).startsWith("M").endsWith("z");
        assertThat(whole.chars().filter(c -> c == 'L').count()).isEqualTo(39);
    }

    private static int counted(Report report) {
        return (int) report.findings().fields().stream()
                .flatMap(FieldOfView::counted)
                .count();
    }

    private static Document parsed(byte[] page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page));
    }

    /** Every id of the page, none twice. */
    private static Set<String> ids(Document page) {
        Set<String> ids = new HashSet<>();
        NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String id = ((Element) elements.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as("id %s once", id).isTrue();
        }
        return ids;
    }
}
