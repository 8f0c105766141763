package org.fertivision.cli;

import org.fertivision.finding.Rejection;

/** Ends a command with an exit code and one sentence. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    Failure(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** A rejection, said of the file with the given name; empty where it concerns the whole request. */
    static Failure of(Rejection rejection, String file) {
        StringBuilder sentence = new StringBuilder(rejection.code().slug()).append(": ");
        if (!file.isEmpty()) {
            sentence.append(file).append(": ");
        }
        sentence.append(rejection.detail());
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
        return new Failure(ExitCode.of(rejection.code()), sentence.toString());
    }

    /** How the command ends. */
    ExitCode code() {
        return code;
    }
}
