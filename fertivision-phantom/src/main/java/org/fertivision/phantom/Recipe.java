package org.fertivision.phantom;

import java.util.List;
import java.util.Map;

/**
 * How the images or films of one kind are drawn. Stateless.
 *
 * @param <R> what comes of it
 */
interface Recipe<R extends Rendered> {
    /** The kind of analysis, {@code sperm-vitality} for example. */
    String kind();

    /** What can be set, in the order in which it is told to people. */
    List<Setting> settings();

    /** Values that belong together, by the preset's name, as {@code name=value} parted by spaces. */
    Map<String, String> presets();

    /** Draws; the frames of a film are drawn when they are asked for. */
    R draw(long seed, Choices choices);
}
