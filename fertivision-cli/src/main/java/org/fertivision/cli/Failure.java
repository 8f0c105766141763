package org.fertivision.cli;

import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;

/** Ends a command with an exit code and one sentence. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;
    private final String reason;
    private final boolean all;

    Failure(ExitCode code, String sentence) {
        this(code, code.word(), false, sentence);
    }

    private Failure(ExitCode code, String reason, boolean all, String sentence) {
        super(sentence);
        this.code = code;
        this.reason = reason;
        this.all = all;
    }

    /** A rejection, said of the file with the given name; empty where it concerns the whole request. */
    static Failure of(Rejection rejection, String file) {
        String place = file.isEmpty() ? "" : file + ": ";
        String reason = rejection.code().slug();
        boolean all = rejection.inField().isEmpty() && rejection.code().group() == RejectionCode.Group.REQUEST;
        return new Failure(ExitCode.of(rejection.code()), reason, all, reason + ": " + place + sentence(rejection));
    }

    /** A rejection in words, with the limit and the place in the file. */
    static String sentence(Rejection rejection) {
        StringBuilder sentence = new StringBuilder(rejection.detail());
        rejection
                .passedLimit()
                .ifPresent(limit -> sentence.append(" (")
                        .append(limit.name())
                        .append(": ")
                        .append(Plain.figure(limit.value()))
                        .append(" allowed, ")
                        .append(Plain.figure(limit.actual()))
                        .append(" found)"));
        rejection
                .offset()
                .ifPresent(
                        offset -> sentence.append(" (at byte ").append(offset).append(")"));
        return sentence.toString();
    }

    /** The reason in one word: the code of the rejection, or else of the exit. */
    String reason() {
        return reason;
    }

    /** Whether the same request would fail with every other file. */
    boolean concernsAll() {
        return all || code == ExitCode.INTERRUPTED || code == ExitCode.USAGE;
    }

    /** How the command ends. */
    ExitCode code() {
        return code;
    }
}
