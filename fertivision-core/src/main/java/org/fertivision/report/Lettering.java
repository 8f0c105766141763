package org.fertivision.report;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Letters made of strokes, for drawing on pictures: they look alike on every machine and need no font to be installed.
 * A character it does not have is drawn as a box.
 */
final class Lettering {
    private static final String RESOURCE = "lettering.txt";
    private static final double CAPITAL_HEIGHT = 21;
    private static final char MISSING = '\u25A1';

    private final Map<Integer, Glyph> glyphs;

    /** A letter in units of which a capital is 21 high. */
    private record Glyph(double advance, Path2D strokes) {}

    private Lettering(Map<Integer, Glyph> glyphs) {
        this.glyphs = glyphs;
    }

    /** Reads the letters. */
    static Lettering load() {
        try (InputStream stream = Lettering.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            Map<Integer, Glyph> glyphs = new HashMap<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] words = line.split(" ", -1);
                    glyphs.put(Integer.valueOf(words[0], 16), glyph(words));
                }
            }
            return new Lettering(glyphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Glyph glyph(String[] words) {
        Path2D strokes = new Path2D.Double();
        for (int i = 2; i < words.length; i++) {
            boolean first = true;
            for (String corner : words[i].split(";", -1)) {
                int comma = corner.indexOf(',');
                double x = Integer.parseInt(corner.substring(0, comma));
                double y = Integer.parseInt(corner.substring(comma + 1));
                if (first) {
                    strokes.moveTo(x, y);
                } else {
                    strokes.lineTo(x, y);
                }
                first = false;
            }
        }
        return new Glyph(Integer.parseInt(words[1]), strokes);
    }

    /** How wide a text is whose capitals are {@code height} high. */
    double width(String text, double height) {
        double units = text.codePoints().mapToDouble(c -> glyph(c).advance()).sum();
        return units * height / CAPITAL_HEIGHT;
    }

    /** The strokes of a text that begins at {@code x} and stands on the line {@code y}, capitals {@code height} high. */
    Path2D strokes(String text, double x, double y, double height) {
        double scale = height / CAPITAL_HEIGHT;
        Path2D all = new Path2D.Double();
        double pen = x;
        for (int code : text.codePoints().toArray()) {
            Glyph glyph = glyph(code);
            AffineTransform place = AffineTransform.getTranslateInstance(pen, y - height);
            place.scale(scale, scale);
            all.append(glyph.strokes().getPathIterator(place), false);
            pen += glyph.advance() * scale;
        }
        return all;
    }

    private Glyph glyph(int code) {
        Glyph known = glyphs.get(code);
        return known == null ? Objects.requireNonNull(glyphs.get((int) MISSING)) : known;
    }
}
