package org.fertivision.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fertivision.agreement.Agreement;
import org.fertivision.agreement.BlandAltman;
import org.fertivision.agreement.Estimate;
import org.fertivision.agreement.Pair;

/**
 * What two readers or methods said of the same measure, as a document, a page and a plot. A and B stand for the first and
 * the second; the same pairs give the same bytes.
 *
 * @param code the measure
 * @param unit its unit, empty where it is not known
 * @param agreement how well they agree
 * @param unpaired what only one of them read
 */
public record AgreementReport(String code, String unit, Agreement agreement, List<Unpaired> unpaired) {
    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);

    /**
     * What is not compared.
     *
     * @param name what was read
     * @param reason why it has no partner
     */
    public record Unpaired(String name, String reason) {}

    /** Copies the list. */
    public AgreementReport {
        unpaired = List.copyOf(unpaired);
    }

    /** Canonical JSON (RFC 8785), numbers with 9 significant digits. */
    public byte[] json() {
        BlandAltman found = agreement.differences();
        return CanonicalJson.bytes(new Json.Members()
                .put("code", code)
                .put("unit", unit)
                .put("n", agreement.pairs().size())
                .put("meanA", rounded(agreement.meanA()))
                .put("meanB", rounded(agreement.meanB()))
                .put("bias", estimate(found.bias()))
                .put("sd", rounded(found.sd()))
                .put("lowerLimit", estimate(found.lower()))
                .put("upperLimit", estimate(found.upper()))
                .put("slope", estimate(found.slope()))
                .put("icc21", estimate(agreement.icc()))
                .put("concordance", estimate(agreement.concordance()))
                .put("pairs", Document.each(agreement.pairs(), AgreementReport::pair))
                .put(
                        "unpaired",
                        Document.each(
                                unpaired,
                                one -> new Json.Members()
                                        .put("name", one.name())
                                        .put("reason", one.reason()))));
    }

    /** Differences over means after Bland and Altman, as an SVG that stands alone. */
    public byte[] svg() {
        return (AgreementPlot.of(agreement, named()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A page with the figures, the plot and what is not compared; it loads nothing and runs nothing. */
    public byte[] html() {
        Html page =
                new Html().raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        page.single("meta", "charset", "utf-8").element("title", "Agreement: " + code);
        page.open("style")
                .raw("body{font:15px/1.5 sans-serif;color:#24323f;max-width:760px;margin:2rem auto;padding:0 1rem}"
                        + "td,th{text-align:left;padding:.2rem .8rem .2rem 0}")
                .close("style")
                .close("head");
        page.open("body").element("h1", "Agreement of A and B: " + named());
        page.element("p", agreement.pairs().size() + " pairs, " + unpaired.size() + " without a partner.");
        page.add(AgreementPlot.of(agreement, named()));
        page.open("table");
        row(page, "th", "", "value", "95 % interval");
        row(page, "td", "mean of A", Figures.plain(agreement.meanA()), "");
        row(page, "td", "mean of B", Figures.plain(agreement.meanB()), "");
        BlandAltman found = agreement.differences();
        row(page, "bias, A - B", found.bias());
        row(page, "td", "SD of differences", Figures.plain(found.sd()), "");
        row(page, "lower limit of agreement", found.lower());
        row(page, "upper limit of agreement", found.upper());
        row(page, "slope of difference on mean", found.slope());
        row(page, "ICC(2,1), absolute agreement", agreement.icc());
        row(page, "Lin's concordance", agreement.concordance());
        page.close("table");
        if (!unpaired.isEmpty()) {
            page.element("h2", "Not compared").open("ul");
            unpaired.forEach(one -> page.element("li", one.name() + ": " + one.reason()));
            page.close("ul");
        }
        page.element(
                "p",
                "Limits of agreement: bias - 1.96 SD to bias + 1.96 SD, which hold 95 % of differences if these are"
                        + " normal and do not depend on the size (Bland and Altman 1986, 1999). ICC(2,1): Shrout and"
                        + " Fleiss 1979; concordance: Lin 1989.");
        return page.close("body").close("html").line().toString().getBytes(StandardCharsets.UTF_8);
    }

    private String named() {
        return unit.isEmpty() ? code : code + " (" + unit + ")";
    }

    private static void row(Html page, String name, Estimate estimate) {
        row(
                page,
                "td",
                name,
                Figures.plain(estimate.value()),
                Figures.plain(estimate.ci95().lo()) + " to "
                        + Figures.plain(estimate.ci95().hi()));
    }

    private static void row(Html page, String cell, String... words) {
        page.open("tr");
        for (String word : words) {
            page.element(cell, word);
        }
        page.close("tr");
    }

    private static Json pair(Pair pair) {
        return new Json.Members().put("name", pair.name()).put("a", pair.a()).put("b", pair.b());
    }

    static Json.Members estimate(Estimate estimate) {
        return new Json.Members()
                .put("value", rounded(estimate.value()))
                .put(
                        "ci95",
                        Json.row(
                                rounded(estimate.ci95().lo()),
                                rounded(estimate.ci95().hi())));
    }

    private static double rounded(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(NINE).doubleValue();
    }
}
