package org.fertivision.phantom;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The phantoms there are: one for each kind of analysis that has one, and beside them the {@code graticule}, the {@code
 * stained-smear} and the {@code eosin-nigrosin} smear.
 */
public final class Phantoms {
    private static final List<Recipe<Drawn>> RECIPES = List.of(
            new SpermHeadPhantom(),
            new VitalityPhantom(),
            new DnaFragmentationPhantom(),
            new CountPhantom(),
            new OvaryPhantom(),
            new UterusPhantom(),
            new CavityPhantom(),
            new OocytePhantom(),
            new ZygotePhantom(),
            new EmbryoPhantom(),
            new BlastocystPhantom());

    /** What stands beside the phantoms of kinds: a ruling, and smears in color. */
    private static final List<Recipe<Drawn>> OTHERS =
            List.of(new GraticulePhantom(), new StainedSmearPhantom(), new EosinNigrosinPhantom());

    private Phantoms() {}

    /** The kinds of analysis of which an image can be drawn. */
    public static List<String> kinds() {
        return RECIPES.stream().map(Recipe::kind).toList();
    }

    /** Everything of which an image can be drawn: the kinds, {@code graticule}, {@code stained-smear} and {@code eosin-nigrosin}. */
    public static List<String> names() {
        return Stream.concat(RECIPES.stream(), OTHERS.stream())
                .map(Recipe::kind)
                .toList();
    }

    /**
     * The phantom of a kind, {@code graticule}, {@code stained-smear} or {@code eosin-nigrosin}, with its declared settings and seed 1.
     *
     * @throws BadSettingException for an unknown kind, naming the known ones
     */
    public static Phantom<Drawn> of(String kind) {
        return new Phantom<>(recipe(kind), 1, Map.of());
    }

    /**
     * Draws the phantom of a kind.
     *
     * @param set settings by name; whatever is not set has its declared value
     * @throws BadSettingException for an unknown kind or setting, or a value that is not accepted
     */
    public static Drawn draw(String kind, long seed, Map<String, String> set) {
        return new Phantom<>(recipe(kind), seed, set).draw();
    }

    private static Recipe<Drawn> recipe(String kind) {
        return Stream.concat(RECIPES.stream(), OTHERS.stream())
                .filter(recipe -> recipe.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new BadSettingException(
                        "there is no phantom of '" + kind + "'; there are " + String.join(", ", names())));
    }
}
