package org.fertivision.report;

import java.util.List;

/** A row of text in the form of every table that FertiVision writes. */
public final class CsvRow {
    private CsvRow() {}

    /** The cells in one row, with its line end: quoted where needed, nothing that a spreadsheet takes for a formula. */
    public static String of(List<String> cells) {
        return CsvTable.of(cells).text();
    }
}
