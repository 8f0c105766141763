package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Unit;
import org.fertivision.pixel.Polarity;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/**
 * What can be set for head morphometry. The defaults of the gates were chosen on two published samples and are relative
 * to each head and field, so that they hold for heads of any size; see ADR 6.
 */
final class HeadSettings {
    static final Parameter<String> POLARITY = Parameter.choice(
                    "polarity",
                    List.of("auto", "bright", "dark"),
                    "Whether heads are brighter or darker than their surroundings; auto finds out from each field.")
            .defaultsTo("auto");

    static final Parameter<String> STAIN = Parameter.choice(
                    "stain",
                    List.of("unknown", "none", "papanicolaou", "diff-quik", "shorr", "spermblue", "other"),
                    "The stain of the smear. Strict size limits of human heads hold for Papanicolaou only; with another"
                            + " stain no head is called normal or not. A color picture whose dark objects are colored is"
                            + " read as a stained smear, with the parts of each sperm and wide gates of its own; none"
                            + " reads it as unstained.")
            .defaultsTo("unknown");

    static final Parameter<Double> EDGE_SHARE = Parameter.number(
                    "edgeShare",
                    Unit.ONE,
                    0.2,
                    0.8,
                    "Where the edge of a head lies on the way from its surroundings (0) to its plateau (1).")
            .defaultsTo(0.5);

    static final Parameter<Double> NOISE_FACTOR = Parameter.number(
                    "noiseFactor",
                    Unit.ONE,
                    3,
                    50,
                    "A pixel may belong to a head if it stands out by more than Otsu's threshold and by this many"
                            + " standard deviations of the smoothed background.")
            .defaultsTo(6.0);

    static final Parameter<Double> MIN_AREA = Parameter.number(
                    "minArea",
                    Unit.SQUARE_MICROMETER,
                    0.5,
                    100,
                    "Smaller objects are not looked at. Without calibration objects of fewer than 40 pixels are not"
                            + " looked at.")
            .defaultsTo(3.0);

    static final Parameter<Double> MIN_SOLIDITY = Parameter.number(
                    "minSolidity",
                    Unit.ONE,
                    0.5,
                    1,
                    "A head fills at least this share of the smallest convex outline around it; heads that overlap or lie"
                            + " on debris do not.")
            .defaultsTo(0.93);

    static final Parameter<Double> MAX_ASPECT = Parameter.number(
                    "maxAspect", Unit.ONE, 1.5, 10, "A head is at most this many times as long as wide.")
            .defaultsTo(3.0);

    static final Parameter<Double> MAX_EDGE_TO_WIDTH = Parameter.number(
                    "maxEdgeToWidth",
                    Unit.ONE,
                    0.1,
                    2,
                    "The edge of a head in focus rises from 10 to 90 % within this share of the head's width.")
            .defaultsTo(0.4);

    static final Parameter<Double> MIN_RELATIVE_AREA = Parameter.number(
                    "minRelativeArea",
                    Unit.ONE,
                    0,
                    1,
                    "A head has at least this share of its field's median head area.")
            .defaultsTo(0.5);

    static final Parameter<Double> MAX_RELATIVE_AREA = Parameter.number(
                    "maxRelativeArea",
                    Unit.ONE,
                    1,
                    10,
                    "A head has at most this many times its field's median head area; two heads side by side have more.")
            .defaultsTo(1.5);

    static final Parameter<Double> MAX_RELATIVE_EDGE = Parameter.number(
                    "maxRelativeEdge",
                    Unit.ONE,
                    1,
                    10,
                    "The edge of a head in focus is at most this many times as wide as its field's median edge.")
            .defaultsTo(1.6);

    private HeadSettings() {}

    /** Whether strict size limits hold. */
    static boolean judged(Settings settings) {
        return settings.get(STAIN).equals("papanicolaou");
    }

    /** Whether a picture of colored dark objects may be read as a stained smear. */
    static boolean mayBeSmear(Settings settings) {
        return !settings.get(STAIN).equals("none") && !settings.get(POLARITY).equals("bright");
    }

    static Optional<Polarity> polarity(Settings settings) {
        return switch (settings.get(POLARITY)) {
            case "bright" -> Optional.of(Polarity.BRIGHT);
            case "dark" -> Optional.of(Polarity.DARK);
            default -> Optional.empty();
        };
    }
}
