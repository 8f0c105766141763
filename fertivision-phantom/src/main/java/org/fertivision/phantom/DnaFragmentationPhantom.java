package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws smears of the sperm chromatin dispersion test: cores with halos of known widths, cores without, and weak ones. A
 * core's object says its class, the object {@code halo} with the same center the border of its halo.
 */
final class DnaFragmentationPhantom implements Recipe<Drawn> {
    private static final String KIND = "sperm-dna-fragmentation";
    private static final String CELLS = "cells";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole(CELLS, 60, "1", 0, 2000, "cells that lie wholly in the image, halos included"));
        all.add(Setting.whole("borderCells", 2, "1", 0, 100, "further cells that the border cuts"));
        all.addAll(Halos.settings());
        all.addAll(HaloStain.settings());
        all.addAll(HeadSize.settings(4.2, 3.4));
        all.add(Setting.number("touching", 0, "%", 0, 100, "cells whose halo touches another one's, in pairs"));
        all.add(Setting.number("gapUm", 2, "um", 0, 50, "least distance between the circles around other things"));
        all.add(Setting.number("debris", 10, "%", 0, 100, "crumbs of 0.5 to 2 um for each 100 cells"));
        all.addAll(Tails.settings(true, 30, 10));
        all.addAll(Microscope.settings(1600, 1200, 0.12, 0.75, 30));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of();
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Microscope microscope = Microscope.of(choices);
        HaloStain stain = HaloStain.of(choices, microscope.gradient());
        Crowd crowd = Crowd.of(choices);
        Layout layout = new Layout(microscope, crowd.gapUm(), Chance.of(seed, "layout"));
        Chance shapes = Chance.of(seed, "shapes");
        List<HaloedCell> cells = cells(choices, stain, crowd, layout, shapes);
        List<Placed> debris = crowd.debris(choices.whole(CELLS), layout, shapes);
        Scene scene = new Scene(microscope, stain.ground().size());
        Chance looks = Chance.of(seed, "looks");
        Tails tails = Tails.of(choices);
        for (HaloedCell cell : cells) {
            scene.add(List.of(cell.sperm(stain, tails.draw(looks))));
            cell.blotch(scene, stain, microscope.umPerPixel(), looks);
        }
        cells.stream()
                .filter(HaloedCell::hasHalo)
                .forEach(cell -> scene.add(ObjectClass.HALO, cell.border(), stain.halo(cell.strength())));
        debris.forEach(crumb -> scene.add(ObjectClass.DEBRIS, crumb, stain.core(Crowd.debrisContrast(looks))));
        return scene.photograph(
                KIND,
                seed,
                choices,
                stain.ground(),
                stain.noise(microscope),
                summary(cells.stream().filter(cell -> cell.isWhole(microscope)).toList()));
    }

    /** The cells in the image, pairs that touch first, then those that the border cuts. */
    private static List<HaloedCell> cells(Choices choices, HaloStain stain, Crowd crowd, Layout layout, Chance shapes) {
        Halos halos = Halos.of(choices);
        HeadSize size = HeadSize.of(choices);
        int inside = choices.whole(CELLS);
        List<ObjectClass> classes = new ArrayList<>(
                IntStream.range(0, inside).mapToObj(i -> halos.of(i, inside)).toList());
        shapes.shuffle(classes);
        for (int i = 0, more = choices.whole("borderCells"); i < more; i++) {
            classes.add(halos.of(i, more));
        }
        List<Ellipse> cores = new ArrayList<>();
        List<Ellipse> borders = new ArrayList<>();
        for (ObjectClass each : classes) {
            Ellipse core = size.draw(shapes);
            cores.add(core);
            borders.add(Halos.around(core, halos.ratio(each, shapes) * core.widthUm()));
        }
        List<HaloedCell> cells = new ArrayList<>();
        int paired = 2 * (int) Math.min(inside / 2, Math.round(crowd.touchingShare() * inside / 2));
        List<Placed> places = new ArrayList<>();
        for (int i = 0; i < paired; i += 2) {
            places.addAll(layout.pairInside(borders.get(i), borders.get(i + 1)));
        }
        for (int i = paired; i < classes.size(); i++) {
            places.add(i < inside ? layout.inside(borders.get(i)) : layout.acrossBorder(borders.get(i)));
        }
        for (int i = 0; i < classes.size(); i++) {
            Placed border = places.get(i);
            Placed core = new Placed(border.centerPx(), border.angleRad(), cores.get(i));
            cells.add(new HaloedCell(classes.get(i), core, border, stain.strength(shapes)));
        }
        return cells;
    }

    /** What the halos say, over the cells that lie wholly in the image. */
    private static List<TrueValue> summary(List<HaloedCell> cells) {
        List<TrueValue> values = new ArrayList<>();
        values.add(new TrueValue(CELLS, cells.size(), "1"));
        if (!cells.isEmpty()) {
            double fragmented = cells.stream()
                    .filter(cell -> cell.halo() != ObjectClass.LARGE_HALO && cell.halo() != ObjectClass.MEDIUM_HALO)
                    .count();
            values.add(new TrueValue("fragmented", 100 * fragmented / cells.size(), "%"));
            values.add(new TrueValue("haloWidth", mean(cells, true), "um"));
            values.add(new TrueValue("coreWidth", mean(cells, false), "um"));
        }
        return values;
    }

    private static double mean(List<HaloedCell> cells, boolean halo) {
        return cells.stream()
                .mapToDouble(cell -> halo
                        ? Halos.widthUm(cell.border().shape(), cell.core().shape())
                        : cell.core().shape().widthUm())
                .average()
                .orElseThrow();
    }
}
