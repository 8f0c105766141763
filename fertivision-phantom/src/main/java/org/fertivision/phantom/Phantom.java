package org.fertivision.phantom;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A phantom about to be drawn: a kind, a seed and some settings. Immutable and thread-safe; the same phantom draws the
 * same pixels every time, on every machine.
 *
 * @param <R> what is drawn: a picture or a film
 */
public final class Phantom<R extends Rendered> {
    private final Recipe<R> recipe;
    private final long seed;
    private final Map<String, String> given;
    private final Choices choices;

    Phantom(Recipe<R> recipe, long seed, Map<String, String> given) {
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
    public Phantom<R> seed(long newSeed) {
        return new Phantom<>(recipe, newSeed, given);
    }

    /**
     * The same phantom with one setting changed.
     *
     * @throws BadSettingException naming the known settings, or the accepted values
     */
    public Phantom<R> with(String name, String value) {
        Map<String, String> more = new TreeMap<>(given);
        more.put(name, value);
        return new Phantom<>(recipe, seed, more);
    }

    /** The same phantom with one number changed. */
    public Phantom<R> with(String name, double value) {
        return with(name, Double.isFinite(value) ? Decimal.of(value) : "not a finite number");
    }

    /** The same phantom with one flag changed. */
    public Phantom<R> with(String name, boolean value) {
        return with(name, String.valueOf(value));
    }

    /**
     * Draws it; the frames of a film are drawn when they are asked for.
     *
     * @throws BadSettingException when the settings contradict each other or more is asked for than fits
     */
    public R draw() {
        return recipe.draw(seed, choices);
    }
}
