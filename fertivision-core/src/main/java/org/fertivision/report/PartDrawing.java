package org.fertivision.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.fertivision.finding.ItemPart;
import org.fertivision.image.Point;

/**
 * Draws the parts of objects, which lie under the outlines of all objects: a border filled so that the picture shows
 * through, or a way.
 *
 * @param scale pixels of the drawing in one of the field
 * @param pen width of a usual line, pixels of the drawing
 */
record PartDrawing(OverlayKey key, double scale, double pen) {
    /** How much of the picture a part covers, of 255. */
    private static final int ALPHA = 90;

    private static final Color CASING = new Color(255, 255, 255, 150);

    void draw(Graphics2D graphics, ItemPart part) {
        Path2D shape = shape(part);
        Color color = new Color(key.color(part));
        if (part.closed()) {
            graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), ALPHA));
            graphics.fill(shape);
        }
        stroke(graphics, shape, CASING, 2.8 * pen);
        stroke(graphics, shape, color, 1.4 * pen);
    }

    private Path2D shape(ItemPart part) {
        Path2D shape = new Path2D.Double();
        Point first = part.places().get(0);
        shape.moveTo(first.x() * scale, first.y() * scale);
        part.places().stream().skip(1).forEach(place -> shape.lineTo(place.x() * scale, place.y() * scale));
        if (part.closed()) {
            shape.closePath();
        }
        return shape;
    }

    private static void stroke(Graphics2D graphics, Path2D shape, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }
}
