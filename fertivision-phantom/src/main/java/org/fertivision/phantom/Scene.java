package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;

/** What lies under the microscope: things are put in, each with its truth, then the image is taken. Not thread-safe. */
final class Scene {
    private static final int WHITE = 255;

    private final Microscope microscope;
    private final List<Canvas> channels;
    private final List<TrueObject> objects = new ArrayList<>();

    Scene(Microscope microscope, int channels) {
        this.microscope = microscope;
        float[] kernel = microscope.optics().kernel(microscope.umPerPixel());
        this.channels = IntStream.range(0, channels)
                .mapToObj(channel -> new Canvas(microscope.width(), microscope.height(), kernel))
                .toList();
    }

    /** All that was put in and is seen at least in part. */
    List<TrueObject> objects() {
        return List.copyOf(objects);
    }

    /** Puts in one thing without a tail. */
    void add(ObjectClass objectClass, Placed thing, List<Double> contrastLevels) {
        draw(thing, contrastLevels);
        note(objectClass, thing, 0, contrastLevels, List.of());
    }

    /** Puts in one sperm, or two that touch. */
    void add(List<Sperm> cluster) {
        for (Sperm sperm : cluster) {
            draw(sperm.head(), sperm.contrastLevels());
            if (sperm.tail().isDrawn()) {
                drawTail(sperm);
            }
        }
        note(cluster);
    }

    /** Puts in the heads of one sperm, or of two that touch; their tails are in the truth and are still to be shaded. */
    void addHeads(List<Sperm> cluster) {
        cluster.forEach(sperm -> draw(sperm.head(), sperm.contrastLevels()));
        note(cluster);
    }

    private void note(List<Sperm> cluster) {
        List<Sperm> seen =
                cluster.stream().filter(sperm -> isSeen(sperm.head())).toList();
        int first = objects.size() + 1;
        for (int i = 0; i < seen.size(); i++) {
            int self = first + i;
            List<Integer> touches = IntStream.range(first, first + seen.size())
                    .filter(id -> id != self)
                    .boxed()
                    .toList();
            Sperm sperm = seen.get(i);
            note(sperm.objectClass(), sperm.head(), sperm.tail().lengthUm(), sperm.contrastLevels(), touches);
        }
    }

    /** Adds light without a truth of its own: a halo. */
    void shine(Placed thing, List<Double> contrastLevels) {
        draw(thing, contrastLevels);
    }

    /** Fills a polygon that is no object: a piece of a ruled line. */
    void shade(Outline polygon, List<Double> contrastLevels) {
        draw(Coverage.of(polygon), contrastLevels);
    }

    private void drawTail(Sperm sperm) {
        double share = sperm.tail().contrastShare();
        Outline wave = sperm.tail()
                .outline(
                        sperm.neckPx(microscope.umPerPixel()),
                        sperm.head().angleRad() + Math.PI,
                        microscope.umPerPixel());
        draw(
                Coverage.of(wave),
                sperm.contrastLevels().stream().map(levels -> share * levels).toList());
    }

    private void draw(Placed thing, List<Double> contrastLevels) {
        draw(
                Coverage.of(Outline.of(thing.shape(), thing.centerPx(), thing.angleRad(), microscope.umPerPixel())),
                contrastLevels);
    }

    private void draw(Coverage covered, List<Double> contrastLevels) {
        for (int channel = 0; channel < channels.size(); channel++) {
            if (contrastLevels.get(channel) != 0) {
                channels.get(channel).add(covered, contrastLevels.get(channel));
            }
        }
    }

    private void note(
            ObjectClass objectClass, Placed thing, double tailUm, List<Double> contrastLevels, List<Integer> touches) {
        if (!isSeen(thing)) {
            return;
        }
        Point center = thing.centerPx();
        double halfX = thing.halfBoxX(microscope.umPerPixel());
        double halfY = thing.halfBoxY(microscope.umPerPixel());
        boolean whole = center.x() - halfX >= 0
                && center.x() + halfX <= microscope.width()
                && center.y() - halfY >= 0
                && center.y() + halfY <= microscope.height();
        boolean inFrame = center.x() >= 0
                && center.x() < microscope.width()
                && center.y() >= 0
                && center.y() < microscope.height();
        objects.add(new TrueObject(
                objects.size() + 1,
                objectClass,
                center,
                StrictMath.toDegrees(thing.angleRad()),
                thing.shape(),
                tailUm,
                contrastLevels,
                inFrame,
                !whole,
                touches));
    }

    private boolean isSeen(Placed thing) {
        Point center = thing.centerPx();
        double halfX = thing.halfBoxX(microscope.umPerPixel());
        double halfY = thing.halfBoxY(microscope.umPerPixel());
        return center.x() + halfX > 0
                && center.x() - halfX < microscope.width()
                && center.y() + halfY > 0
                && center.y() - halfY < microscope.height();
    }

    /**
     * Takes the image.
     *
     * @param background gray level of each channel's background
     * @param noise the camera's noise
     * @param summary what an analysis should find
     */
    Drawn photograph(
            String kind, long seed, Choices choices, List<Double> background, Noise noise, List<TrueValue> summary) {
        Truth truth = new Truth(
                kind,
                seed,
                microscope.width(),
                microscope.height(),
                channels.size(),
                microscope.calibration(),
                choices.values(),
                objects,
                summary);
        return new Drawn(expose(background, noise, seed), microscope.calibration(), truth);
    }

    private Frame expose(List<Double> background, Noise noise, long seed) {
        double direction = Chance.of(seed, "light").between(0, 2 * Math.PI);
        Illumination light = new Illumination(microscope.gradient(), direction, microscope.vignette());
        List<Plane> planes = IntStream.range(0, channels.size())
                .mapToObj(channel -> expose(
                        channels.get(channel),
                        background.get(channel),
                        light,
                        noise,
                        Chance.of(seed, "noise " + channel)))
                .toList();
        return new Frame(planes, 0, 0, 0);
    }

    private static Plane expose(Canvas canvas, double background, Illumination light, Noise noise, Chance chance) {
        int width = canvas.width();
        int height = canvas.height();
        float[] levels = canvas.blurred();
        byte[] samples = new byte[width * height];
        double[] lit = new double[width];
        for (int y = 0; y < height; y++) {
            light.row(y, width, height, lit);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                double level = noise.read(background * lit[x] + levels[at], chance);
                samples[at] = (byte) Math.max(0, Math.min(WHITE, (int) Math.floor(level + 0.5)));
            }
        }
        return Plane.takeBytes(width, height, samples);
    }
}
