package org.fertivision.phantom;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A checked value for every declared setting: the declared one, over it the preset's, over that the given ones. */
final class Choices {
    static final String PRESET = "preset";

    private final SortedMap<String, String> values;

    private Choices(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /**
     * Checks what was given against what is declared.
     *
     * @throws BadSettingException naming the known settings, or the accepted values
     */
    static Choices of(String kind, List<Setting> declared, Map<String, String> presets, Map<String, String> given) {
        Map<String, Setting> known = new LinkedHashMap<>();
        declared.forEach(setting -> known.put(setting.name(), setting));
        SortedMap<String, String> values = new TreeMap<>();
        declared.forEach(setting -> values.put(setting.name(), setting.standard()));
        SortedMap<String, String> checked = new TreeMap<>();
        new TreeMap<>(given).forEach((name, value) -> {
            Setting setting = known.get(name);
            if (setting == null) {
                throw new BadSettingException("a phantom of " + kind + " has no setting '" + name + "'; it has "
                        + String.join(", ", known.keySet()));
            }
            checked.put(name, setting.checked(value));
        });
        String preset = checked.getOrDefault(PRESET, values.getOrDefault(PRESET, ""));
        values.putAll(read(presets.getOrDefault(preset, "")));
        values.putAll(checked);
        return new Choices(values);
    }

    private static Map<String, String> read(String preset) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : preset.split(" ")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                values.put(pair.substring(0, sign), pair.substring(sign + 1));
            }
        }
        return values;
    }

    /** Every setting and its value, by name. */
    SortedMap<String, String> values() {
        return values;
    }

    double number(String name) {
        return Double.parseDouble(word(name));
    }

    /** A setting in percent as a share of one. */
    double share(String name) {
        return number(name) / 100;
    }

    int whole(String name) {
        return (int) number(name);
    }

    boolean flag(String name) {
        return word(name).equals("true");
    }

    String word(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no setting " + name + " is declared");
        }
        return value;
    }
}
