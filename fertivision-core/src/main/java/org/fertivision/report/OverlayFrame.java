package org.fertivision.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The white strips around a drawn field: the heading above, the key and the scale bar below. */
final class OverlayFrame {
    private static final Color INK = new Color(0x1B1F24);

    private final Language language;
    private final Lettering lettering;
    private final double letterHeight;
    private final int width;

    OverlayFrame(Language language, Lettering lettering, double letterHeight, int width) {
        this.language = language;
        this.lettering = lettering;
        this.letterHeight = letterHeight;
        this.width = width;
    }

    int headingHeight() {
        return (int) Math.ceil(letterHeight * 2.6);
    }

    int keyHeight(List<OverlayKey.Entry> entries, Optional<ScaleBar> bar) {
        return (int) Math.ceil(lineHeight() * (lines(entries, bar).size() + 0.3));
    }

    private double lineHeight() {
        return letterHeight * 2.1;
    }

    void heading(Graphics2D graphics, String text) {
        double room = width - 2 * letterHeight;
        double natural = lettering.width(text, letterHeight);
        double height = natural <= room ? letterHeight : letterHeight * room / natural;
        write(graphics, text, letterHeight, headingHeight() / 2.0 + height / 2, height, INK);
    }

    void key(Graphics2D graphics, List<OverlayKey.Entry> entries, Optional<ScaleBar> bar) {
        double y = lineHeight() * 0.8;
        for (List<OverlayKey.Entry> line : lines(entries, bar)) {
            double x = letterHeight;
            for (OverlayKey.Entry entry : line) {
                swatch(graphics, entry, x, y);
                write(graphics, entry.text(), x + 1.9 * letterHeight, y, letterHeight * 0.85, INK);
                x += width(entry);
            }
            y += lineHeight();
        }
        bar.ifPresent(known -> bar(graphics, known));
    }

    /** The entries in as many lines as they need; the first leaves room for the bar. */
    private List<List<OverlayKey.Entry>> lines(List<OverlayKey.Entry> entries, Optional<ScaleBar> bar) {
        List<List<OverlayKey.Entry>> lines = new ArrayList<>();
        List<OverlayKey.Entry> line = new ArrayList<>();
        double room = width - 2 * letterHeight - bar.map(this::width).orElse(0.0);
        double used = 0;
        for (OverlayKey.Entry entry : entries) {
            if (!line.isEmpty() && used + width(entry) > room) {
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
                room = width - 2 * letterHeight;
            }
            line.add(entry);
            used += width(entry);
        }
        lines.add(line);
        return lines;
    }

    private double width(OverlayKey.Entry entry) {
        return 3.2 * letterHeight + lettering.width(entry.text(), letterHeight * 0.85);
    }

    private double width(ScaleBar bar) {
        return bar.lengthPx() + lettering.width(bar.label(language), letterHeight * 0.85) + 3 * letterHeight;
    }

    private void swatch(Graphics2D graphics, OverlayKey.Entry entry, double x, double y) {
        double size = letterHeight * 1.1;
        Color color = new Color(entry.color());
        float pen = (float) (letterHeight / 6);
        if (entry.mark() == OverlayKey.Mark.FILLED) {
            graphics.setColor(color);
            graphics.fill(new Rectangle2D.Double(x, y - size + letterHeight * 0.1, size * 1.25, size));
            return;
        }
        Ellipse2D spot = new Ellipse2D.Double(x, y - size + letterHeight * 0.1, size * 1.25, size);
        graphics.setColor(new Color(0x50555B));
        graphics.fill(spot);
        graphics.setColor(color);
        graphics.setStroke(
                entry.mark() == OverlayKey.Mark.LINE
                        ? new BasicStroke(1.4f * pen)
                        : new BasicStroke(
                                pen,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {2 * pen, 2 * pen},
                                0));
        graphics.draw(spot);
    }

    private void bar(Graphics2D graphics, ScaleBar bar) {
        double height = letterHeight * 0.85;
        double y = lineHeight() * 0.8;
        double x = width - letterHeight - lettering.width(bar.label(language), height);
        write(graphics, bar.label(language), x, y, height, INK);
        double end = x - letterHeight * 0.6;
        double middle = y - height / 2;
        double cap = letterHeight * 0.4;
        graphics.setColor(INK);
        graphics.setStroke(new BasicStroke((float) (letterHeight / 5), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(end - bar.lengthPx(), middle, end, middle));
        graphics.setStroke(new BasicStroke((float) (letterHeight / 8)));
        graphics.draw(new Line2D.Double(end - bar.lengthPx(), middle - cap, end - bar.lengthPx(), middle + cap));
        graphics.draw(new Line2D.Double(end, middle - cap, end, middle + cap));
    }

    private void write(Graphics2D graphics, String text, double x, double y, double height, Color color) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) (height / 8.5), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(lettering.strokes(text, x, y, height));
    }
}
