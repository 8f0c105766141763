package org.fertivision.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Path;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;

/**
 * A filmed field as it was seen, with its objects followed through its own frames: a ring about each in the frames in
 * which it was seen, its number, and behind it the way of the last second. Excluded objects are ringed by dashes and have
 * no number. Plays as fast as the film was taken; where frames are missing the one before stays.
 */
public final class OverlayFilm {
    private static final int LONGEST_SIDE = 1280;

    /** Of longer films every second, third ... frame is shown. */
    private static final int MOST_FRAMES = 600;

    private static final double TRAIL_S = 1;
    private static final double PEN = 1.3;
    private static final double RING = 7;
    private static final double NUMBER_HEIGHT = 10;
    private static final Color CASING = new Color(0, 0, 0, 150);

    private final FieldOfView field;
    private final OverlayKey key;
    private final FieldFacts facts;
    private final Timing timing;
    private final int every;
    private final Language language;
    private final Lettering lettering = Lettering.load();

    private OverlayFilm(FieldOfView field, OverlayKey key, FieldFacts facts, Timing timing, Language language) {
        this.field = field;
        this.key = key;
        this.facts = facts;
        this.timing = timing;
        this.language = language;
        int span = field.items().stream()
                .flatMap(item -> item.course().stream())
                .mapToInt(path -> path.frame(path.size() - 1) + 1)
                .max()
                .orElse(0);
        this.every = Math.max(1, (Math.max(span, facts.input().frames()) + MOST_FRAMES - 1) / MOST_FRAMES);
    }

    /**
     * A file {@code overlay-<field>.avi} (motion JPEG) for each field of a report whose objects were followed; none where the
     * pictures were not kept.
     */
    public static List<ReportFolder.Extra> of(Report report, Language language) {
        if (!report.pictures().areKept()) {
            return List.of();
        }
        List<ReportFolder.Extra> films = new ArrayList<>();
        OverlayKey key = OverlayKey.of(report);
        for (int i = 0; i < report.inputs().size(); i++) {
            int number = i;
            FieldOfView field = report.findings().fields().get(i);
            FieldFacts facts = report.inputs().get(i);
            Timing timing = facts.timing();
            if (timing != null
                    && field.items().stream().anyMatch(item -> item.course().isPresent())) {
                OverlayFilm film = new OverlayFilm(field, key, facts, timing, language);
                films.add(new ReportFolder.Extra("overlay-" + i + ".avi", file -> {
                    try (Frames frames = report.pictures().frames(number)) {
                        film.write(frames, file);
                    }
                }));
            }
        }
        return films;
    }

    private void write(Frames frames, java.nio.file.Path file) throws IOException {
        double factor = Math.max(1, Math.max(frames.width(), frames.height()) / (double) LONGEST_SIDE);
        int width = Math.max(1, (int) Math.round(frames.width() / factor));
        OverlayFrame strips = new OverlayFrame(language, lettering, Math.max(9, width / 110.0), width);
        Optional<ScaleBar> bar = Optional.ofNullable(facts.calibration())
                .map(known -> ScaleBar.within(known, field.width(), 0.18))
                .map(whole -> new ScaleBar(whole.lengthUm(), whole.lengthPx() / factor));
        int top = strips.headingHeight();
        int pixels = Math.max(1, (int) Math.round(frames.height() / factor));
        int whole = top + pixels + strips.keyHeight(key.entries(field, language), bar);
        BufferedImage page = new BufferedImage(even(width), even(whole), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = page.createGraphics();
        try (MotionJpegFile film =
                new MotionJpegFile(file, page.getWidth(), page.getHeight(), timing.framesPerSecond() / every)) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
            graphics.translate(0, top + pixels);
            strips.key(graphics, key.entries(field, language), bar);
            graphics.translate(0, -top - pixels);
            for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                int at = frame.get().index();
                if (at / every < film.count()) {
                    continue;
                }
                while (film.count() > 0 && film.count() < at / every) {
                    film.stay();
                }
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, page.getWidth(), top);
                strips.heading(graphics, heading(at));
                graphics.translate(0, top);
                graphics.setClip(0, 0, width, pixels);
                graphics.drawImage(FramePicture.of(frame.get()).whole(LONGEST_SIDE), 0, 0, null);
                draw(graphics, at, 1 / factor);
                graphics.setClip(null);
                graphics.translate(0, -top);
                film.add(page);
            }
        } finally {
            graphics.dispose();
        }
    }

    private static int even(int side) {
        return side + side % 2;
    }

    private String heading(int frame) {
        return language.say("frame {0}", frame) + "   "
                + language.decimals(frame / timing.framesPerSecond(), 2) + " s"
                + (every > 1 ? "   " + language.say("every {0} frames", every) : "");
    }

    private void draw(Graphics2D graphics, int frame, double scale) {
        List<Item> seen =
                field.items().stream().filter(item -> item.course().isPresent()).toList();
        for (Item item : seen) {
            Path path = item.course().orElseThrow();
            int last = lastUpTo(path, frame);
            boolean isOver = path.frame(path.size() - 1) < frame;
            if (last >= 0 && !isOver) {
                Color color = new Color(key.color(item));
                line(graphics, trail(path, last, frame, scale), color, true);
                if (path.frame(last) == frame) {
                    ring(graphics, item, path.x(last) * scale, path.y(last) * scale, color);
                }
            }
        }
    }

    /** The number of the last place not after a frame; -1 where the first is after it. */
    private static int lastUpTo(Path path, int frame) {
        int low = 0;
        int high = path.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (path.frame(middle) <= frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private Shape trail(Path path, int last, int frame, double scale) {
        Path2D trail = new Path2D.Double();
        trail.moveTo(path.x(last) * scale, path.y(last) * scale);
        for (int i = last - 1; i >= 0 && frame - path.frame(i) <= TRAIL_S * timing.framesPerSecond(); i--) {
            trail.lineTo(path.x(i) * scale, path.y(i) * scale);
        }
        return trail;
    }

    private void ring(Graphics2D graphics, Item item, double x, double y, Color color) {
        line(graphics, new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING), color, item.counts());
        if (item.counts()) {
            String text = "" + item.id();
            double wide = lettering.width(text, NUMBER_HEIGHT);
            double room = graphics.getClipBounds().getMaxX() - 1 - wide;
            double left = x + RING + 1 <= room ? x + RING + 1 : x - RING - 1 - wide;
            Shape number = lettering.strokes(text, left, Math.max(y - RING + 2, NUMBER_HEIGHT + 1), NUMBER_HEIGHT);
            stroke(graphics, number, CASING, new BasicStroke((float) (2.4 * PEN)));
            stroke(graphics, number, Color.WHITE, new BasicStroke((float) PEN));
        }
    }

    private static void line(Graphics2D graphics, Shape shape, Color color, boolean whole) {
        float[] dashes = {4, 3};
        stroke(graphics, shape, CASING, new BasicStroke((float) (2.2 * PEN)));
        stroke(
                graphics,
                shape,
                color,
                whole
                        ? new BasicStroke((float) PEN)
                        : new BasicStroke((float) PEN, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    }

    private static void stroke(Graphics2D graphics, Shape shape, Color color, BasicStroke pen) {
        graphics.setColor(color);
        graphics.setStroke(pen);
        graphics.draw(shape);
    }
}
