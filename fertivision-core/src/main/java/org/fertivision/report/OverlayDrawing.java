package org.fertivision.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.image.Calibration;
import org.jspecify.annotations.Nullable;

/** Draws one field: its pixels, enlarged or shrunk, then every object, then the strips above and below. */
final class OverlayDrawing {
    /** Smaller pictures are enlarged by a whole number until their longer side reaches this, pixels. */
    private static final int LEGIBLE_SIDE = 1000;

    private static final int LARGEST_ENLARGEMENT = 8;

    /** Radius of the mark of an object without an outline, in widths of the pen. */
    private static final double MARK = 4;

    private static final Color CASING = new Color(0, 0, 0, 150);

    private final OverlayKey key;
    private final FieldOfView field;
    private final BufferedImage pixels;
    private final double scale;
    private final double pen;
    private final Lettering lettering = Lettering.load();

    OverlayDrawing(FramePicture picture, int maxSide, OverlayKey key, FieldOfView field) {
        this.key = key;
        this.field = field;
        int longer = Math.max(picture.width(), picture.height());
        int target = Math.min(maxSide, LEGIBLE_SIDE);
        int enlargement = Math.max(1, Math.min(LARGEST_ENLARGEMENT, target / longer));
        BufferedImage shrunk = picture.whole(maxSide);
        this.pixels = enlargement == 1 ? shrunk : enlarged(shrunk, enlargement);
        this.scale = pixels.getWidth() / (double) picture.width();
        this.pen = Math.max(1.2, Math.max(pixels.getWidth(), pixels.getHeight()) / 1100.0);
    }

    private static BufferedImage enlarged(BufferedImage picture, int times) {
        BufferedImage large = new BufferedImage(
                picture.getWidth() * times, picture.getHeight() * times, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                large.setRGB(x, y, picture.getRGB(x / times, y / times));
            }
        }
        return large;
    }

    /** The picture with its objects between a heading and a key. */
    BufferedImage framed(String heading, @Nullable Calibration calibration) {
        double letterHeight = Math.max(9, pixels.getWidth() / 110.0);
        OverlayFrame frame = new OverlayFrame(lettering, letterHeight, pixels.getWidth());
        int top = frame.headingHeight();
        int bottom = frame.keyHeight(key.entries(field), scaleBar(calibration));
        BufferedImage whole =
                new BufferedImage(pixels.getWidth(), top + pixels.getHeight() + bottom, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = whole.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, whole.getWidth(), whole.getHeight());
            frame.heading(graphics, heading);
            graphics.translate(0, top);
            graphics.setClip(0, 0, pixels.getWidth(), pixels.getHeight());
            graphics.drawImage(pixels, 0, 0, null);
            drawItems(graphics);
            graphics.setClip(null);
            graphics.translate(0, pixels.getHeight());
            frame.key(graphics, key.entries(field), scaleBar(calibration));
        } finally {
            graphics.dispose();
        }
        return whole;
    }

    private Optional<ScaleBar> scaleBar(@Nullable Calibration calibration) {
        return Optional.ofNullable(calibration)
                .map(known -> ScaleBar.within(known, field.width(), 0.18))
                .map(bar -> new ScaleBar(bar.lengthUm(), bar.lengthPx() * scale));
    }

    private void drawItems(Graphics2D graphics) {
        field.items().stream().filter(item -> !item.counts()).forEach(item -> draw(graphics, item));
        field.counted().forEach(item -> draw(graphics, item));
        double height = numberHeight();
        field.items().forEach(item -> drawNumber(graphics, item, height));
    }

    private void draw(Graphics2D graphics, Item item) {
        Color color = new Color(key.color(item));
        item.course().ifPresent(path -> line(graphics, course(path), color, item.counts()));
        line(graphics, border(item), color, item.counts());
    }

    private void line(Graphics2D graphics, Shape shape, Color color, boolean counts) {
        float width = (float) pen;
        float[] dashes = {4 * width, 3 * width};
        graphics.setColor(CASING);
        graphics.setStroke(new BasicStroke(2.4f * width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
        graphics.setColor(color);
        graphics.setStroke(
                counts
                        ? new BasicStroke(1.2f * width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.draw(shape);
    }

    private Shape border(Item item) {
        Outline outline = item.outline();
        if (outline.size() == 0) {
            double radius = MARK * pen;
            double x = item.center().x() * scale;
            double y = item.center().y() * scale;
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        Path2D border = new Path2D.Double();
        border.moveTo(outline.x(0) * scale, outline.y(0) * scale);
        for (int i = 1; i < outline.size(); i++) {
            border.lineTo(outline.x(i) * scale, outline.y(i) * scale);
        }
        border.closePath();
        return border;
    }

    private Shape course(Path path) {
        Path2D course = new Path2D.Double();
        course.moveTo(path.x(0) * scale, path.y(0) * scale);
        for (int i = 1; i < path.size(); i++) {
            course.lineTo(path.x(i) * scale, path.y(i) * scale);
        }
        return course;
    }

    /** Numbers are as high as half a usual object, within what can be read and what leaves room. */
    private double numberHeight() {
        double usual = field.items().stream()
                .mapToDouble(item -> Math.min(item.box().width(), item.box().height()))
                .sorted()
                .skip(field.items().size() / 2)
                .findFirst()
                .orElse(0);
        return Math.min(16, Math.max(7, 0.45 * usual * scale)) * Math.max(1, pen / 1.2);
    }

    /**
     * The number right of an object that counts and left of one that does not, but never outside the picture; beside the
     * mark of its center where an object moves.
     */
    private void drawNumber(Graphics2D graphics, Item item, double height) {
        String text = item.id() + key.letter(item).map(letter -> " " + letter).orElse("");
        double width = lettering.width(text, height);
        double gap = 2 * pen;
        boolean moves = item.course().isPresent();
        double mark = MARK * pen;
        double after = (moves ? item.center().x() * scale + mark : item.box().right() * scale) + gap;
        double before = (moves ? item.center().x() * scale - mark : item.box().x() * scale) - gap - width;
        boolean right = item.counts() ? after + width <= pixels.getWidth() : before < 0;
        double x = right ? after : before;
        double y = Math.max(height + 2, item.center().y() * scale + height / 2);
        Shape strokes = lettering.strokes(text, Math.max(1, x), Math.min(y, pixels.getHeight() - 2.0), height);
        float thin = (float) Math.max(1, height / 9);
        graphics.setColor(new Color(0, 0, 0, 200));
        graphics.setStroke(new BasicStroke(3 * thin, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(strokes);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(thin, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(strokes);
    }
}
