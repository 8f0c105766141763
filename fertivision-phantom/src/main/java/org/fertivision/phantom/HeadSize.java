package org.fertivision.phantom;

import java.util.List;

/**
 * How large heads are: normal numbers cut at 2.5 standard deviations.
 *
 * @param lengthUm mean length, micrometers
 * @param lengthCv coefficient of variation of the length
 * @param widthUm mean width, micrometers
 * @param widthCv coefficient of variation of the width
 */
record HeadSize(double lengthUm, double lengthCv, double widthUm, double widthCv) {
    private static final double LIMIT = 2.5;

    static List<Setting> settings(double lengthUm, double widthUm) {
        return List.of(
                Setting.number("lengthUm", lengthUm, "um", 0.5, 20, "mean length of a sperm's head"),
                Setting.number("lengthCv", 6, "%", 0, 20, "coefficient of variation of the length"),
                Setting.number("widthUm", widthUm, "um", 0.5, 20, "mean width of a sperm's head"),
                Setting.number("widthCv", 6, "%", 0, 20, "coefficient of variation of the width"));
    }

    static HeadSize of(Choices choices) {
        double lengthUm = choices.number("lengthUm");
        double widthUm = choices.number("widthUm");
        if (widthUm > lengthUm) {
            throw new BadSettingException(
                    "widthUm is at most lengthUm = " + Decimal.of(lengthUm) + ", not " + Decimal.of(widthUm));
        }
        return new HeadSize(lengthUm, choices.share("lengthCv"), widthUm, choices.share("widthCv"));
    }

    Ellipse draw(Chance chance) {
        double length = chance.normalWithin(lengthUm, lengthCv * lengthUm, LIMIT);
        double width = chance.normalWithin(widthUm, widthCv * widthUm, LIMIT);
        return new Ellipse(Math.max(length, width), Math.min(length, width));
    }
}
