package org.fertivision.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.server.settings.Setting.Form;

/** The values of all settings: from the command line, or else the environment, or else the file, or else the default. */
public final class Settings {
    private final EnumMap<Setting, String> values;

    private Settings(EnumMap<Setting, String> values) {
        this.values = values;
    }

    /**
     * Reads all settings.
     *
     * @param arguments {@code --name value} or {@code --name=value} each
     * @param environment the variables of the process
     * @throws BadSettingsException if one is unknown, not allowed or unreadable
     */
    public static Settings read(List<String> arguments, Map<String, String> environment) {
        EnumMap<Setting, String> values = ofArguments(arguments);
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null && !value.isBlank()) {
                values.putIfAbsent(setting, value.strip());
            }
        }
        String file = values.get(Setting.CONFIG);
        if (file != null) {
            ofFile(Path.of(file)).forEach(values::putIfAbsent);
        }
        values.forEach(Settings::check);
        return new Settings(values);
    }

    private static EnumMap<Setting, String> ofArguments(List<String> arguments) {
        EnumMap<Setting, String> values = new EnumMap<>(Setting.class);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int sign = argument.indexOf('=');
            String flag = sign < 0 ? argument : argument.substring(0, sign);
            Setting setting = Arrays.stream(Setting.values())
                    .filter(s -> !s.flag().isEmpty() && s.flag().equals(flag))
                    .findFirst()
                    .orElseThrow(() -> new BadSettingsException("there is no option '" + flag + "'"));
            if (sign < 0 && i + 1 == arguments.size()) {
                throw new BadSettingsException(flag + " needs a value");
            }
            String value = sign < 0 ? arguments.get(++i) : argument.substring(sign + 1);
            if (values.put(setting, value) != null) {
                throw new BadSettingsException(flag + " is given twice");
            }
        }
        return values;
    }

    private static EnumMap<Setting, String> ofFile(Path file) {
        EnumMap<Setting, String> values = new EnumMap<>(Setting.class);
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadSettingsException("the file of settings " + file + " cannot be read");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int sign = line.indexOf('=');
            String name = sign < 0 ? line : line.substring(0, sign).strip();
            String place = file + ", line " + (i + 1);
            Setting setting = Arrays.stream(Setting.values())
                    .filter(s -> s != Setting.CONFIG && s.variable().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadSettingsException(place + ": there is no setting of that name"));
            if (sign < 0 || values.put(setting, line.substring(sign + 1).strip()) != null) {
                throw new BadSettingsException(place + ": " + name + (sign < 0 ? " has no value" : " is there twice"));
            }
        }
        return values;
    }

    private static void check(Setting setting, String value) {
        if (setting.form() != Form.NUMBER) {
            return;
        }
        if (!value.matches("[0-9]{1,9}")
                || Integer.parseInt(value) < setting.lowest()
                || Integer.parseInt(value) > setting.highest()) {
            throw new BadSettingsException(setting.variable() + " is a whole number from " + setting.lowest() + " to "
                    + setting.highest() + ", not '" + value + "'");
        }
    }

    /** Whether a value was given. */
    public boolean has(Setting setting) {
        return values.containsKey(setting);
    }

    /** The value of a number. */
    public int number(Setting setting) {
        return Integer.parseInt(values.getOrDefault(setting, setting.usual()));
    }

    /** The value of a text, or nothing where there is none. */
    public Optional<String> text(Setting setting) {
        return Optional.of(values.getOrDefault(setting, setting.usual())).filter(value -> !value.isEmpty());
    }

    /** All settings with their values; secrets as stars. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Setting setting : Setting.values()) {
            String value = values.getOrDefault(setting, setting.usual());
            String shown = setting.form() == Form.SECRET && !value.isEmpty() ? "***" : value;
            text.append(setting.variable()).append('=').append(shown).append('\n');
        }
        return text.toString();
    }
}
