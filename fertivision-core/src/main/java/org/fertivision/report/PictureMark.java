package org.fertivision.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/**
 * Words on the pixels of pictures, in the lower left corner, as large as fits; upon a piece of a few pixels they are a mere
 * stain. Immutable and thread-safe.
 */
final class PictureMark {
    private static final double USUAL_HEIGHT = 12;

    /** How much of a picture's width the words take at most. */
    private static final double WIDEST = 0.94;

    private static final Color CASING = new Color(0, 0, 0, 220);

    private final String words;
    private final Lettering lettering = Lettering.load();

    /** Draws these words, or nothing where they are empty. */
    PictureMark(String words) {
        this.words = words;
    }

    /** The same picture with the words on it. */
    BufferedImage on(BufferedImage picture) {
        if (words.isEmpty()) {
            return picture;
        }
        double height = Math.min(Math.max(USUAL_HEIGHT, picture.getWidth() / 80.0), picture.getHeight() / 2.0);
        height *= Math.min(1, WIDEST * picture.getWidth() / lettering.width(words, height));
        double margin = (1 - WIDEST) / 2 * picture.getWidth();
        Shape strokes = lettering.strokes(words, margin, picture.getHeight() - height / 2, height);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            stroke(graphics, strokes, CASING, height / 3);
            stroke(graphics, strokes, Color.WHITE, height / 8);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static void stroke(Graphics2D graphics, Shape strokes, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(strokes);
    }
}
