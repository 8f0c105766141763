package org.fertivision.sperm.count;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.spi.Settings;
import org.jspecify.annotations.Nullable;

/** A counting chamber with the depth its maker states and the depth that was measured in new ones. */
enum Chamber {
    /** Nobody said which. */
    UNKNOWN("unknown", "Unknown chamber", null, null),
    /** Improved Neubauer hemocytometer, filled under a thick cover slip. */
    NEUBAUER("neubauer", "Improved Neubauer chamber", 100.0, null),
    /** Makler chamber: a drop under a lid on quartz spacers. */
    MAKLER("makler", "Makler chamber", 10.0, new TrueDepth(5, 11.07, 0.41)),
    /** Leja slide, filled by capillary forces. */
    LEJA("leja", "Leja slide", 20.0, new TrueDepth(20, 20.49, 0.22)),
    /** Cell-VU slide. */
    CELL_VU("cell-vu", "Cell-VU slide", 20.0, new TrueDepth(20, 24.22, 2.58)),
    /** Another one; its depth must be given. */
    OTHER("other", "Other chamber", null, null);

    private final String word;
    private final String title;
    private final @Nullable Double nominalUm;
    private final @Nullable TrueDepth measured;

    /**
     * Depth found in new chambers by spectral reflectance. Source: Lu 2016, doi:10.22074/ijfs.2016.4612.
     *
     * @param chambers how many were measured
     * @param meanUm mean, micrometers
     * @param deviationUm standard deviation, micrometers
     */
    record TrueDepth(int chambers, double meanUm, double deviationUm) {}

    Chamber(String word, String title, @Nullable Double nominalUm, @Nullable TrueDepth measured) {
        this.word = word;
        this.title = title;
        this.nominalUm = nominalUm;
        this.measured = measured;
    }

    /** The words by which chambers are chosen. */
    static List<String> words() {
        return Arrays.stream(values()).map(Chamber::word).toList();
    }

    /** The chamber that the settings name. */
    static Chamber of(Settings settings) {
        String chosen = settings.get(CountSettings.CHAMBER);
        return Arrays.stream(values())
                .filter(chamber -> chamber.word.equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    /** The depth to reckon with, micrometers: the given one, else the nominal one of the chamber. */
    static Optional<Double> depthUm(Settings settings) {
        return settings.find(CountSettings.CHAMBER_DEPTH).or(() -> of(settings).nominalUm());
    }

    String word() {
        return word;
    }

    /** A few words for people. */
    String title() {
        return title;
    }

    /** The depth its maker states, micrometers. */
    Optional<Double> nominalUm() {
        return Optional.ofNullable(nominalUm);
    }

    /** The depth that was measured in new ones. */
    Optional<TrueDepth> measured() {
        return Optional.ofNullable(measured);
    }

    /** Whether it may be a slide that fluid runs into by itself, as far as its name tells. */
    boolean mayFillByCapillarity() {
        return this != NEUBAUER && this != MAKLER;
    }
}
