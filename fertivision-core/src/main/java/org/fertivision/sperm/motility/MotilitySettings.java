package org.fertivision.sperm.motility;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Unit;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/** What can be set for motility. */
final class MotilitySettings {
    static final Parameter<String> POLARITY = Parameter.choice(
                    "polarity",
                    List.of("auto", "bright", "dark"),
                    "Whether heads are brighter or darker than their surroundings; auto lets the video decide.")
            .defaultsTo("auto");

    static final Parameter<Double> CHAMBER_DEPTH = Parameter.number(
            "chamberDepth", Unit.MICROMETER, 1, 1000, "Depth of the chamber. Without it no concentration is measured.");

    static final Parameter<Double> DILUTION = Parameter.number(
                    "dilution",
                    Unit.ONE,
                    1,
                    10_000,
                    "Dilution factor: 20 for one part of semen and 19 parts of diluent.")
            .defaultsTo(1.0)
            .inSummary();

    static final Parameter<Double> TEMPERATURE = Parameter.number(
                    "temperature",
                    Unit.CELSIUS,
                    0,
                    60,
                    "Temperature of the slide; rapid and slow progress are defined at 37 degrees.")
            .inSummary();

    static final Parameter<String> PREPARATION = Parameter.choice(
                    "preparation",
                    List.of("unknown", "semen", "washed", "capacitated"),
                    "What was filmed. Human sperm washed and capacitated are judged for hyperactivation: at 60 frames a"
                            + " second VCL >= 150 um/s, LIN <= 50 % and maximum ALH >= 7 um (Mortimer and Swan 1995;"
                            + " limits quoted at second hand, not verified at the source); 120 or more are read at 60.")
            .defaultsTo("unknown");

    static final String CAPACITATED = "capacitated";

    private MotilitySettings() {}

    /** Whether heads are dark, where somebody said. */
    static Optional<Boolean> darkHeads(Settings settings) {
        return switch (settings.get(POLARITY)) {
            case "bright" -> Optional.of(false);
            case "dark" -> Optional.of(true);
            default -> Optional.empty();
        };
    }
}
