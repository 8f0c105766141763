package org.fertivision.sperm.fragmentation;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Unit;
import org.fertivision.pixel.Polarity;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/** What can be set for the halo test. The defaults were chosen on drawn pictures, see ADR 40. */
final class HaloSettings {
    static final Parameter<String> POLARITY = Parameter.choice(
                    "polarity",
                    List.of("auto", "dark", "bright"),
                    "Whether cells are darker (bright field) or brighter (fluorescence) than their surroundings; auto"
                            + " finds out from each field.")
            .defaultsTo("auto");

    static final Parameter<Double> NOISE_FACTOR = Parameter.number(
                    "noiseFactor",
                    Unit.ONE,
                    3,
                    50,
                    "A pixel may belong to a cell if it stands out by this many standard deviations of the smoothed"
                            + " background.")
            .defaultsTo(6.0);

    static final Parameter<Double> MIN_AREA = Parameter.number(
                    "minArea",
                    Unit.SQUARE_MICROMETER,
                    0.5,
                    100,
                    "Smaller cores are not looked at. Without calibration cores of fewer than 20 pixels are not.")
            .defaultsTo(3.5);

    static final Parameter<Double> WEAK_CORE = Parameter.number(
                    "weakCore",
                    Unit.ONE,
                    0.1,
                    0.95,
                    "A core without a halo is degraded if it takes up less than this share of what the field's strong"
                            + " cores (75th percentile) do.")
            .defaultsTo(0.7);

    static final Parameter<Double> BORDERLINE = Parameter.number(
                    "borderline",
                    Unit.PERCENT,
                    0,
                    50,
                    "A halo whose width is so near to a third of its core's is borderline: it counts by the rule, and"
                            + " fragmentedClear leaves it out.")
            .defaultsTo(10.0);

    private HaloSettings() {}

    static Optional<Polarity> polarity(Settings settings) {
        return switch (settings.get(POLARITY)) {
            case "bright" -> Optional.of(Polarity.BRIGHT);
            case "dark" -> Optional.of(Polarity.DARK);
            default -> Optional.empty();
        };
    }
}
