package org.fertivision.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The result of one analysis: what was looked at, how, what was found, and what guidelines say of it.
 *
 * @param specimen the name that the caller gave, or null
 * @param analyzer who looked
 * @param provider where the analyzer comes from: {@code built-in} or the name of a stranger's module or jar
 * @param settings the effective settings, defaults included
 * @param inputs what each field was made from, in the order of the findings' fields
 * @param findings what was found
 * @param scores what each scorer said, in the order asked for
 * @param notices what concerns the analysis as a whole
 * @param software name and version of the software, outside the hashed part
 * @param pictures the pictures behind it
 * @param fieldSummaries what the analyzer says of each field alone, in their order; empty where nobody asked. It is for
 *     seeing whether fields agree and is no part of the result document
 */
public record Report(
        @Nullable String specimen,
        Descriptor analyzer,
        String provider,
        Settings settings,
        List<FieldFacts> inputs,
        Findings findings,
        List<ScorerResult> scores,
        List<Notice> notices,
        String software,
        Pictures pictures,
        List<Summary> fieldSummaries) {

    /** The version of the result document's form. */
    public static final String SCHEMA_VERSION = "1.0";

    /** The code of a notice that tells of a file that was to be a field and could not be measured. */
    public static final String LEFT_OUT = "left-out";

    /**
     * What one scorer said.
     *
     * @param scorer who scored
     * @param settings its effective settings, defaults included
     * @param score what it said
     */
    public record ScorerResult(Descriptor scorer, Settings settings, Score score) {}

    /** Copies lists; refuses a number of inputs or of single summaries that is not the number of fields. */
    public Report {
        inputs = List.copyOf(inputs);
        scores = List.copyOf(scores);
        notices = List.copyOf(notices);
        fieldSummaries = List.copyOf(fieldSummaries);
        if (inputs.size() != findings.fields().size()) {
            throw new IllegalArgumentException(findings.fields().size() + " fields, but " + inputs.size() + " inputs");
        }
        if (!fieldSummaries.isEmpty() && fieldSummaries.size() != inputs.size()) {
            throw new IllegalArgumentException(inputs.size() + " fields, but summaries of " + fieldSummaries.size());
        }
    }

    /** A report in which nothing is said of single fields. */
    public Report(
            @Nullable String specimen,
            Descriptor analyzer,
            String provider,
            Settings settings,
            List<FieldFacts> inputs,
            Findings findings,
            List<ScorerResult> scores,
            List<Notice> notices,
            String software,
            Pictures pictures) {
        this(specimen, analyzer, provider, settings, inputs, findings, scores, notices, software, pictures, List.of());
    }

    /** The kind as people type it: the analyzer's id, without the prefix for what FertiVision itself brings. */
    public String kind() {
        return analyzer.id().isReserved() ? analyzer.id().name() : analyzer.id().toString();
    }

    /** How large a pixel was taken to be, where the same holds for every field. */
    public Optional<Calibration> calibration() {
        return common(FieldFacts::calibration);
    }

    /** How fast the frames follow, where the same holds for every field. */
    public Optional<Timing> timing() {
        return common(FieldFacts::timing);
    }

    private <T> Optional<T> common(Function<FieldFacts, @Nullable T> fact) {
        T first = fact.apply(inputs.get(0));
        boolean everywhere = inputs.stream().allMatch(facts -> Objects.equals(first, fact.apply(facts)));
        return everywhere ? Optional.ofNullable(first) : Optional.empty();
    }
}
