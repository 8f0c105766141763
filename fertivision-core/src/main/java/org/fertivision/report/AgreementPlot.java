package org.fertivision.report;

import java.util.List;
import org.fertivision.agreement.Agreement;
import org.fertivision.agreement.BlandAltman;
import org.fertivision.agreement.Estimate;
import org.fertivision.agreement.Pair;

/** Differences over means after Bland and Altman, as an SVG that stands alone: no style sheet, no script. */
final class AgreementPlot {
    private static final double LEFT = 70;
    private static final double TOP = 16;
    private static final double WIDTH = 520;
    private static final double HEIGHT = 320;
    private static final String INK = "#24323f";
    private static final String DOT = "#1d6fa5";
    private static final String BAND = "#dbe7f0";
    private static final String GRID = "#e3e6e9";

    private final Agreement agreement;
    private final Axis across;
    private final Axis up;
    private final Html svg = new Html();

    private AgreementPlot(Agreement agreement) {
        this.agreement = agreement;
        List<Pair> pairs = agreement.pairs();
        BlandAltman found = agreement.differences();
        this.across = Axis.over(
                pairs.stream().mapToDouble(Pair::mean).min().orElseThrow(),
                pairs.stream().mapToDouble(Pair::mean).max().orElseThrow(),
                8);
        this.up = Axis.over(
                Math.min(
                        found.lower().ci95().lo(),
                        pairs.stream().mapToDouble(Pair::difference).min().orElseThrow()),
                Math.max(
                        found.upper().ci95().hi(),
                        pairs.stream().mapToDouble(Pair::difference).max().orElseThrow()),
                8);
    }

    /** The plot of what the code says of each pair. */
    static Html of(Agreement agreement, String code) {
        return new AgreementPlot(agreement).draw(code);
    }

    private Html draw(String code) {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 720 400",
                "role",
                "img",
                "font-family",
                "sans-serif",
                "font-size",
                "12",
                "aria-label",
                "Differences of " + code + " over means, " + agreement.pairs().size() + " pairs");
        axes();
        BlandAltman found = agreement.differences();
        level(found.upper(), "upper limit", "6 4");
        level(found.bias(), "bias", "");
        level(found.lower(), "lower limit", "6 4");
        for (Pair pair : agreement.pairs()) {
            svg.open(
                            "circle",
                            "cx",
                            number(x(pair.mean())),
                            "cy",
                            number(y(pair.difference())),
                            "r",
                            "3.5",
                            "fill",
                            DOT,
                            "fill-opacity",
                            "0.75")
                    .element("title", pair.name())
                    .close("circle");
        }
        words(LEFT + WIDTH / 2, TOP + HEIGHT + 44, "mean of A and B: " + code, "middle");
        words(LEFT, TOP - 4, "A - B", "start");
        return svg.close("svg");
    }

    private void axes() {
        for (double mark : up.marks()) {
            line(LEFT, y(mark), LEFT + WIDTH, y(mark), GRID, "");
            words(LEFT - 6, y(mark) + 4, up.text(mark, Language.ENGLISH), "end");
        }
        for (double mark : across.marks()) {
            line(x(mark), TOP + HEIGHT, x(mark), TOP + HEIGHT + 5, INK, "");
            words(x(mark), TOP + HEIGHT + 20, across.text(mark, Language.ENGLISH), "middle");
        }
        line(LEFT, TOP + HEIGHT, LEFT + WIDTH, TOP + HEIGHT, INK, "");
    }

    private void level(Estimate estimate, String name, String dashes) {
        double top = y(estimate.ci95().hi());
        svg.single(
                "rect",
                "x",
                number(LEFT),
                "y",
                number(top),
                "width",
                number(WIDTH),
                "height",
                number(y(estimate.ci95().lo()) - top),
                "fill",
                BAND,
                "fill-opacity",
                "0.7");
        line(LEFT, y(estimate.value()), LEFT + WIDTH, y(estimate.value()), INK, dashes);
        words(LEFT + WIDTH + 6, y(estimate.value()) + 4, name + " " + Figures.plain(estimate.value()), "start");
    }

    private void line(double x1, double y1, double x2, double y2, String color, String dashes) {
        svg.single(
                "line",
                "x1",
                number(x1),
                "y1",
                number(y1),
                "x2",
                number(x2),
                "y2",
                number(y2),
                "stroke",
                color,
                "stroke-dasharray",
                dashes.isEmpty() ? "none" : dashes);
    }

    private void words(double x, double y, String text, String anchor) {
        svg.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor, "fill", INK);
    }

    private double x(double mean) {
        return LEFT + WIDTH * across.share(mean);
    }

    private double y(double difference) {
        return TOP + HEIGHT * (1 - up.share(difference));
    }

    private static String number(double value) {
        return Figures.decimals(value, 2);
    }
}
