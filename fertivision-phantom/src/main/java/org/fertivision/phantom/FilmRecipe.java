package org.fertivision.phantom;

import java.util.List;
import java.util.Map;

/** How the films of one kind are drawn. Stateless. */
interface FilmRecipe {
    /** The kind of analysis. */
    String kind();

    /** What can be set, in the order in which it is told to people. */
    List<Setting> settings();

    /** Values that belong together, by the preset's name, as {@code name=value} parted by spaces. */
    Map<String, String> presets();

    /** Prepares a film; its frames are drawn when they are asked for. */
    Film film(long seed, Choices choices);
}
