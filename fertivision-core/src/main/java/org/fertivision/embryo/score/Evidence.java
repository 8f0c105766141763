package org.fertivision.embryo.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;

/** What is known of a specimen, measured or given by a person, and what was asked for in vain. Not thread-safe. */
final class Evidence {
    private final Findings findings;
    private final List<String> missing = new ArrayList<>();

    Evidence(Findings findings) {
        this.findings = findings;
    }

    /** The figure of a measure; where there is none it counts as missing. */
    Optional<Double> figure(Measure measure) {
        Optional<Double> figure = ifKnown(measure);
        if (figure.isEmpty()) {
            missing.add(measure.code());
        }
        return figure;
    }

    /** The figure of a measure that a rule can do without. */
    Optional<Double> ifKnown(Measure measure) {
        return findings.summary().reading(measure).figure().filter(Double::isFinite);
    }

    /** A whole number of a measure within bounds, as a person gives a class. */
    Optional<Integer> whole(Measure measure, int least, int most) {
        Optional<Integer> whole = wholeIfKnown(measure, least, most);
        if (whole.isEmpty()) {
            missing.add(measure.code() + " (" + least + " to " + most + ")");
        }
        return whole;
    }

    /** The same where a rule can do without. */
    Optional<Integer> wholeIfKnown(Measure measure, int least, int most) {
        return ifKnown(measure)
                .filter(value -> value == Math.rint(value) && value >= least && value <= most)
                .map(Double::intValue);
    }

    /** That there is no grade, naming what is missing. */
    Score missing() {
        return Score.notScored("neither measured nor given: " + String.join(", ", missing));
    }

    /** A part of a score with its figure, which is known, and where that is from. */
    Score.Component component(Measure measure, String grade, String rule) {
        Reading reading = findings.summary().reading(measure);
        double value = reading.figure().orElseThrow(() -> new IllegalStateException(measure.code() + " is not known"));
        String origin = reading.fold(measured -> "measured", given -> "given by " + given.by(), none -> "");
        String unit = measure.unit().symbol();
        String sentence = String.format(
                Locale.ROOT,
                "%s %s%s, %s: %s",
                measure.label(),
                plain(value),
                unit.isEmpty() ? "" : " " + unit,
                origin,
                rule);
        return new Score.Component(measure.code(), grade, sentence, value);
    }

    /** A figure with two places at most. */
    static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
