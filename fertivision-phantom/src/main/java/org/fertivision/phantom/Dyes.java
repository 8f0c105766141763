package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * How a membrane-integrity stain colors heads: green where the membrane is whole, red where it is not.
 *
 * @param liveShare share of the heads that are green only
 * @param doubleShare share of the heads that are green and red
 * @param bleed share of each dye's light that is seen in the other's channel
 * @param green whether the green channel shows any dye
 * @param red whether the red channel shows any dye
 * @param background gray level of the background in every channel
 * @param greenContrast gray levels of a mean live head in green
 * @param redContrast gray levels of a mean dead head in red
 * @param contrastCv coefficient of variation of the contrast from head to head
 */
record Dyes(
        double liveShare,
        double doubleShare,
        double bleed,
        boolean green,
        boolean red,
        double background,
        double greenContrast,
        double redContrast,
        double contrastCv) {
    private static final double BLUE_OF_GREEN = 0.3;
    private static final double DOUBLE_LEAST = 0.6;

    static List<Setting> settings() {
        return List.of(
                Setting.number("live", 65, "%", 0, 100, "heads that are green only"),
                Setting.number("doubles", 2, "%", 0, 10, "heads that are green and red: counted as dead"),
                Setting.number("bleed", 5, "%", 0, 20, "light of each dye that the other's channel sees"),
                Setting.choice(
                        "emptyChannel",
                        List.of("none", "green", "red"),
                        "channel without any dye: without red all heads are live, without green all are dead"),
                Setting.number("background", 9, "1", 0, 200, "gray level of the background"),
                Setting.number("greenContrast", 150, "1", 2, 250, "gray levels of a live head over the background"),
                Setting.number("redContrast", 110, "1", 2, 250, "gray levels of a dead head over the background"),
                Setting.number("contrastCv", 20, "%", 0, 30, "coefficient of variation of the contrast"));
    }

    static Dyes of(Choices choices, double gradient) {
        String empty = choices.word("emptyChannel");
        Dyes dyes = new Dyes(
                choices.share("live"),
                choices.share("doubles"),
                choices.share("bleed"),
                !empty.equals("green"),
                !empty.equals("red"),
                choices.number("background"),
                choices.number("greenContrast"),
                choices.number("redContrast"),
                choices.share("contrastCv"));
        if (dyes.liveShare + dyes.doubleShare > 1) {
            throw new BadSettingException("live and doubles are at most 100 % together, not "
                    + Decimal.of(choices.number("live")) + " and " + Decimal.of(choices.number("doubles")));
        }
        double brightest = Math.max(dyes.greenContrast, dyes.redContrast)
                + dyes.bleed * Math.min(dyes.greenContrast, dyes.redContrast);
        Tone.check(dyes.background, brightest, dyes.contrastCv, gradient);
        return dyes;
    }

    double weakerContrast() {
        return Math.min(greenContrast, redContrast);
    }

    /** So many heads in random order, their shares as exact as whole heads allow. */
    List<ObjectClass> classes(int heads, Chance chance) {
        int live = (int) Math.round(liveShare * heads);
        int doubles = (int) Math.min(heads - live, Math.round(doubleShare * heads));
        List<ObjectClass> classes = new ArrayList<>();
        for (int i = 0; i < heads; i++) {
            if (green && (!red || i < live)) {
                classes.add(ObjectClass.LIVE_SPERM);
            } else if (green && i < live + doubles) {
                classes.add(ObjectClass.DOUBLE_SPERM);
            } else {
                classes.add(ObjectClass.DEAD_SPERM);
            }
        }
        chance.shuffle(classes);
        return classes;
    }

    /** Contrast of one head in red, green and blue. */
    List<Double> contrast(ObjectClass life, Chance chance) {
        double factor = Tone.factor(contrastCv, chance);
        double weaker = chance.between(DOUBLE_LEAST, 1);
        return switch (life) {
            case LIVE_SPERM -> seen(factor * greenContrast, 0);
            case DOUBLE_SPERM -> seen(factor * weaker * greenContrast, factor * redContrast);
            default -> seen(0, factor * redContrast);
        };
    }

    /** Contrast of one crumb, green, red or both. */
    List<Double> crumb(Chance chance) {
        double share = Crowd.debrisContrast(chance);
        return switch (chance.below(3)) {
            case 0 -> seen(share * greenContrast, 0);
            case 1 -> seen(0, share * redContrast);
            default -> seen(share * greenContrast / 2, share * redContrast / 2);
        };
    }

    private List<Double> seen(double greenLight, double redLight) {
        return List.of(
                red ? redLight + bleed * greenLight : 0,
                green ? greenLight + bleed * redLight : 0,
                green ? BLUE_OF_GREEN * greenLight : 0);
    }
}
