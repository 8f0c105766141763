package org.fertivision.phantom;

import java.util.List;

/**
 * Whether and how the tails of a phantom are drawn.
 *
 * @param drawn whether there are any
 * @param lengthUm length along the curve, micrometers
 * @param contrastShare contrast of a tail as a share of its head's
 */
record Tails(boolean drawn, double lengthUm, double contrastShare) {
    static List<Setting> settings(boolean drawn, double lengthUm, double contrastPercent) {
        return List.of(
                Setting.flag("tail", drawn, "whether tails are drawn"),
                Setting.number("tailUm", lengthUm, "um", 6, 120, "length of a tail along its curve, with midpiece"),
                Setting.number("tailContrast", contrastPercent, "%", 1, 100, "contrast of a tail, of its head's"));
    }

    static Tails of(Choices choices) {
        return new Tails(choices.flag("tail"), choices.number("tailUm"), choices.share("tailContrast"));
    }

    /** The tail of one sperm. */
    Tail draw(Chance chance) {
        Tail tail = Tail.random(lengthUm, contrastShare, chance);
        return drawn ? tail : Tail.none();
    }
}
