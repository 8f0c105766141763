package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fertivision.image.Frame;
import org.fertivision.image.Point;

/** Draws ultrasound stills of an ovary with follicles of known size, and of what is easily taken for one. */
final class OvaryPhantom implements Recipe<Drawn> {
    private static final String KIND = "follicle";
    private static final double TICK_MM = 10;
    private static final double SMALLEST_FOLLICLE_MM = 2;
    private static final double LARGEST_ANTRAL_MM = 10;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.choice(Choices.PRESET, List.of("endovaginal", "abdominal"), "values that belong together"));
        all.add(Setting.whole("follicles", 8, "1", 0, 60, "follicles, each apart from the others"));
        all.add(Setting.number("smallestMm", 3, "mm", 1, 40, "smallest mean diameter"));
        all.add(Setting.number("largestMm", 12, "mm", 1, 40, "largest mean diameter"));
        all.add(Setting.number("axisRatio", 1.3, "1", 1, 2, "largest ratio of long to short diameter"));
        all.add(Setting.number("gapMm", 1, "mm", 0.2, 10, "tissue between neighbors at least"));
        all.add(Setting.whole("pairs", 0, "1", 0, 12, "further pairs of round follicles side by side"));
        all.add(Setting.number("pairGapMm", 0, "mm", -3, 3, "tissue between those of a pair; negative: overlap"));
        all.add(Setting.number("fluidDb", -45, "1", -80, -5, "echoes of fluid against tissue, dB"));
        all.add(Setting.number("ovaryLongMm", 50, "mm", 10, 120, "width of the ovary"));
        all.add(Setting.number("ovaryShortMm", 36, "mm", 10, 120, "height of the ovary"));
        all.add(Setting.number("ovaryDepthMm", 30, "mm", 5, 180, "depth of the ovary's center"));
        all.add(Setting.whole("debrisCysts", 0, "1", 0, 6, "cysts full of weak echoes, in the ovary"));
        all.add(Setting.whole("tubes", 0, "1", 0, 12, "vessels beside the ovary"));
        all.add(Setting.number("tubeRatio", 4, "1", 2.5, 8, "length of a vessel over its width of 4 mm"));
        all.add(Setting.whole("shadows", 0, "1", 0, 6, "reflectors beside the ovary that throw a shadow"));
        all.add(Setting.flag("bladder", false, "whether a full bladder lies before the ovary"));
        all.add(Setting.whole("crosses", 0, "1", 0, 12, "follicles with white crosses at the ends of their long axis"));
        all.add(Setting.flag("ticks", false, "whether depth ticks 10 mm apart stand at the left, every fifth longer"));
        all.add(Setting.flag("letters", false, "whether colored letters stand in the image"));
        all.add(Setting.flag("flow", false, "whether colored flow is shown in the ovary"));
        all.addAll(Transducer.settings());
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of("abdominal", Transducer.ABDOMINAL + " ovaryDepthMm=72 smallestMm=5 largestMm=20 follicles=4");
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Transducer probe = Transducer.of(choices);
        OvaryPlan plan = OvaryPlan.of(probe, choices, Chance.of(seed, "layout"));
        ScreenMarks screen = new ScreenMarks(Sonogram.of(probe, plan, seed));
        Chance marks = Chance.of(seed, "marks");
        List<Body> follicles = plan.ofClass(ObjectClass.FOLLICLE);
        follicles.stream()
                .limit(choices.whole("crosses"))
                .flatMap(f -> f.ends().stream())
                .forEach(end -> screen.cross(probe.pixel(end.x(), end.y())));
        if (choices.flag("ticks")) {
            screen.ticks(TICK_MM / probe.mmPerPixel());
        }
        if (choices.flag("letters")) {
            screen.letters(new Point(probe.width() * 0.4, probe.height() * 0.93), 1, marks);
            screen.letters(new Point(6, 8), 3, marks);
        }
        if (choices.flag("flow")) {
            Point center =
                    probe.pixel(plan.ovary().center().x(), plan.ovary().center().y());
            screen.flow(center, plan.ovary().shortMm() / 2 / probe.mmPerPixel(), marks);
        }
        Frame frame = screen.frame();
        return new Drawn(
                frame,
                probe.calibration(),
                new Truth(
                        KIND,
                        seed,
                        frame.width(),
                        frame.height(),
                        frame.planes().size(),
                        probe.calibration(),
                        choices.values(),
                        objects(plan, probe),
                        summary(follicles, plan.ovary()),
                        told(plan.ovary(), probe)));
    }

    private static List<TrueObject> objects(OvaryPlan plan, Transducer probe) {
        List<TrueObject> objects = new ArrayList<>();
        List<Body> bodies = plan.bodies();
        for (int i = 0; i < bodies.size(); i++) {
            List<Integer> touches =
                    plan.touching(i).stream().map(other -> other + 1).toList();
            objects.add(bodies.get(i).known(i + 1, probe, touches));
        }
        objects.add(plan.ovary().known(bodies.size() + 1, probe, List.of()));
        return objects;
    }

    /** Follicles below 2 mm are none by definition. */
    private static List<TrueValue> summary(List<Body> follicles, Body ovary) {
        List<Double> sizes = follicles.stream()
                .map(Body::meanMm)
                .filter(mm -> mm >= SMALLEST_FOLLICLE_MM)
                .toList();
        List<TrueValue> values = new ArrayList<>();
        values.add(new TrueValue("follicles", sizes.size(), "1"));
        long antral = sizes.stream().filter(mm -> mm <= LARGEST_ANTRAL_MM).count();
        values.add(new TrueValue("antralFollicles", antral, "1"));
        sizes.stream()
                .max(Double::compare)
                .ifPresent(largest -> values.add(new TrueValue("largestFollicle", largest, "mm")));
        values.add(new TrueValue("ovaryArea", Math.PI / 4 * ovary.longMm() * ovary.shortMm(), "mm2"));
        return values;
    }

    private static SortedMap<String, String> told(Body ovary, Transducer probe) {
        SortedMap<String, String> told = new TreeMap<>();
        told.put(
                "ovary",
                ovary.rim(0).stream()
                        .map(place -> probe.pixel(place.x(), place.y()))
                        .map(pixel -> Decimal.of(pixel.x()) + "," + Decimal.of(pixel.y()))
                        .collect(Collectors.joining(" ")));
        return told;
    }
}
