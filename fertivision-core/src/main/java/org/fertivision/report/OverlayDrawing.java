package org.fertivision.report;

import static org.fertivision.report.OverlayKey.Mark.DASHES;
import static org.fertivision.report.OverlayKey.Mark.LINE;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.finding.Unit;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.jspecify.annotations.Nullable;

/** Draws one field: its pixels, enlarged or shrunk, then every object, then the strips above and below. */
final class OverlayDrawing {
    /** Smaller pictures are enlarged by a whole number until their longer side reaches this, pixels. */
    private static final int LEGIBLE_SIDE = 1000;

    /** The same where objects move, so that their paths can be followed. */
    private static final int LEGIBLE_PATHS = 1400;

    private static final int LARGEST_ENLARGEMENT = 8;

    /** Radius of the mark of an object without an outline, in widths of the pen. */
    private static final double MARK = 4;

    /** Height of a line of letters in heights of a capital. */
    private static final double LINE_HEIGHT = 1.3;

    /** Light green, which is no object's color. */
    private static final Color POINTED = new Color(0xB8F28C);

    private static final Color CASING = new Color(0, 0, 0, 150);

    private final OverlayKey key;
    private final Language language;
    private final FieldOfView field;
    private final List<Pointed> pointed;
    private final BufferedImage pixels;
    private final double scale;
    private final double pen;
    private final Lettering lettering = Lettering.load();

    OverlayDrawing(
            FramePicture picture,
            int maxSide,
            OverlayKey key,
            FieldOfView field,
            List<Pointed> pointed,
            Language language) {
        this.key = key;
        this.language = language;
        this.field = field;
        this.pointed = pointed;
        int longer = Math.max(picture.width(), picture.height());
        boolean moves = field.items().stream().anyMatch(item -> item.course().isPresent());
        int target = Math.min(maxSide, moves ? LEGIBLE_PATHS : LEGIBLE_SIDE);
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
        OverlayFrame frame = new OverlayFrame(language, lettering, letterHeight, pixels.getWidth());
        List<Placed> numbers = numbers();
        List<OverlayKey.Entry> entries = entries(numbers.size());
        int top = frame.headingHeight();
        int bottom = frame.keyHeight(entries, scaleBar(calibration));
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
            drawItems(graphics, numbers);
            graphics.setClip(null);
            graphics.translate(0, pixels.getHeight());
            frame.key(graphics, entries, scaleBar(calibration));
        } finally {
            graphics.dispose();
        }
        return whole;
    }

    /** The key, with a word on the numbers that found no room. */
    private List<OverlayKey.Entry> entries(int numbers) {
        int without = field.items().size() - numbers;
        List<OverlayKey.Entry> entries = new ArrayList<>(key.entries(field, language));
        pointed.forEach(given -> entries.add(
                new OverlayKey.Entry(language.say("{0} set by a person", given.name()), POINTED.getRGB(), DASHES)));
        if (without > 0) {
            entries.add(new OverlayKey.Entry(
                    language.say("{0} without room for a number", without), OverlayKey.UNNAMED, LINE));
        }
        return entries;
    }

    private Optional<ScaleBar> scaleBar(@Nullable Calibration calibration) {
        return Optional.ofNullable(calibration)
                .map(known -> ScaleBar.within(known, field.width(), 0.18))
                .map(bar -> new ScaleBar(bar.lengthUm(), bar.lengthPx() * scale));
    }

    private void drawItems(Graphics2D graphics, List<Placed> numbers) {
        pointed.forEach(given -> dotted(graphics, given));
        PartDrawing parts = new PartDrawing(key, scale, pen);
        field.items().forEach(item -> item.parts().forEach(part -> parts.draw(graphics, part)));
        field.items().stream().filter(item -> !item.counts()).forEach(item -> draw(graphics, item));
        field.counted().forEach(item -> draw(graphics, item));
        numbers.forEach(number -> drawNumber(graphics, number));
    }

    private void draw(Graphics2D graphics, Item item) {
        Color color = new Color(key.color(item));
        item.course().ifPresent(path -> line(graphics, course(path), color, item.counts()));
        line(graphics, border(item), color, item.counts());
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private void dotted(Graphics2D graphics, Pointed given) {
        Path2D line = line(given.places());
        if (given.closed()) {
            line.closePath();
        }
        dots(graphics, line, Color.BLACK, 3.6 * pen);
        dots(graphics, line, POINTED, 2.4 * pen);
    }

    private void dots(Graphics2D graphics, Shape line, Color color, double width) {
        float[] apart = {0, (float) (6 * pen)};
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, apart, 0));
        graphics.draw(line);
    }

    private void line(Graphics2D graphics, Shape shape, Color color, boolean counts) {
        float width = (float) pen;
        float[] dashes = {4 * width, 3 * width};
        graphics.setColor(CASING);
        graphics.setStroke(round(2.4 * width));
        graphics.draw(shape);
        graphics.setColor(color);
        graphics.setStroke(
                counts
                        ? round(1.2 * width)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.draw(shape);
    }

    private Shape border(Item item) {
        Outline outline = item.outline();
        if (outline.size() == 0) {
            Rectangle2D mark = mark(item);
            return new Ellipse2D.Double(mark.getX(), mark.getY(), mark.getWidth(), mark.getHeight());
        }
        Path2D border = line(outline.corners());
        border.closePath();
        return border;
    }

    /** A square about an object's center; about the place where it is first seen where it moves. */
    private Rectangle2D mark(Item item) {
        Point place = item.course().map(path -> new Point(path.x(0), path.y(0))).orElse(item.center());
        double radius = MARK * pen;
        return new Rectangle2D.Double(place.x() * scale - radius, place.y() * scale - radius, 2 * radius, 2 * radius);
    }

    private Shape course(Path path) {
        return line(IntStream.range(0, path.size())
                .mapToObj(i -> new Point(path.x(i), path.y(i)))
                .toList());
    }

    private Path2D line(List<Point> places) {
        Path2D line = new Path2D.Double();
        line.moveTo(places.get(0).x() * scale, places.get(0).y() * scale);
        places.stream().skip(1).forEach(place -> line.lineTo(place.x() * scale, place.y() * scale));
        return line;
    }

    /** Numbers are as high as half a usual object, or as a mark where objects move, within what can be read and what leaves room. */
    private double numberHeight() {
        double usual = field.items().stream()
                .mapToDouble(
                        item -> Math.min(marked(item).getWidth(), marked(item).getHeight()))
                .sorted()
                .skip(field.items().size() / 2)
                .findFirst()
                .orElse(0);
        return Math.min(16, Math.max(9, 0.45 * usual)) * Math.max(1, pen / 1.2);
    }

    private void drawNumber(Graphics2D graphics, Placed number) {
        double height = number.place().getHeight() / LINE_HEIGHT;
        Shape strokes = lettering.strokes(
                number.text(),
                number.place().getX(),
                number.place().getMaxY() - (LINE_HEIGHT - 1) / 2 * height,
                height);
        float thin = (float) Math.max(1, height / 9);
        graphics.setColor(new Color(0, 0, 0, 200));
        graphics.setStroke(round(3 * thin));
        graphics.draw(strokes);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(round(thin));
        graphics.draw(strokes);
    }

    /** The numbers that have room, those of counted objects first. */
    private List<Placed> numbers() {
        double height = numberHeight();
        NumberPlaces places = new NumberPlaces(pixels.getWidth(), pixels.getHeight(), 2 * pen);
        field.items().forEach(item -> places.keepOff(marked(item)));
        List<Placed> numbers = new ArrayList<>();
        Stream.concat(field.counted(), field.items().stream().filter(item -> !item.counts()))
                .forEach(item -> {
                    String text = item.id()
                            + key.letter(item).map(letter -> " " + letter).orElseGet(() -> millimeters(item));
                    places.place(marked(item), lettering.width(text, height), LINE_HEIGHT * height, item.counts())
                            .ifPresent(place -> numbers.add(new Placed(text, place)));
                });
        return numbers;
    }

    /** An object's size where people measure it in millimeters: its first measure, with one decimal as calipers show it. */
    private static String millimeters(Item item) {
        return item.readings().stream()
                .limit(1)
                .filter(reading -> reading.measure().unit() == Unit.MILLIMETER)
                .flatMap(reading -> reading.figure().stream())
                .map(mm -> String.format(Locale.ROOT, "  %.1f mm", mm))
                .findFirst()
                .orElse("");
    }

    /** What is drawn at an object's place: its mark, or the box of its border. */
    private Rectangle2D marked(Item item) {
        return item.outline().size() == 0 ? mark(item) : scaled(item.box());
    }

    private Rectangle2D scaled(Region box) {
        return new Rectangle2D.Double(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
    }

    /** A number and where it stands. */
    private record Placed(String text, Rectangle2D place) {}
}
