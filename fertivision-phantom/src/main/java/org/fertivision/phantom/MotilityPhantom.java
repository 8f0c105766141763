package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.image.Timing;

/** Films fields of swimming sperm: every course is known exactly. */
final class MotilityPhantom implements Recipe<Film> {
    private static final String KIND = "sperm-motility";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.choice(
                Choices.PRESET,
                List.of("human", "ram"),
                "values that belong together; any of them can be set besides"));
        all.add(Setting.whole("frames", 50, "1", 2, 100_000, "frames of the film"));
        all.add(Setting.number("fps", 50, "1/s", 1, 1000, "frames a second"));
        all.addAll(School.settings());
        all.addAll(HeadSize.settings(5, 3));
        all.add(Setting.number("debris", 0, "%", 0, 100, "crumbs of 0.5 to 2 um for each 100 heads, resting"));
        all.add(Setting.whole("roundCells", 0, "1", 0, 200, "round cells of 8 to 15 um, resting"));
        all.add(Setting.whole("dust", 0, "1", 0, 200, "crumbs on the camera, which no drift moves"));
        all.addAll(Tone.settings(false, 60, 100, 8));
        all.add(Setting.number("halo", 0, "%", 0, 100, "contrast of a ring around heads, of the head's, reversed"));
        all.addAll(Tails.settings(true, 45, 15));
        all.addAll(Microscope.settings(640, 480, 0.481, 0.4, 15));
        all.add(Setting.number("ramp", 0, "1", -5, 5, "gray levels that the background gains from frame to frame"));
        all.add(Setting.number("flicker", 0, "%", 0, 20, "standard deviation of the light from frame to frame"));
        all.add(Setting.number("driftX", 0, "um/s", -50, 50, "drift of the slide to the right"));
        all.add(Setting.number("driftY", 0, "um/s", -50, 50, "drift of the slide down"));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of("ram", "lengthUm=8 widthUm=4.6 tailUm=60 background=50 contrast=110");
    }

    @Override
    public Film draw(long seed, Choices choices) {
        Microscope microscope = Microscope.of(choices);
        Tone tone = Tone.of(choices, microscope.gradient());
        double seconds = choices.whole("frames") / choices.number("fps");
        School school = School.of(choices);
        List<Swimmer> swimmers = school.draw(seed, microscope, seconds, HeadSize.of(choices), tone, Tails.of(choices));
        Fixtures fixtures = Fixtures.of(choices, microscope, tone, school.cells(), Chance.of(seed, "fixtures"));
        return new Film(
                new Film.Reel(
                        microscope.width(),
                        microscope.height(),
                        choices.whole("frames"),
                        Timing.framesPerSecond(choices.number("fps")),
                        microscope.calibration()),
                () -> new FrameDrawing(seed, choices, microscope, tone, swimmers, fixtures)::frame,
                () -> FilmTruth.of(KIND, seed, choices, microscope, Stage.of(choices), swimmers));
    }

    /** Resting things of a film and dust on the camera. */
    record Fixtures(
            List<Placed> onSlide, List<Double> slideContrast, List<Placed> onCamera, List<Double> dustContrast) {
        Fixtures {
            onSlide = List.copyOf(onSlide);
            slideContrast = List.copyOf(slideContrast);
            onCamera = List.copyOf(onCamera);
            dustContrast = List.copyOf(dustContrast);
        }

        static Fixtures of(Choices choices, Microscope microscope, Tone tone, int heads, Chance chance) {
            Layout slide = new Layout(microscope, 1, chance);
            List<Placed> resting = new ArrayList<>(Stream.generate(() -> slide.inside(Crowd.roundCell(chance)))
                    .limit(choices.whole("roundCells"))
                    .toList());
            List<Double> contrasts = new ArrayList<>(resting.stream()
                    .map(cell -> Crowd.ROUND_CELL_CONTRAST * tone.contrast())
                    .toList());
            Crowd crowd = new Crowd(0, 1, choices.share("debris"));
            List<Placed> crumbs = crowd.debris(heads, slide, chance);
            resting.addAll(crumbs);
            crumbs.forEach(crumb -> contrasts.add(Crowd.debrisContrast(chance) * tone.contrast()));
            Layout camera = new Layout(microscope, 1, chance);
            List<Placed> dust = new Crowd(0, 1, 1).debris(choices.whole("dust"), camera, chance);
            return new Fixtures(
                    resting,
                    contrasts,
                    dust,
                    dust.stream()
                            .map(crumb -> -Crowd.debrisContrast(chance) * Math.abs(tone.contrast()) / 2)
                            .toList());
        }
    }
}
