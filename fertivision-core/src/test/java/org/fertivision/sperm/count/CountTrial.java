package org.fertivision.sperm.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.ObjectClass;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.TrueObject;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** What the analyzer finds in many drawn fields beside what is in them: each true head is met by one found head at most. */
final class CountTrial {
    private static final SpermCountAnalyzer ANALYZER = new SpermCountAnalyzer();
    private static final double MEETS_UM = 2.5;
    private static final double ROUND_MEETS_UM = 4;

    private final List<String> wrong = new ArrayList<>();
    private int fields;
    private int exactFields;
    private int trueHeads;
    private int foundHeads;
    private int metHeads;
    private int trueRound;
    private int foundRound;
    private int metRound;

    /** Fields of 640 x 512 pixels, 0.48 um each: 307 x 246 um, with about 60 heads. */
    static Phantom<Drawn> field() {
        return Phantoms.of("sperm-count").with("width", 640).with("height", 512).with("concentration", 40);
    }

    static CountTrial of(Phantom<Drawn> phantom, int fields) {
        return of(phantom, fields, Map.of());
    }

    static CountTrial of(Phantom<Drawn> phantom, int fields, Map<String, String> set) {
        CountTrial trial = new CountTrial();
        for (int seed = 1; seed <= fields; seed++) {
            Drawn drawn = phantom.seed(seed).draw();
            trial.compare(seed, drawn, look(drawn, set));
        }
        return trial;
    }

    static FieldOfView look(Drawn drawn, Map<String, String> set) {
        return ANALYZER.look(Frames.of(drawn.frame()).calibrated(drawn.calibration()), settings(set), Work.unlimited());
    }

    static Settings settings(Map<String, String> set) {
        return Settings.of(ANALYZER.descriptor().parameters(), set, Map.of());
    }

    private void compare(int seed, Drawn drawn, FieldOfView field) {
        double um = drawn.calibration().umPerPixelX();
        List<TrueObject> heads = drawn.truth().objects(o -> o.objectClass().isSperm() && o.centerInFrame());
        List<TrueObject> round =
                drawn.truth().objects(o -> o.objectClass() == ObjectClass.ROUND_CELL && o.centerInFrame());
        List<Item> found = called(field, "sperm");
        List<Item> foundCells = called(field, "roundCell");
        int met = met(heads, found, MEETS_UM / um);
        fields++;
        trueHeads += heads.size();
        foundHeads += found.size();
        metHeads += met;
        trueRound += round.size();
        foundRound += foundCells.size();
        metRound += met(round, foundCells, ROUND_MEETS_UM / um);
        if (heads.size() == found.size()) {
            exactFields++;
        } else {
            wrong.add("seed " + seed + ": " + found.size() + " of " + heads.size());
        }
    }

    static List<Item> called(FieldOfView field, String term) {
        return field.counted()
                .filter(item -> item.term(SpermCountAnalyzer.LABELS)
                        .filter(term::equals)
                        .isPresent())
                .toList();
    }

    private static int met(List<TrueObject> truth, List<Item> found, double reachPx) {
        Set<Integer> taken = new HashSet<>();
        int met = 0;
        for (TrueObject object : truth) {
            Item nearest = null;
            for (Item item : found) {
                boolean nearer = nearest == null
                        || item.center().distanceTo(object.centerPx())
                                < nearest.center().distanceTo(object.centerPx());
                if (!taken.contains(item.id()) && nearer) {
                    nearest = item;
                }
            }
            if (nearest != null && nearest.center().distanceTo(object.centerPx()) <= reachPx) {
                taken.add(nearest.id());
                met++;
            }
        }
        return met;
    }

    double recall() {
        return (double) metHeads / trueHeads;
    }

    double precision() {
        return (double) metHeads / foundHeads;
    }

    /** Found over true heads, less 1. */
    double bias() {
        return (double) foundHeads / trueHeads - 1;
    }

    double roundRecall() {
        return (double) metRound / trueRound;
    }

    double roundPrecision() {
        return (double) metRound / foundRound;
    }

    int fields() {
        return fields;
    }

    int exactFields() {
        return exactFields;
    }

    /** The fields whose count is not exact. */
    List<String> wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return fields + " fields, " + trueHeads + " heads, recall " + recall() + ", precision " + precision()
                + ", exact " + exactFields + ", round cells " + metRound + " of " + trueRound + ", " + foundRound
                + " found; " + wrong;
    }
}
