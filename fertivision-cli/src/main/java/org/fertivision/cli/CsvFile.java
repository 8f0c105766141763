package org.fertivision.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table read from a file as RFC 4180 describes it, with line ends of either kind: names of columns, then rows. A comma
 * separates cells; where the header holds no comma, a semicolon or a tab may. The apostrophe that keeps a spreadsheet from
 * taking a text for a formula is taken away again.
 *
 * @param columns the names of the columns
 * @param rows the rows, each with as many cells as there are columns
 */
record CsvFile(List<String> columns, List<List<String>> rows) {
    private static final String FORMULA = "=+-@\t\r";

    /** Reads a file in UTF-8. */
    static CsvFile read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Failure(ExitCode.UNREADABLE, file + " is no table in UTF-8");
        }
        List<List<String>> rows = new Reading(text.startsWith("\ufeff") ? text.substring(1) : text).rows();
        if (rows.isEmpty()) {
            throw new Failure(ExitCode.UNREADABLE, file + " is empty; a table begins with the names of its columns");
        }
        List<String> columns = rows.get(0);
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).size() != columns.size()) {
                throw new Failure(
                        ExitCode.UNREADABLE,
                        file + ": row " + row + " has " + rows.get(row).size() + " cells for " + columns.size()
                                + " columns");
            }
        }
        return new CsvFile(columns, rows.subList(1, rows.size()));
    }

    /** Whether there is a column of that name. */
    boolean has(String column) {
        return columns.contains(column);
    }

    /** The cell of a row, empty where there is no such column. */
    String cell(List<String> row, String column) {
        int place = columns.indexOf(column);
        return place < 0 ? "" : row.get(place);
    }

    /** One pass over the text. */
    private static final class Reading {
        private final String text;
        private final char separator;
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private StringBuilder cell = new StringBuilder();

        Reading(String text) {
            this.text = text;
            String header = text.lines().findFirst().orElse("");
            this.separator = header.contains(",") ? ',' : header.contains(";") ? ';' : '\t';
        }

        List<List<String>> rows() {
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    boolean twice = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                    if (twice) {
                        cell.append(c);
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (quoted) {
                    cell.append(c);
                } else if (c == separator) {
                    endCell();
                } else if (c == '\n') {
                    endRow();
                } else if (c != '\r') {
                    cell.append(c);
                }
            }
            endRow();
            return rows;
        }

        private void endCell() {
            boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
            row.add(guarded ? cell.substring(1) : cell.toString());
            cell = new StringBuilder();
        }

        private void endRow() {
            if (!row.isEmpty() || !cell.isEmpty()) {
                endCell();
                rows.add(row);
                row = new ArrayList<>();
            }
        }
    }
}
