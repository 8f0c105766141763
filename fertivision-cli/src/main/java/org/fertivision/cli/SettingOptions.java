package org.fertivision.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fertivision.request.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How it is looked at: parameters, scorers and the time allowed. */
final class SettingOptions {
    private static final String NO_SCORE = "none";
    private static final BigDecimal NANOS_PER_SECOND = new BigDecimal(1_000_000_000);

    @Option(
            names = "--set",
            paramLabel = "NAME[@FIELD]=VALUE",
            converter = Assignment.Converter.class,
            description =
                    "Set a parameter, for one field only with @FIELD (fields count from 0). 'fertivision parameters"
                            + " KIND' lists them. Repeatable.")
    private List<Assignment> assignments = new ArrayList<>();

    @Option(
            names = "--score",
            paramLabel = "ID",
            description = "Who scores, for example who6; 'none' for no score. Repeatable. Without it the usual scorer"
                    + " of the kind does.")
    private List<String> scorers = new ArrayList<>();

    @Option(names = "--deadline", paramLabel = "SECONDS", description = "Give up after that time (exit 8).")
    private @Nullable BigDecimal deadline;

    /** Whether anything is said of single fields by their number. */
    boolean countFields() {
        return assignments.stream().anyMatch(a -> a.field() != null);
    }

    /** Adds the settings, scorers and deadline. */
    void describe(Request.Builder request) {
        Set<String> known = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (!known.add(assignment.target())) {
                throw new Failure(ExitCode.USAGE, "--set " + assignment.target() + " is given twice");
            }
            if (assignment.field() == null) {
                request.set(assignment.name(), assignment.value());
            } else {
                request.set(assignment.field(), assignment.name(), assignment.value());
            }
        }
        if (scorers.contains(NO_SCORE)) {
            if (scorers.size() > 1) {
                throw new Failure(ExitCode.USAGE, "--score none and --score of somebody contradict each other");
            }
            request.noScore();
        } else {
            scorers.forEach(request::score);
        }
        if (deadline != null) {
            request.deadline(duration(deadline));
        }
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal nanos = seconds.multiply(NANOS_PER_SECOND);
        if (nanos.signum() <= 0 || nanos.compareTo(new BigDecimal(Long.MAX_VALUE)) > 0) {
            throw new Failure(ExitCode.REQUEST, "--deadline is a time above 0 seconds, not " + seconds);
        }
        return Duration.ofNanos(nanos.longValue());
    }
}
