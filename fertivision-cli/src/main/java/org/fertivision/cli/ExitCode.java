package org.fertivision.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fertivision.finding.RejectionCode;

/** How a command ended, as the number that scripts see: the one table of them. */
enum ExitCode {
    /** Done. */
    DONE(0, "done"),
    /** Our bug. */
    BUG(1, "a bug of FertiVision"),
    /** The words of the command are wrong. */
    USAGE(2, "wrong use of the command"),
    /** Not an image that can be read. */
    UNREADABLE(3, "unreadable, or not an image"),
    /** Over a limit. */
    LIMIT(4, "over a limit"),
    /** Calibration or timing missing. */
    SCALE(5, "calibration or timing missing"),
    /** An unknown name or a bad value. */
    REQUEST(6, "unknown kind, plug-in or parameter, or a bad value"),
    /** The image's quality forbids measuring. */
    UNUSABLE(7, "image unusable for measuring"),
    /** Deadline or cancellation. */
    STOPPED(8, "deadline passed, or canceled"),
    /** A part of what was asked did not come out as wanted. */
    PARTLY(9, "batch: some specimens failed; replay: the bytes differ"),
    /** A plug-in's bug. */
    PLUGIN(10, "a plug-in failed"),
    /** A file cannot be read or written. */
    FILES(12, "file system: missing, not allowed, full, or already there"),
    /** Interrupted from the keyboard; the number is the shell's convention. */
    INTERRUPTED(130, "interrupted (Ctrl-C)");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number that the shell sees. */
    int number() {
        return number;
    }

    /** The word that tables hold for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a run ends that is rejected with the given code. */
    static ExitCode of(RejectionCode code) {
        return switch (code.group()) {
            case UNREADABLE -> UNREADABLE;
            case LIMIT -> LIMIT;
            case SCALE -> SCALE;
            case REQUEST -> REQUEST;
            case UNUSABLE -> UNUSABLE;
            case STOPPED -> STOPPED;
        };
    }

    /** Number to meaning, for the help. */
    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            table.put(Integer.toString(code.number), code.meaning);
        }
        return table;
    }
}
