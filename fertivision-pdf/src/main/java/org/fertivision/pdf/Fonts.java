package org.fertivision.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one embedded font, Liberation Sans (SIL Open Font License) as PDFBox brings it. */
final class Fonts {
    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float PER_EM = 1000;

    private final PDFont font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    private Fonts(PDFont font) {
        this.font = font;
    }

    static Fonts in(PDDocument document) throws IOException {
        try (InputStream ttf = PDDocument.class.getResourceAsStream(LIBERATION)) {
            if (ttf == null) {
                throw new IOException("PDFBox has no font " + LIBERATION);
            }
            return new Fonts(PDType0Font.load(document, ttf));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text with a question mark for each sign that the font lacks. */
    String writable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (known.computeIfAbsent(sign, this::has)) {
                kept.appendCodePoint(sign);
            } else {
                kept.append('?');
            }
        });
        return kept.toString();
    }

    /** Width of a writable text, points. */
    float width(String writable, float size) throws IOException {
        return font.getStringWidth(writable) / PER_EM * size;
    }

    private boolean has(int sign) {
        if (Character.isISOControl(sign)) {
            return false;
        }
        try {
            font.encode(Character.toString(sign));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
