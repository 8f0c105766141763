package org.fertivision.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A parameter's value as typed.
 *
 * @param name the parameter
 * @param field the field it is for, from 0, or null for all
 * @param value the text of the value
 */
record Assignment(String name, @Nullable Integer field, String value) {
    /** What is set: {@code NAME}, or {@code NAME@FIELD}. */
    String target() {
        return field == null ? name : name + "@" + field;
    }

    /** Reads {@code NAME=VALUE} or {@code NAME@FIELD=VALUE}. */
    static final class Converter implements ITypeConverter<Assignment> {
        @Override
        public Assignment convert(String text) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw wrong(text);
            }
            String name = text.substring(0, sign);
            String value = text.substring(sign + 1);
            int at = name.indexOf('@');
            if (at < 0) {
                return new Assignment(name, null, value);
            }
            String number = name.substring(at + 1);
            if (at == 0 || !number.matches("[0-9]{1,9}")) {
                throw wrong(text);
            }
            return new Assignment(name.substring(0, at), Integer.valueOf(number), value);
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException(
                    "'" + text + "' sets nothing: NAME=VALUE, or NAME@FIELD=VALUE for one field, counted from 0");
        }
    }
}
