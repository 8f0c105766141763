package org.fertivision.phantom;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A film about to be drawn: a kind, a seed and some settings. Immutable and thread-safe; the same phantom draws the same
 * pixels every time, on every machine.
 */
public final class FilmPhantom {
    private final FilmRecipe recipe;
    private final long seed;
    private final Map<String, String> given;
    private final Choices choices;

    FilmPhantom(FilmRecipe recipe, long seed, Map<String, String> given) {
        this.recipe = recipe;
        this.seed = seed;
        this.given = Map.copyOf(given);
        this.choices = Choices.of(recipe.kind(), recipe.settings(), recipe.presets(), given);
    }

    /** The kind of analysis it is drawn for. */
    public String kind() {
        return recipe.kind();
    }

    /** What can be set. */
    public List<Setting> settings() {
        return recipe.settings();
    }

    /** The same phantom from another seed: other cells, other noise. */
    public FilmPhantom seed(long newSeed) {
        return new FilmPhantom(recipe, newSeed, given);
    }

    /**
     * The same phantom with one setting changed.
     *
     * @throws BadSettingException naming the known settings, or the accepted values
     */
    public FilmPhantom with(String name, String value) {
        Map<String, String> more = new TreeMap<>(given);
        more.put(name, value);
        return new FilmPhantom(recipe, seed, more);
    }

    /** The same phantom with one number changed. */
    public FilmPhantom with(String name, double value) {
        return with(name, Double.isFinite(value) ? Decimal.of(value) : "not a finite number");
    }

    /**
     * The film; its frames are drawn when they are asked for.
     *
     * @throws BadSettingException when the settings contradict each other or more is asked for than fits
     */
    public Film film() {
        return recipe.film(seed, choices);
    }
}
