package org.fertivision.phantom;

import java.util.List;

/**
 * How core and halo stand out in red, green and blue: purple on a pale ground as a dye shows them in bright field, or
 * bright on a dark one as a fluorescent dye does.
 *
 * @param ground levels of the ground
 * @param core levels of a mean core over the ground
 * @param haloShare contrast of a halo as a share of its core's
 * @param contrastCv coefficient of variation of the contrast from cell to cell
 */
record HaloStain(List<Double> ground, List<Double> core, double haloShare, double contrastCv) {
    private static final String BRIGHT = "bright";
    private static final List<Double> PALE = List.of(226.0, 228.0, 232.0);
    private static final List<Double> PURPLE = List.of(-130.0, -160.0, -70.0);
    private static final List<Double> BLACK = List.of(14.0, 14.0, 14.0);
    private static final List<Double> GLOW = List.of(20.0, 160.0, 40.0);

    static List<Setting> settings() {
        return List.of(
                Setting.choice(
                        "polarity", List.of("dark", BRIGHT), "whether cells are darker or brighter than the ground"),
                Setting.number("haloContrast", 30, "%", 15, 60, "contrast of a halo, of its core's"),
                Setting.number("contrastCv", 8, "%", 0, 15, "coefficient of variation of the contrast"));
    }

    static HaloStain of(Choices choices, double gradient) {
        boolean bright = choices.word("polarity").equals(BRIGHT);
        HaloStain stain = new HaloStain(
                bright ? BLACK : PALE,
                bright ? GLOW : PURPLE,
                choices.share("haloContrast"),
                choices.share("contrastCv"));
        for (int channel = 0; channel < stain.ground.size(); channel++) {
            Tone.check(stain.ground.get(channel), stain.core.get(channel), stain.contrastCv, gradient);
        }
        return stain;
    }

    List<Double> core(double factor) {
        return core.stream().map(level -> factor * level).toList();
    }

    List<Double> coreUponHalo(double factor) {
        return core(factor * (1 - haloShare));
    }

    List<Double> halo(double factor) {
        return core(factor * haloShare);
    }

    double strength(Chance looks) {
        return Tone.factor(contrastCv, looks);
    }

    /** Contrast and ground of the channel in which cells stand out most, for the camera's noise. */
    Noise noise(Microscope microscope) {
        return microscope.noise(Math.abs(core.get(1)), Math.max(1, ground.get(1)));
    }
}
