package org.fertivision.phantom;

import java.util.List;
import java.util.Map;

/** How the images of one kind are drawn. Stateless. */
interface Recipe {
    /** The kind of analysis, {@code sperm-vitality} for example. */
    String kind();

    /** What can be set, in the order in which it is told to people. */
    List<Setting> settings();

    /** Values that belong together, by the preset's name, as {@code name=value} parted by spaces. */
    Map<String, String> presets();

    /** Draws. */
    Drawn draw(long seed, Choices choices);
}
