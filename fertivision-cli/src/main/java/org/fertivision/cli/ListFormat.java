package org.fertivision.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In which form a list is printed. */
enum ListFormat {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON;

    /** Writes JSON to a stream that stays open. */
    static JsonGenerator json(PrintWriter out) throws IOException {
        return new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Reads the word. */
    static final class Converter implements ITypeConverter<ListFormat> {
        @Override
        public ListFormat convert(String text) {
            return switch (text) {
                case "table" -> TABLE;
                case "json" -> JSON;
                default -> throw new TypeConversionException("'" + text + "' is none of table, json");
            };
        }
    }

    /** The words that can be typed. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(List.of("table", "json"));
        }
    }
}
