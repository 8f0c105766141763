package org.fertivision.sperm.fragmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.measures.FragmentationMeasures;
import org.fertivision.image.Frames;
import org.fertivision.image.Point;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.ObjectClass;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.TrueObject;
import org.fertivision.request.Request;
import org.fertivision.request.Source;

/** Drawn fields of the halo test beside what was measured: which true cells were found, and what was said of them. */
final class HaloTrial {
    /** One true cell whose core and halo lie in the picture, and the item nearest to it, if any counts within half a core. */
    record Met(TrueObject core, double trueRatio, double trueHaloUm, Optional<Item> item) {
        boolean isFragmented() {
            return core.objectClass() != ObjectClass.LARGE_HALO && core.objectClass() != ObjectClass.MEDIUM_HALO;
        }

        Optional<String> term() {
            return item.flatMap(found -> found.term("scd"));
        }

        boolean isCalledFragmented() {
            return term().filter(t -> !t.equals("large") && !t.equals("medium")).isPresent();
        }

        double ratio() {
            return item.orElseThrow()
                    .reading(FragmentationMeasures.HALO_RATIO)
                    .figure()
                    .orElseThrow();
        }
    }

    private final List<Met> cells = new ArrayList<>();
    private int counted;

    void add(Drawn drawn) {
        Findings found = analyze(drawn, true);
        List<Item> items = new ArrayList<>(found.fields().get(0).counted().toList());
        counted += items.size();
        double um = drawn.calibration().umPerPixelX();
        for (TrueObject core : drawn.truth().objects(o -> o.objectClass().isSperm())) {
            Optional<TrueObject> halo = drawn
                    .truth()
                    .objects(o ->
                            o.objectClass() == ObjectClass.HALO && o.centerPx().equals(core.centerPx()))
                    .stream()
                    .findFirst();
            if (core.cutByBorder() || halo.filter(TrueObject::cutByBorder).isPresent()) {
                continue;
            }
            double width = halo.map(border -> radius(border) - radius(core)).orElse(0.0);
            Point at = core.centerPx();
            Optional<Item> near = items.stream()
                    .filter(item ->
                            item.center().distanceTo(at) * um < core.shape().widthUm() / 2)
                    .findFirst();
            near.ifPresent(items::remove);
            cells.add(new Met(core, width / core.shape().widthUm(), width, near));
        }
    }

    private static double radius(TrueObject object) {
        return Math.sqrt(object.shape().areaUm2() / Math.PI);
    }

    static HaloTrial of(Phantom<Drawn> phantom, long firstSeed, int fields) {
        HaloTrial trial = new HaloTrial();
        for (long seed = firstSeed; seed < firstSeed + fields; seed++) {
            trial.add(phantom.seed(seed).draw());
        }
        return trial;
    }

    static Findings analyze(Drawn drawn, boolean calibrated) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request =
                    Request.of("sperm-dna-fragmentation").field(Source.frames(() -> Frames.of(drawn.frame())));
            if (calibrated) {
                request.calibration(drawn.calibration());
            }
            return engine.analyze(request.build()).orElseThrow().findings();
        }
    }

    List<Met> cells() {
        return cells;
    }

    List<Met> found() {
        return cells.stream().filter(met -> met.item().isPresent()).toList();
    }

    /** Share of the true cells that were found and judged. */
    double recall() {
        return found().size() / (double) cells.size();
    }

    /** Share of what counted that is a true cell. */
    double precision() {
        return counted == 0 ? 1 : found().size() / (double) counted;
    }

    /** Share of the found cells that are rightly called fragmented or not. */
    double accuracy() {
        return found().stream()
                        .filter(met -> met.isFragmented() == met.isCalledFragmented())
                        .count()
                / (double) found().size();
    }

    /** Share of the found cells whose class is the true one of five. */
    double classAccuracy() {
        return found().stream()
                        .filter(met -> met.term()
                                .orElse("")
                                .equals(met.core().objectClass().term()))
                        .count()
                / (double) found().size();
    }

    /** Measured less true percent fragmented, over all cells. */
    double pointsOff() {
        double called = found().stream().filter(Met::isCalledFragmented).count() / (double) found().size();
        double truth = cells.stream().filter(Met::isFragmented).count() / (double) cells.size();
        return 100 * (called - truth);
    }
}
