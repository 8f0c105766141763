package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Films an embryo that divides, becomes a blastocyst and expands: every event is at a known frame. */
final class TimelapsePhantom implements Recipe<Film> {
    private static final String KIND = "embryo-timelapse";
    private static final int SIDE_PX = 256;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole("frames", 48, "1", 2, 10_000, "frames of the film"));
        all.add(Setting.number("minutesPerFrame", 60, "min", 1, 120, "from one frame to the next"));
        all.add(Setting.whole("embryos", 1, "1", 0, 1, "embryos in the field"));
        all.add(Setting.whole("divisions", 7, "1", 0, 7, "divisions, from one cell on"));
        all.add(Setting.number("ooplasmUm", 110, "um", 80, 130, "diameter of the ooplasm that is divided"));
        all.add(Setting.number("innerUm", 130, "um", 110, 160, "inner diameter of the zona that nothing stretches"));
        all.add(Setting.number("zonaUm", 16, "um", 5, 30, "thickness of that zona"));
        all.add(Setting.whole(
                "expansionFrame",
                30,
                "1",
                8,
                10_000,
                "first frame that shows nothing but the blastocyst; cells fade into it over the 8 before"));
        all.add(Setting.number("startUm", 120, "um", 100, 160, "diameter of the blastocyst at that frame"));
        all.add(Setting.number("expansionRate", 500, "um2/h", 0, 3000, "growth of its area"));
        all.add(Setting.whole("collapseFrame", 40, "1", 0, 10_000, "first frame that shows it sunk in"));
        all.add(Setting.number("collapse", 20, "%", 0, 60, "share of the area that is lost then"));
        all.add(Setting.number("recoveryHours", 4, "h", 0.5, 24, "until it is where it would have been"));
        all.add(Setting.whole("wallCells", 40, "1", 0, 120, "cells of the trophectoderm"));
        all.add(Setting.number("wanderUm", 0.2, "um", 0, 5, "how far cells wander from frame to frame"));
        all.add(Setting.number("jitterUm", 0, "um", 0, 20, "how far the stage misses its place, standard deviation"));
        all.add(Setting.number("flicker", 0, "%", 0, 20, "standard deviation of the light from frame to frame"));
        all.add(Setting.whole("debris", 0, "1", 0, 40, "crumbs outside"));
        all.addAll(CellMicroscope.settings(SIDE_PX, 1, 0.8));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of();
    }

    @Override
    public Film draw(long seed, Choices choices) {
        return new EmbryoFilm(KIND, seed, choices).film();
    }
}
