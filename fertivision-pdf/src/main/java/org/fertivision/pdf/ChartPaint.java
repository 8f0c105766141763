package org.fertivision.pdf;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.fertivision.image.Point;
import org.fertivision.report.Chart;

/** Draws a chart on a sheet, in ink that also tells its marks apart in gray. */
final class ChartPaint {
    private static final Color TRACK = new Color(0xee, 0xf1, 0xf4);
    private static final Color AMOUNT = new Color(0x8f, 0xbf, 0xd4);
    private static final Color DARK = new Color(0x0a, 0x3d, 0x54);
    private static final Color GRID = new Color(0xe0, 0xe5, 0xea);
    private static final Color AXIS = new Color(0x6e, 0x77, 0x81);
    private static final Color MEDIAN = new Color(0xb3, 0x59, 0x00);
    private static final Color BAND = new Color(0xd6, 0xe9, 0xf1);
    private static final Color INK = new Color(0x1b, 0x1f, 0x24);
    private static final float TICK = 11;
    private static final float NAME = 12.5f;
    private static final float STROKE = 1.2f;
    private static final int ROUND_JOIN = 1;
    /** Control points of a quarter of a circle by a Bezier curve, in radii. */
    private static final float ROUND = 0.5523f;

    private final PDPageContentStream stream;
    private final Fonts fonts;
    private final float left;
    private final float top;
    private final float scale;

    private ChartPaint(PDPageContentStream stream, Fonts fonts, float left, float top, float scale) {
        this.stream = stream;
        this.fonts = fonts;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    /** Draws a chart so many points wide with its top left corner at the given place. */
    static void draw(Chart chart, PDPageContentStream stream, Fonts fonts, float left, float top, float width)
            throws IOException {
        ChartPaint paint = new ChartPaint(stream, fonts, left, top, width / (float) chart.width());
        for (Chart.Mark mark : chart.marks()) {
            paint.draw(mark);
        }
    }

    private void draw(Chart.Mark mark) throws IOException {
        if (mark instanceof Chart.Box box) {
            stream.setNonStrokingColor(color(box.ink()));
            stream.addRect(x(box.x()), y(box.y() + box.height()), scaled(box.width()), scaled(box.height()));
            stream.fill();
        } else if (mark instanceof Chart.Line line) {
            stream.setStrokingColor(color(line.ink()));
            stream.setLineWidth(scale * STROKE);
            stream.setLineDashPattern(
                    line.ink() == Chart.Ink.MEDIAN ? new float[] {5 * scale, 3 * scale} : new float[0], 0);
            stream.moveTo(x(line.x1()), y(line.y1()));
            stream.lineTo(x(line.x2()), y(line.y2()));
            stream.stroke();
            stream.setLineDashPattern(new float[0], 0);
        } else if (mark instanceof Chart.Disc disc) {
            disc(disc);
        } else if (mark instanceof Chart.Shape shape) {
            shape(shape);
        } else if (mark instanceof Chart.Words words) {
            words(words);
        }
    }

    private void shape(Chart.Shape shape) throws IOException {
        boolean first = true;
        for (Point corner : shape.corners()) {
            if (first) {
                stream.moveTo(x(corner.x()), y(corner.y()));
            } else {
                stream.lineTo(x(corner.x()), y(corner.y()));
            }
            first = false;
        }
        if (shape.filled()) {
            stream.setNonStrokingColor(color(shape.ink()));
            stream.fill();
        } else {
            stream.setStrokingColor(color(shape.ink()));
            stream.setLineWidth(scale * STROKE);
            stream.setLineJoinStyle(ROUND_JOIN);
            stream.stroke();
        }
    }

    private void disc(Chart.Disc disc) throws IOException {
        float x = x(disc.x());
        float y = y(disc.y());
        float r = scaled(disc.radius());
        float c = r * ROUND;
        stream.setNonStrokingColor(color(disc.ink()));
        stream.moveTo(x + r, y);
        stream.curveTo(x + r, y + c, x + c, y + r, x, y + r);
        stream.curveTo(x - c, y + r, x - r, y + c, x - r, y);
        stream.curveTo(x - r, y - c, x - c, y - r, x, y - r);
        stream.curveTo(x + c, y - r, x + r, y - c, x + r, y);
        stream.fill();
    }

    private void words(Chart.Words words) throws IOException {
        String text = fonts.writable(words.text());
        float size = scale * (words.name() ? NAME : TICK);
        float width = fonts.width(text, size);
        stream.beginText();
        stream.setFont(fonts.font(), size);
        stream.setNonStrokingColor(words.name() ? INK : AXIS);
        stream.newLineAtOffset(x(words.x()) - before(words.anchor(), width), y(words.y()));
        stream.showText(text);
        stream.endText();
    }

    /** How much of a text stands before its place. */
    private static float before(Chart.Anchor anchor, float width) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
    }

    private static Color color(Chart.Ink ink) {
        return switch (ink) {
            case TRACK -> TRACK;
            case AMOUNT -> AMOUNT;
            case WHISKER, MEAN, DOT -> DARK;
            case GRID -> GRID;
            case AXIS -> AXIS;
            case MEDIAN -> MEDIAN;
            case BAND -> BAND;
            case FIRST -> new Color(0xe6, 0x9f, 0x00);
            case SECOND -> new Color(0x56, 0xb4, 0xe9);
            case THIRD -> new Color(0xcc, 0x79, 0xa7);
            case FOURTH -> new Color(0x00, 0x9e, 0x73);
            case FIFTH -> new Color(0xd5, 0x5e, 0x00);
            case OTHER -> new Color(0x9a, 0xa4, 0xae);
        };
    }

    private float x(double units) {
        return left + scaled(units);
    }

    private float y(double units) {
        return top - scaled(units);
    }

    private float scaled(double units) {
        return (float) (units * scale);
    }
}
