package org.fertivision.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.fertivision.report.Chart;
import org.jspecify.annotations.Nullable;

/** A4 sheets that are filled from the top; a new one begins where the last one is full. Lengths in points. */
final class Paper implements AutoCloseable {
    static final float TEXT = 9;
    static final float MARGIN = 48;
    private static final float NAME = 13;
    /** Room for a line of text and a row of charts. */
    static final float CHARTS = 160;

    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private static final float LEADING = 1.35f;
    private static final float BOTTOM = 60;
    private static final float FOOT = 30;
    private static final float HEAD = PDRectangle.A4.getHeight() - 30;
    private static final float GAP = 16;
    private static final float SMALL = 7.5f;
    private static final float JPEG_QUALITY = 0.85f;
    private static final Color INK = new Color(0x1f, 0x29, 0x33);
    private static final Color PALE = new Color(0x5a, 0x67, 0x73);
    private static final Color RULE = new Color(0xd5, 0xdb, 0xe1);

    private final PDDocument document;
    private final Fonts fonts;
    private @Nullable PDPageContentStream sheet;
    private float y;

    Paper(PDDocument document) throws IOException {
        this.document = document;
        this.fonts = Fonts.in(document);
    }

    /** A line of its own in a size, with room above and a few lines of text below. */
    void heading(String text, float size) throws IOException {
        heading(text, size, size * LEADING);
    }

    /** A line of its own in a size, on the sheet on which so much more has room below it. */
    void heading(String text, float size, float below) throws IOException {
        need(2 * size * LEADING + below);
        y -= size * 0.8f;
        for (String line : wrapped(text, size, WIDTH)) {
            write(line, MARGIN, size, INK);
            y -= size * LEADING;
        }
    }

    /** Lines that end at the right margin, the first larger; a rule below. Nothing where there are none. */
    void letterhead(List<String> lines) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            float size = i == 0 ? NAME : TEXT;
            for (String line : wrapped(lines.get(i), size, WIDTH)) {
                need(size * LEADING);
                write(line, MARGIN + WIDTH - fonts.width(line, size), size, i == 0 ? INK : PALE);
                y -= size * LEADING;
            }
        }
        if (!lines.isEmpty()) {
            rule(y + TEXT * 0.75f);
        }
    }

    /** Text over the whole width, broken between words. */
    void paragraph(String text) throws IOException {
        for (String line : wrapped(text, TEXT, WIDTH)) {
            need(TEXT * LEADING);
            write(line, MARGIN, TEXT, INK);
            y -= TEXT * LEADING;
        }
    }

    /** A row of cells whose left edges stand at the given shares of the width; a rule below. */
    void row(List<String> cells, float[] lefts, boolean head) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            float right = i + 1 < lefts.length ? lefts[i + 1] : 1;
            List<String> wrapped = wrapped(cells.get(i), TEXT, (right - lefts[i]) * WIDTH - 6);
            lines.add(wrapped);
            most = Math.max(most, wrapped.size());
        }
        need((most + 0.6f) * TEXT * LEADING);
        float top = y;
        for (int i = 0; i < lines.size(); i++) {
            y = top;
            for (String line : lines.get(i)) {
                write(line, MARGIN + lefts[i] * WIDTH, TEXT, head ? PALE : INK);
                y -= TEXT * LEADING;
            }
        }
        y = top - most * TEXT * LEADING;
        rule(y + TEXT * 0.75f);
        y -= TEXT * 0.3f;
    }

    /** A picture over the whole width, at most {@code mostHeight} high, with a caption. */
    void picture(BufferedImage image, String caption, float mostHeight) throws IOException {
        float scale = Math.min(WIDTH / image.getWidth(), mostHeight / image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        need(height + 2 * TEXT * LEADING);
        PDImageXObject object = JPEGFactory.createFromImage(document, image, JPEG_QUALITY);
        y -= height - TEXT;
        current().drawImage(object, MARGIN, y, width, height);
        y -= TEXT * LEADING;
        write(caption, MARGIN, SMALL, PALE);
        y -= TEXT * LEADING * 1.4f;
    }

    /** Charts in two columns, each with its caption, which may be empty. */
    void charts(List<Chart> charts, List<String> captions) throws IOException {
        float column = (WIDTH - GAP) / 2;
        for (int i = 0; i < charts.size(); i += 2) {
            float height = 0;
            for (Chart chart : charts.subList(i, Math.min(charts.size(), i + 2))) {
                height = Math.max(height, (float) (chart.height() * column / chart.width()));
            }
            need(height + 2 * TEXT * LEADING);
            float top = y + TEXT;
            float lowest = top;
            for (int j = i; j < Math.min(charts.size(), i + 2); j++) {
                float left = MARGIN + (j - i) * (column + GAP);
                ChartPaint.draw(charts.get(j), current(), fonts, left, top, column);
                y = top - height - SMALL;
                for (String line : wrapped(captions.get(j), SMALL, column)) {
                    write(line, left, SMALL, PALE);
                    y -= SMALL * LEADING;
                }
                lowest = Math.min(lowest, y);
            }
            y = lowest - TEXT * LEADING;
        }
    }

    /** A chart over the whole width, with a caption that may be empty. */
    void wide(Chart chart, String caption) throws IOException {
        float height = (float) (chart.height() * WIDTH / chart.width());
        need(height + 2 * TEXT * LEADING);
        ChartPaint.draw(chart, current(), fonts, MARGIN, y + TEXT, WIDTH);
        y -= height;
        for (String line : wrapped(caption, SMALL, WIDTH)) {
            write(line, MARGIN, SMALL, PALE);
            y -= SMALL * LEADING;
        }
    }

    /** Writes the foot of every page: the text, and which page of how many. */
    void finish(String head, String foot) throws IOException {
        close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream stream = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true)) {
                text(stream, fonts.writable(head), MARGIN, HEAD, TEXT, INK);
                String line = fonts.writable(foot);
                text(stream, line, MARGIN, FOOT, SMALL, PALE);
                String number = (i + 1) + " / " + pages;
                text(stream, number, MARGIN + WIDTH - fonts.width(number, SMALL), FOOT, SMALL, PALE);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.close();
            sheet = null;
        }
    }

    private void need(float height) throws IOException {
        if (sheet == null || y - height < BOTTOM) {
            close();
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            sheet = new PDPageContentStream(document, page);
            y = PDRectangle.A4.getHeight() - MARGIN - TEXT;
        }
    }

    private PDPageContentStream current() {
        if (sheet == null) {
            throw new IllegalStateException("no page was begun");
        }
        return sheet;
    }

    private void write(String text, float x, float size, Color color) throws IOException {
        text(current(), fonts.writable(text), x, y, size, color);
    }

    private void text(PDPageContentStream stream, String line, float x, float at, float size, Color color)
            throws IOException {
        stream.beginText();
        stream.setFont(fonts.font(), size);
        stream.setNonStrokingColor(color);
        stream.newLineAtOffset(x, at);
        stream.showText(line);
        stream.endText();
    }

    private void rule(float at) throws IOException {
        current().setStrokingColor(RULE);
        current().setLineWidth(0.5f);
        current().moveTo(MARGIN, at);
        current().lineTo(MARGIN + WIDTH, at);
        current().stroke();
    }

    private List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : fonts.writable(text.replace('\n', ' ')).split(" ", -1)) {
            String rest = word;
            while (!rest.isEmpty()) {
                String candidate = line.isEmpty() ? rest : line + " " + rest;
                if (fonts.width(candidate, size) <= width) {
                    line.setLength(0);
                    line.append(candidate);
                    rest = "";
                } else if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    int fits = fitting(rest, size, width);
                    lines.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                }
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many signs of a word too long for its column fit, at least one. */
    private int fitting(String word, float size, float width) throws IOException {
        int fits = 1;
        while (fits < word.length() && fonts.width(word.substring(0, fits + 1), size) <= width) {
            fits++;
        }
        return fits;
    }
}
