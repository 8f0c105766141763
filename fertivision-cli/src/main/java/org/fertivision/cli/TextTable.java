package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns as wide as their widest cell, two spaces between; the last column wraps at the page's width. */
final class TextTable {
    /** The width of the page, characters. */
    static final int PAGE = 96;

    private static final int GAP = 2;
    private static final int NARROWEST = 24;

    /** To which side of its column a cell keeps. */
    enum Align {
        /** Words. */
        LEFT,
        /** Numbers. */
        RIGHT
    }

    private final List<Align> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Align... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with as many cells as there are columns. */
    TextTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Plain.line(cell));
        }
        rows.add(row);
        return this;
    }

    /** Whether there is no row. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints all rows, each behind the given number of spaces. */
    void print(PrintWriter out, int indent) {
        int last = columns.size() - 1;
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < last; c++) {
                widths[c] = Math.max(widths[c], length(row.get(c)));
            }
        }
        int before = indent;
        for (int c = 0; c < last; c++) {
            before += widths[c] + GAP;
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(indent));
            for (int c = 0; c < last; c++) {
                pad(line, row.get(c), widths[c], columns.get(c));
                line.append(" ".repeat(GAP));
            }
            List<String> pieces = wrap(row.get(last), Math.max(NARROWEST, PAGE - before));
            out.print((line + pieces.get(0)).stripTrailing() + "\n");
            for (String piece : pieces.subList(1, pieces.size())) {
                out.print(" ".repeat(before) + piece + "\n");
            }
        }
    }

    /** Words in lines of at most the given width; a longer word has a line of its own. */
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void pad(StringBuilder line, String cell, int width, Align align) {
        String blank = " ".repeat(width - length(cell));
        line.append(align == Align.LEFT ? cell + blank : blank + cell);
    }

    private static int length(CharSequence cell) {
        return Character.codePointCount(cell, 0, cell.length());
    }
}
