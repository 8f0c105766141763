package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Draws smears for head morphometry: heads of known size, stained dark or fluorescing bright. */
final class SpermHeadPhantom implements Recipe<Drawn> {
    private static final String KIND = "sperm-morphology";
    private static final String CELLS = "cells";
    private static final String BORDER_CELLS = "borderCells";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.choice(
                Choices.PRESET,
                List.of("human-stained", "ram"),
                "values that belong together; any of them can be set besides"));
        all.add(Setting.whole(CELLS, 24, "1", 0, 5000, "heads that lie wholly in the image"));
        all.add(Setting.whole(BORDER_CELLS, 2, "1", 0, 200, "further heads that the border cuts"));
        all.addAll(HeadSize.settings(4.1, 2.8));
        all.addAll(Crowd.settings(10));
        all.add(Setting.whole("roundCells", 0, "1", 0, 200, "round cells of 8 to 15 um wholly in the image"));
        all.addAll(Tone.settings(true, 170, 110, 10));
        all.addAll(Tails.settings(true, 45, 15));
        all.addAll(Microscope.settings(1280, 1024, 0.081, 1.25, 15));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of(
                "ram",
                "cells=16 lengthUm=8 widthUm=4.6 polarity=bright background=50 contrast=110 tailUm=60"
                        + " tailContrast=10 width=1936 height=1288 wavelengthNm=460 aperture=0.75");
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Microscope microscope = Microscope.of(choices);
        Tone tone = Tone.of(choices, microscope.gradient());
        Crowd crowd = Crowd.of(choices);
        Layout layout = new Layout(microscope, crowd.gapUm(), Chance.of(seed, "layout"));
        Chance shapes = Chance.of(seed, "shapes");
        HeadSize size = HeadSize.of(choices);
        int cells = choices.whole(CELLS);
        List<Placed> roundCells = Stream.generate(() -> layout.inside(Crowd.roundCell(shapes)))
                .limit(choices.whole("roundCells"))
                .toList();
        List<List<Placed>> clusters = new ArrayList<>(crowd.heads(cells, size, layout, shapes));
        for (int i = 0; i < choices.whole(BORDER_CELLS); i++) {
            clusters.add(List.of(layout.acrossBorder(size.draw(shapes))));
        }
        List<Placed> debris = crowd.debris(cells, layout, shapes);

        Scene scene = new Scene(microscope, 1);
        Chance looks = Chance.of(seed, "looks");
        Tails tails = Tails.of(choices);
        clusters.forEach(cluster -> scene.add(cluster.stream()
                .map(head -> new Sperm(ObjectClass.SPERM, head, tails.draw(looks), List.of(tone.draw(looks))))
                .toList()));
        roundCells.forEach(
                cell -> scene.add(ObjectClass.ROUND_CELL, cell, List.of(Crowd.ROUND_CELL_CONTRAST * tone.contrast())));
        debris.forEach(
                crumb -> scene.add(ObjectClass.DEBRIS, crumb, List.of(Crowd.debrisContrast(looks) * tone.contrast())));
        return scene.photograph(
                KIND,
                seed,
                choices,
                List.of(tone.background()),
                microscope.noise(tone.contrast(), tone.background()),
                summary(scene.objects()));
    }

    /** Means over the heads that lie wholly in the image. */
    private static List<TrueValue> summary(List<TrueObject> objects) {
        List<Ellipse> heads = objects.stream()
                .filter(TrueObject::isWholeSperm)
                .map(TrueObject::shape)
                .toList();
        List<TrueValue> values = new ArrayList<>();
        values.add(new TrueValue("cells", heads.size(), "1"));
        if (!heads.isEmpty()) {
            values.add(mean("headArea", heads, Ellipse::areaUm2, "um2"));
            values.add(mean("headPerimeter", heads, Ellipse::perimeterUm, "um"));
            values.add(mean("headLength", heads, Ellipse::lengthUm, "um"));
            values.add(mean("headWidth", heads, Ellipse::widthUm, "um"));
            values.add(mean("headAspect", heads, Ellipse::aspect, "1"));
            values.add(mean("headElongation", heads, Ellipse::elongation, "1"));
            values.add(mean("headRugosity", heads, Ellipse::rugosity, "1"));
            values.add(new TrueValue("headRegularity", 1, "1"));
        }
        return values;
    }

    private static TrueValue mean(String code, List<Ellipse> heads, ToDoubleFunction<Ellipse> measure, String unit) {
        return new TrueValue(code, heads.stream().mapToDouble(measure).sum() / heads.size(), unit);
    }
}
