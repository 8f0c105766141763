package org.fertivision.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.report.Report;
import org.fertivision.request.Request;

/** The fields of a specimen that are still to be measured: all of them, or those that can be read where the caller wants that. */
final class FieldsLeft {
    private final List<Path> files;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final boolean skips;
    private final boolean counted;
    private final Talk talk;

    /** A file that cannot be read, and why. */
    record LeftOut(Path file, Rejection why) {}

    /**
     * The given files.
     *
     * @param skips whether files that cannot be read are left out
     * @param counted whether single fields are spoken of by number, so that none may be left out
     */
    FieldsLeft(List<Path> files, boolean skips, boolean counted, Talk talk) {
        this.files = new ArrayList<>(files);
        this.skips = skips;
        this.counted = counted;
        this.talk = talk;
    }

    /** The files that are left. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** The files that are left no more. */
    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /**
     * The report on all files that are left in the end.
     *
     * @param asked what is asked of those that are left
     * @throws Failure naming the file that stands in the way
     */
    Report report(FertiVision engine, Function<FieldsLeft, Request> asked) {
        Outcome outcome = engine.analyze(asked.apply(this));
        while (outcome instanceof Outcome.Rejected rejected) {
            leaveOut(rejected.rejection());
            outcome = engine.analyze(asked.apply(this));
        }
        return outcome.orElseThrow();
    }

    private void leaveOut(Rejection rejection) {
        Optional<Integer> field = rejection.inField();
        Failure failure =
                Failure.of(rejection, field.map(f -> files.get(f).toString()).orElse(""));
        if (!skips || field.isEmpty() || !isOfTheFile(rejection.code()) || files.size() == 1) {
            throw failure;
        }
        if (counted) {
            throw new Failure(
                    failure.code(),
                    failure.getMessage()
                            + " It is not left out, because settings or annotations speak of fields by their"
                            + " number: name the files without it.");
        }
        talk.warn("left out: " + failure.getMessage());
        leftOut.add(new LeftOut(files.remove(field.get().intValue()), rejection));
    }

    private static boolean isOfTheFile(RejectionCode code) {
        return code.group() == RejectionCode.Group.UNREADABLE || code.group() == RejectionCode.Group.LIMIT;
    }
}
