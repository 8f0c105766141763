package org.fertivision.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as text: cells quoted as RFC 4180 says, lines ended by a line feed alone, decimal points, UTF-8 without a byte
 * order mark. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CsvTable {
    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);

    /** Characters that are collected before they go on to a stream. */
    private static final int BATCH = 1 << 13;

    private final StringBuilder out = new StringBuilder(BATCH);
    private final @Nullable OutputStream stream;
    private boolean atLineStart = true;
    private @Nullable String last;

    CsvTable() {
        this(null);
    }

    private CsvTable(@Nullable OutputStream stream) {
        this.stream = stream;
    }

    /** A table under the given names of columns. */
    static CsvTable of(List<String> columns) {
        return new CsvTable().headed(columns);
    }

    /** A table of any length that goes to a stream line by line; {@link #end} writes the last ones. */
    static CsvTable onto(OutputStream stream, List<String> columns) {
        return new CsvTable(stream).headed(columns);
    }

    private CsvTable headed(List<String> columns) {
        columns.forEach(this::text);
        return endLine();
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
        EcmaNumber.append(out, figure);
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

    /** Gives the head, which was just ended, one more column, and each row from now on these words in it. */
    CsvTable withEach(String column, String words) {
        withLast(column);
        last = words;
        return this;
    }

    /** Ends the row. */
    CsvTable endLine() {
        if (last != null) {
            text(last);
        }
        out.append('\n');
        atLineStart = true;
        if (stream != null && out.length() > BATCH - BATCH / 8) {
            end();
        }
        return this;
    }

    /** Adds a cell of text to the row that was ended last. */
    CsvTable withLast(String words) {
        out.setLength(out.length() - 1);
        atLineStart = false;
        return text(words).endLine();
    }

    /** Writes what was not written yet. */
    void end() {
        if (stream != null) {
            try {
                stream.write(bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.setLength(0);
        }
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
