package org.fertivision.phantom;

import java.util.List;
import java.util.Map;

/** The phantoms that are films: one for each kind of analysis that looks at videos. */
public final class Films {
    private static final List<Recipe<Film>> RECIPES = List.of(new MotilityPhantom(), new TimelapsePhantom());

    private Films() {}

    /** The kinds that can be filmed. */
    public static List<String> kinds() {
        return RECIPES.stream().map(Recipe::kind).toList();
    }

    /**
     * The film phantom of a kind with its declared settings and seed 1.
     *
     * @throws BadSettingException for an unknown kind, naming the known ones
     */
    public static Phantom<Film> of(String kind) {
        Recipe<Film> recipe = RECIPES.stream()
                .filter(known -> known.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new BadSettingException(
                        "there is no film of '" + kind + "'; there are " + String.join(", ", kinds())));
        return new Phantom<>(recipe, 1, Map.of());
    }
}
