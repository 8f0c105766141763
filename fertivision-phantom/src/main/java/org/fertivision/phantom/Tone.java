package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * How things stand out from the background of a gray image.
 *
 * @param background gray level of the evenly lit background
 * @param contrast gray levels of a mean head over the background, negative for dark heads
 * @param contrastCv coefficient of variation of the contrast from head to head
 */
record Tone(double background, double contrast, double contrastCv) {
    private static final double WHITE = 255;
    private static final double LIMIT = 2;

    static List<Setting> settings(boolean dark, double background, double contrast, double contrastCv) {
        List<String> words = new ArrayList<>(List.of(dark ? "dark" : "bright", dark ? "bright" : "dark"));
        return List.of(
                Setting.choice("polarity", words, "whether heads are brighter or darker than the background"),
                Setting.number("background", background, "1", 0, 250, "gray level of the background"),
                Setting.number("contrast", contrast, "1", 2, 250, "gray levels between heads and background"),
                Setting.number("contrastCv", contrastCv, "%", 0, 30, "coefficient of variation of the contrast"));
    }

    static Tone of(Choices choices, double gradient) {
        double sign = choices.word("polarity").equals("dark") ? -1 : 1;
        Tone tone =
                new Tone(choices.number("background"), sign * choices.number("contrast"), choices.share("contrastCv"));
        check(tone.background, tone.contrast, tone.contrastCv, gradient);
        return tone;
    }

    /**
     * Refuses levels that would be cut off.
     *
     * @throws BadSettingException naming the levels
     */
    static void check(double background, double contrast, double contrastCv, double gradient) {
        double strongest = contrast * (1 + LIMIT * contrastCv);
        double brightest = background * (1 + gradient) + Math.max(0, strongest);
        double darkest = background * (1 - gradient) + Math.min(0, strongest);
        if (brightest > WHITE || darkest < 0) {
            throw new BadSettingException("background, contrast, contrastCv and gradient together reach from level "
                    + Math.round(darkest) + " to " + Math.round(brightest) + "; a camera shows 0 to 255");
        }
    }

    /** The contrast of one head. */
    double draw(Chance chance) {
        return contrast * factor(contrastCv, chance);
    }

    /** How much stronger or weaker than the mean one head is. */
    static double factor(double contrastCv, Chance chance) {
        return chance.normalWithin(1, contrastCv, LIMIT);
    }
}
