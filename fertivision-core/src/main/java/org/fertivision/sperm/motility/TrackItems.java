package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/** Makes the items of a field: one for every track, counted or too short to be anything. */
final class TrackItems {
    /** The naming system that says whether a track may have been mistaken for another. */
    static final String LINKING = "linking";

    static final String AMBIGUOUS = "ambiguous";
    static final String CLEAR = "clear";

    /** The naming system that says whether a head got ahead by its own length within a second. */
    static final String MOVED = "displacement";

    static final String MOVED_FAR = "headLengthOrMore";
    static final String MOVED_LITTLE = "less";

    private static final int FEWEST_PLACES = 5;
    private static final double LEAST_S = 0.1;
    /** The shortest time over which sperm are measured and graded, seconds; our choice, see ADR 9. */
    static final double MEASURED_S = 0.5;

    /** What a sum of frame times may lack, seconds. */
    static final double ALMOST = 1e-6;

    private static final String BRIEF = "followed for less than 0.5 s";
    private static final String UNCALIBRATED = "uncalibrated";

    private final int width;
    private final int height;
    private final Measuring measuring;
    private final double headLength;
    private final boolean capacitated;
    private final String steps;

    /**
     * Items of a field of some pixels, where a head is so long in units of its trail; only capacitated sperm are judged for
     * hyperactivation.
     */
    TrackItems(int width, int height, Measuring measuring, double headLength, boolean capacitated) {
        this.width = width;
        this.height = height;
        this.measuring = measuring;
        this.headLength = headLength;
        this.capacitated = capacitated;
        this.steps = "steps-at-" + hyphenated(measuring.framesPerSecond()) + "-fps";
    }

    List<Item> of(List<Track> tracks) {
        List<Item> items = new ArrayList<>();
        for (Track track : tracks) {
            items.add(item(items.size(), track));
        }
        return items;
    }

    private Item item(int id, Track track) {
        boolean counts = track.size() >= FEWEST_PLACES
                && measuring.durationS(track) >= LEAST_S - ALMOST
                && track.lastFrame() > track.firstFrame();
        List<Reading> readings = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        readings.add(Reading.measured(MotilityMeasures.DURATION, measuring.durationS(track), "frames-seen"));
        if (counts) {
            Trail trail = measuring.trail(track);
            Kinematics kinematics = Kinematics.of(trail, measuring.limits());
            readings.addAll(kinematicsOf(track, kinematics));
            if (measuring.isCalibrated()) {
                labels.add(new Label(
                        MotilityGrade.SYSTEM, MotilityGrade.of(kinematics).term()));
                if (capacitated) {
                    Hyperactivation.of(trail, measuring.limits())
                            .ifPresent(verdict -> labels.add(new Label(Hyperactivation.SYSTEM, verdict.term())));
                }
            }
            boolean far = kinematics.progress().speed() >= headLength;
            labels.add(new Label(MOVED, far ? MOVED_FAR : MOVED_LITTLE));
            labels.add(new Label(LINKING, track.isAmbiguous() ? AMBIGUOUS : CLEAR));
        } else {
            readings.addAll(tooBrief());
        }
        Item item = Item.of(id, center(track), Outline.none(), box(track), readings, labels)
                .moving(path(track));
        return counts
                ? item
                : item.excluded(
                        new Exclusion("too-short", String.format(Locale.ROOT, "seen in %d frames", track.size())));
    }

    private List<Reading> kinematicsOf(Track track, Kinematics k) {
        if (measuring.durationS(track) < MEASURED_S - ALMOST) {
            return tooBrief();
        }
        String path = "path-averaged-over-" + Math.round(1000 * k.averagedS()) + "-ms";
        List<Reading> readings = new ArrayList<>();
        readings.add(length(MotilityMeasures.VCL, k.vcl(), steps));
        readings.add(length(MotilityMeasures.VSL, k.vsl(), "start-to-end"));
        readings.add(length(MotilityMeasures.VAP, k.vap(), path));
        readings.add(ratio(MotilityMeasures.LIN, k.vsl(), k.vcl(), k));
        readings.add(ratio(MotilityMeasures.STR, k.straightness(), 1, k));
        readings.add(ratio(MotilityMeasures.WOB, k.vap(), k.vcl(), k));
        if (k.beating().isPresent()) {
            Beating beating = k.beating().get();
            readings.add(length(MotilityMeasures.ALH, beating.width(), path));
            readings.add(length(MotilityMeasures.ALH_MAX, beating.widest(), path));
            readings.add(Reading.measured(MotilityMeasures.BCF, beating.crossingsPerS(), path));
        } else {
            readings.add(Reading.notMeasured(
                    MotilityMeasures.ALH, lacksScale(MotilityMeasures.ALH) ? UNCALIBRATED : k.whyNoBeating()));
            readings.add(Reading.notMeasured(
                    MotilityMeasures.ALH_MAX, lacksScale(MotilityMeasures.ALH_MAX) ? UNCALIBRATED : k.whyNoBeating()));
            readings.add(Reading.notMeasured(MotilityMeasures.BCF, k.whyNoBeating()));
        }
        readings.add(
                k.moves()
                        ? Reading.measured(MotilityMeasures.MAD, k.mad(), steps)
                        : Reading.notMeasured(MotilityMeasures.MAD, "no motion"));
        return readings;
    }

    private List<Reading> tooBrief() {
        return MotilityMeasures.kinematics().stream()
                .map(measure -> Reading.notMeasured(measure, lacksScale(measure) ? UNCALIBRATED : BRIEF))
                .toList();
    }

    private boolean lacksScale(Measure measure) {
        boolean inUm = measure.unit() == Unit.MICROMETER || measure.unit() == Unit.MICROMETER_PER_SECOND;
        return inUm && !measuring.isCalibrated();
    }

    private Reading length(Measure measure, double value, String method) {
        return measuring.isCalibrated()
                ? Reading.measured(measure, value, method)
                : Reading.notMeasured(measure, UNCALIBRATED);
    }

    private static Reading ratio(Measure measure, double part, double whole, Kinematics k) {
        return k.moves() && whole > 0
                ? Reading.measured(measure, 100 * part / whole, "ratio")
                : Reading.notMeasured(measure, "no motion");
    }

    private static String hyphenated(double rate) {
        String text = String.format(Locale.ROOT, "%.2f", rate);
        return text.replaceAll("\\.?0+$", "").replace('.', '-');
    }

    private static Point center(Track track) {
        int middle = track.size() / 2;
        return new Point(track.x(middle), track.y(middle));
    }

    private Region box(Track track) {
        double left = width - 1;
        double top = height - 1;
        double right = 0;
        double bottom = 0;
        for (int i = 0; i < track.size(); i++) {
            left = Math.min(left, track.x(i));
            right = Math.max(right, track.x(i));
            top = Math.min(top, track.y(i));
            bottom = Math.max(bottom, track.y(i));
        }
        int x = (int) Math.max(0, Math.min(width - 1.0, Math.floor(left)));
        int y = (int) Math.max(0, Math.min(height - 1.0, Math.floor(top)));
        int x2 = (int) Math.max(x + 1.0, Math.min(width, Math.ceil(right)));
        int y2 = (int) Math.max(y + 1.0, Math.min(height, Math.ceil(bottom)));
        return new Region(x, y, x2 - x, y2 - y);
    }

    private static Path path(Track track) {
        int[] frames = new int[track.size()];
        double[] x = new double[frames.length];
        double[] y = new double[frames.length];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = track.frame(i);
            x[i] = track.x(i);
            y[i] = track.y(i);
        }
        return new Path(frames, x, y);
    }
}
