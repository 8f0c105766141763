package org.fertivision.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A table as text: cells quoted as RFC 4180 says, lines ended by a line feed alone, decimal points, UTF-8 without a byte
 * order mark. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CsvTable {
    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);

    private final StringBuilder out = new StringBuilder(1 << 12);
    private boolean atLineStart = true;

    /** A table under the given names of columns. */
    static CsvTable of(List<String> columns) {
        CsvTable table = new CsvTable();
        columns.forEach(table::text);
        return table.endLine();
    }

    /** Adds a cell of text. */
    CsvTable text(String words) {
        separate();
        quote(isFormula(words) ? "'" + words : words);
        return this;
    }

    /** Adds a cell with a number. */
    CsvTable number(double figure) {
        separate();
        out.append(EcmaNumber.text(figure));
        return this;
    }

    /** Adds a cell with a computed number, kept to 9 significant digits. */
    CsvTable rounded(double figure) {
        return number(figure == 0 ? 0 : new BigDecimal(figure).round(NINE).doubleValue());
    }

    /** Adds a cell with a number, empty where there is none. */
    CsvTable figure(Optional<Double> figure) {
        return figure.isPresent() ? number(figure.get()) : empty();
    }

    /** Adds an empty cell. */
    CsvTable empty() {
        separate();
        return this;
    }

    /** Ends the row. */
    CsvTable endLine() {
        out.append('\n');
        atLineStart = true;
        return this;
    }

    String text() {
        return out.toString();
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (!atLineStart) {
            out.append(',');
        }
        atLineStart = false;
    }

    private void quote(String words) {
        if (words.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            out.append(words);
        } else {
            out.append('"').append(words.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isFormula(String words) {
        return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0;
    }
}
