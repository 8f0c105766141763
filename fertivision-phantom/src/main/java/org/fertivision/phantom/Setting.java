package org.fertivision.phantom;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A declared setting of a phantom: what {@code --set NAME=VALUE} may say.
 *
 * @param name the name, {@code lengthUm} for example
 * @param type what the value is
 * @param standard the value where none is given; a preset may bring another
 * @param unit UCUM unit of a number, {@code 1} for counts and ratios, empty for words
 * @param least smallest number accepted; 0 for words
 * @param most largest number accepted; 0 for words
 * @param words the accepted words, empty for numbers
 * @param meaning what it does, one sentence
 */
public record Setting(
        String name,
        Type type,
        String standard,
        String unit,
        double least,
        double most,
        List<String> words,
        String meaning) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    /** What a value is. */
    public enum Type {
        /** A decimal number. */
        NUMBER,
        /** A whole number. */
        WHOLE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of some words. */
        CHOICE
    }

    /** Copies the words. */
    public Setting {
        words = List.copyOf(words);
    }

    static Setting number(String name, double standard, String unit, double least, double most, String meaning) {
        return new Setting(name, Type.NUMBER, Decimal.of(standard), unit, least, most, List.of(), meaning);
    }

    static Setting whole(String name, int standard, String unit, int least, int most, String meaning) {
        return new Setting(name, Type.WHOLE, Decimal.of(standard), unit, least, most, List.of(), meaning);
    }

    static Setting flag(String name, boolean standard, String meaning) {
        return new Setting(name, Type.FLAG, String.valueOf(standard), "", 0, 0, List.of("true", "false"), meaning);
    }

    static Setting choice(String name, List<String> words, String meaning) {
        return new Setting(name, Type.CHOICE, words.get(0), "", 0, 0, words, meaning);
    }

    /** What is accepted, in words: {@code 0 to 50 %} or {@code bright, dark}. */
    public String accepts() {
        if (!words.isEmpty()) {
            return String.join(", ", words);
        }
        String range = Decimal.of(least) + " to " + Decimal.of(most);
        String whole = type == Type.WHOLE ? "whole numbers from " + range : range;
        return unit.equals("1") ? whole : whole + " " + unit;
    }

    /** The value in its plain form. */
    String checked(String value) {
        String trimmed = value.trim();
        if (!words.isEmpty()) {
            if (!words.contains(trimmed)) {
                throw refused(value);
            }
            return trimmed;
        }
        if (!NUMBER.matcher(trimmed).matches()) {
            throw refused(value);
        }
        double number = Double.parseDouble(trimmed);
        boolean inRange = number >= least && number <= most;
        if (!inRange || (type == Type.WHOLE && number != Math.rint(number))) {
            throw refused(value);
        }
        return Decimal.plain(new BigDecimal(trimmed));
    }

    private BadSettingException refused(String value) {
        return new BadSettingException(name + " accepts " + accepts() + ", not '" + value + "'");
    }
}
