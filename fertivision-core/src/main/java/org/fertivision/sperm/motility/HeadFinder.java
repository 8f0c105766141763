package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Plane;

/**
 * Finds the heads in one frame after another. Every frame is compared with the light between its own heads, eight pixels
 * at a time; only where pixels stand out a blob is grown and weighed, and a blob of several heads is parted. What a
 * single head looks like is learnt from the first frames. Not thread-safe.
 */
final class HeadFinder {
    /** Share of a head's contrast from which pixels begin a blob, unless noise reaches higher. */
    private static final double SEED = 0.5;

    private static final double SEED_NOISES = 3.2;
    private static final double SEED_MOST = 0.7;

    /** Share of a head's contrast down to which a blob grows: above tails, which have a quarter at most. */
    private static final double GROW = 0.35;

    private static final double LEAST_AREA = 0.45;
    private static final double LEAST_AREA_AT_EDGE = 0.2;
    private static final double SEVERAL = 1.5;
    private static final double LARGE = 2.6;
    private static final double SOLID = 0.92;
    private static final double LEAST_PART = 0.3;

    private static final int SPARSE = 4;

    /** Share of pixels that a blob and the heads it is parted into must have in common, of those that either has. */
    private static final double LEAST_AGREEMENT = 0.65;

    private final Levels levels;
    private final Backdrop backdrop;
    private final Outstanding outstanding;
    private final BrightBlob blob;
    private final Overlap overlap = new Overlap();
    private final Centering centering;
    private final HeadModel model = new HeadModel();
    private final Heads heads = new Heads();
    private double seedLevel;
    private double growLevel;
    private boolean isBegun;

    HeadFinder(int width, int height) {
        levels = new Levels(width, height);
        backdrop = new Backdrop(levels);
        outstanding = new Outstanding(levels, backdrop);
        blob = new BrightBlob(levels);
        centering = new Centering(levels);
    }

    /**
     * Learns from the first frames.
     *
     * @param first one frame or a few
     * @param darkHeads whether heads are darker than their surroundings, or nothing to find it out
     * @param pixelAreaUm2 area of a pixel, square micrometers, or 0 where nobody knows
     */
    void begin(List<Plane> first, Optional<Boolean> darkHeads, double pixelAreaUm2) {
        if (first.get(0).bits() == 16) {
            double[] bounds = Levels.bounds(first.get(0));
            levels.spread(bounds[0], bounds[1]);
        }
        levels.take(first.get(0));
        backdrop.begin();
        if (darkHeads.orElseGet(this::isDark)) {
            levels.turnDark();
        }
        FirstLook look = new FirstLook(pixelAreaUm2);
        double contrast = look.contrast(first);
        look.learn(first, contrast);
        levels.take(first.get(0));
        backdrop.begin();
        isBegun = true;
    }

    /** Whether more stands out below than above the light between the heads, beyond five times the noise, in every fourth row. */
    private boolean isDark() {
        double reach = 5 * backdrop.noise();
        double bright = 0;
        double dark = 0;
        double[] surroundings = new double[(levels.width() + Backdrop.BLOCK - 1) / Backdrop.BLOCK];
        for (int y = 0; y < levels.height(); y += SPARSE) {
            backdrop.along(y, surroundings);
            for (int x = 0; x < levels.width(); x += Backdrop.BLOCK) {
                double here = surroundings[x / Backdrop.BLOCK];
                for (int i = x; i < Math.min(levels.width(), x + Backdrop.BLOCK); i++) {
                    double over = levels.at(y * levels.width() + i) - here;
                    bright += Math.max(0, over - reach);
                    dark += Math.max(0, -over - reach);
                }
            }
        }
        return dark > bright;
    }

    /** The heads of the next frame; valid until the next call. */
    Heads find(Plane plane) {
        if (!isBegun) {
            throw new IllegalStateException("begin with the first frames");
        }
        take(plane);
        heads.clear();
        double contrast = Math.max(model.contrast(), HeadModel.LEAST_SNR * backdrop.noise());
        seedLevel = Math.max(SEED * contrast, Math.min(SEED_NOISES * backdrop.noise(), SEED_MOST * contrast));
        growLevel = GROW * contrast;
        if (model.isKnown()) {
            scan(this::judge);
        }
        return heads;
    }

    private void take(Plane plane) {
        levels.take(plane);
        backdrop.follow();
        blob.nextFrame();
    }

    /** Grows a blob from the first pixel of every run that stands out, which takes in the others, and hands it over. */
    private void scan(Runnable grown) {
        outstanding.each(seedLevel, blob, (x, y) -> {
            blob.grow(x, y, backdrop.at(x + 0.5, y + 0.5) + growLevel);
            grown.run();
        });
    }

    /** Decides what a blob is: too small, a head, several, or something else. */
    private void judge() {
        double areas = blob.size() / model.area();
        if (areas < (blob.touchesEdge() ? LEAST_AREA_AT_EDGE : LEAST_AREA)) {
            return;
        }
        double heaviness = (areas + blob.mass() / model.mass()) / 2;
        if (heaviness < SEVERAL) {
            addSingle();
        } else if (areas <= LARGE || !isSolid()) {
            part((int) Math.round(heaviness));
        }
    }

    private void addSingle() {
        double around = backdrop.at(blob.x(), blob.y());
        double contrast = blob.brightest() - around;
        centering.center(blob, model, around);
        heads.add(centering.x(), centering.y(), blob.size(), contrast, false, blob.touchesEdge());
        if (!blob.touchesEdge()) {
            model.follow(example(contrast));
        }
    }

    /** Whether the blob fills its ellipse as a single head does. */
    private boolean isSolid() {
        double ellipse = Math.sqrt(blob.longest() * blob.across());
        double single = Math.sqrt(model.longest() * model.across());
        return blob.size() / ellipse > SOLID * model.area() / single;
    }

    private void part(int count) {
        int several = Math.max(2, Math.min(Overlap.MOST, count));
        overlap.part(blob, several, model);
        if (overlap.agreement(several, model) < LEAST_AGREEMENT) {
            if (blob.size() <= LARGE * model.area()) {
                addSingle();
            }
            return;
        }
        double contrast = blob.brightest() - backdrop.at(blob.x(), blob.y());
        for (int k = 0; k < several; k++) {
            if (overlap.mass(k) >= LEAST_PART * model.mass()) {
                heads.add(
                        overlap.x(k), overlap.y(k), (double) blob.size() / several, contrast, true, blob.touchesEdge());
            }
        }
    }

    private HeadModel.Example example(double contrast) {
        return new HeadModel.Example(contrast, blob.size(), blob.mass(), blob.longest(), blob.across());
    }

    /** What a single head looks like. */
    HeadModel model() {
        return model;
    }

    /** Standard deviation of single pixels, gray levels. */
    double noise() {
        return backdrop.noise();
    }

    boolean isDarkHeads() {
        return levels.isDark();
    }

    /** Learns what heads look like from frames of which nothing is known yet. */
    private final class FirstLook {
        private static final double SEED_FIRST = 5;
        private static final double GROW_FIRST = 3;
        private static final int LEAST_PIXELS = 6;
        private static final double LEAST_UM2 = 4;
        private static final double MOST_UM2 = 60;
        private static final double STRONG = 0.75;
        private static final int ENOUGH = 100;

        private final double pixelAreaUm2;
        private final List<HeadModel.Example> seen = new ArrayList<>();

        FirstLook(double pixelAreaUm2) {
            this.pixelAreaUm2 = pixelAreaUm2;
        }

        /** Contrast that three quarters of what stands out stay below, by area. */
        double contrast(List<Plane> first) {
            look(first, 0);
            seen.sort((a, b) -> Double.compare(a.contrast(), b.contrast()));
            double all = seen.stream().mapToDouble(HeadModel.Example::area).sum();
            double sum = 0;
            for (HeadModel.Example one : seen) {
                sum += one.area();
                if (sum >= STRONG * all) {
                    return one.contrast();
                }
            }
            return 0;
        }

        void learn(List<Plane> first, double contrast) {
            seen.clear();
            if (contrast > 0) {
                look(first, contrast);
            }
            if (!seen.isEmpty()) {
                model.learn(seen);
            }
        }

        private void look(List<Plane> first, double contrast) {
            for (int i = 0; i < first.size() && seen.size() < ENOUGH; i++) {
                levels.take(first.get(i));
                backdrop.begin();
                blob.nextFrame();
                double noise = backdrop.noise();
                seedLevel = contrast > 0
                        ? Math.max(SEED * contrast, Math.min(SEED_NOISES * noise, SEED_MOST * contrast))
                        : SEED_FIRST * noise;
                growLevel = contrast > 0 ? GROW * contrast : GROW_FIRST * noise;
                scan(this::note);
            }
        }

        private void note() {
            double um2 = blob.size() * pixelAreaUm2;
            boolean plausible = pixelAreaUm2 == 0 || (um2 >= LEAST_UM2 && um2 <= MOST_UM2);
            if (blob.size() >= LEAST_PIXELS && plausible && !blob.touchesEdge()) {
                seen.add(example(blob.brightest() - backdrop.at(blob.x(), blob.y())));
            }
        }
    }
}
