package org.fertivision.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.jspecify.annotations.Nullable;

/**
 * A result document read back: everything but pixels, tracks and curves. Its fields hold what an analyzer needs to sum
 * them up again.
 *
 * @param schemaVersion the version of the document's form
 * @param kind the kind as people type it
 * @param specimen the name that the caller gave, or null
 * @param algorithm who looked
 * @param settings the effective settings as text
 * @param fieldSettings what single fields had of their own: field number to name to text
 * @param inputs what each field was made from
 * @param findings what was found; items are back in their fields, without paths and pictures
 * @param scores what each scorer said
 * @param notices what concerns the analysis as a whole
 * @param intendedUse what it is for, and what it is not for
 * @param hashes of the content, and of what stands outside
 * @param software name and version of the software that wrote it
 */
public record ParsedReport(
        String schemaVersion,
        String kind,
        @Nullable String specimen,
        Algorithm algorithm,
        SortedMap<String, String> settings,
        SortedMap<Integer, SortedMap<String, String>> fieldSettings,
        List<FieldFacts> inputs,
        Findings findings,
        List<ScorerResult> scores,
        List<Notice> notices,
        String intendedUse,
        Hashes hashes,
        String software) {

    /**
     * Who looked.
     *
     * @param id the analyzer's whole id
     * @param version its version
     * @param provider where it came from
     * @param sources guidelines and papers it rests on
     */
    public record Algorithm(String id, String version, String provider, List<String> sources) {
        /** Copies the list. */
        public Algorithm {
            sources = List.copyOf(sources);
        }
    }

    /**
     * What one scorer said.
     *
     * @param scorer its id and version, {@code vendor.name@1.2.3}
     * @param settings its effective settings as text
     * @param score what it said
     */
    public record ScorerResult(String scorer, SortedMap<String, String> settings, Score score) {
        /** Copies the map. */
        public ScorerResult {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }
    }

    /**
     * The hashes in the document.
     *
     * @param told the document's word on its own content
     * @param right whether that word is true of the content as it was read
     * @param tracksSha256 of the tracks' table, or null where nothing moves
     * @param seriesSha256 of the curves' table, or null where there are none
     */
    public record Hashes(
            String told,
            boolean right,
            @Nullable String tracksSha256,
            @Nullable String seriesSha256) {}

    /** Copies lists and maps; refuses a number of inputs that is not the number of fields. */
    public ParsedReport {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        SortedMap<Integer, SortedMap<String, String>> own = new TreeMap<>();
        fieldSettings.forEach(
                (field, texts) -> own.put(field, Collections.unmodifiableSortedMap(new TreeMap<>(texts))));
        fieldSettings = Collections.unmodifiableSortedMap(own);
        inputs = List.copyOf(inputs);
        scores = List.copyOf(scores);
        notices = List.copyOf(notices);
        if (inputs.size() != findings.fields().size()) {
            throw new IllegalArgumentException(findings.fields().size() + " fields, but " + inputs.size() + " inputs");
        }
    }

    /**
     * The request that asks for the same again: kind, settings, scale, timing, reader, scorers and what persons said.
     *
     * @param sources where the pixels come from, one for each of {@link #files()}, in their order
     */
    public Request again(List<Source> sources) {
        if (sources.size() != files().size()) {
            throw new IllegalArgumentException(files().size() + " files, but " + sources.size() + " sources");
        }
        return RequestAgain.of(this, sources);
    }

    /** What was given: one for each file or picture, of which several fields may be the pages. */
    public List<InputFacts> files() {
        List<InputFacts> files = new ArrayList<>();
        for (int field = 0; field < inputs.size(); field++) {
            if (field == 0
                    || !isNextPage(
                            inputs.get(field - 1).input(), inputs.get(field).input())) {
                files.add(inputs.get(field).input());
            }
        }
        return List.copyOf(files);
    }

    /** The place among {@link #files()} of the file that a field was made from. */
    public int file(int field) {
        int file = 0;
        for (int later = 1; later <= field; later++) {
            if (!isNextPage(inputs.get(later - 1).input(), inputs.get(later).input())) {
                file++;
            }
        }
        return file;
    }

    private static boolean isNextPage(InputFacts one, InputFacts other) {
        return one.page() != null
                && other.page() != null
                && other.page() > one.page()
                && Objects.equals(one.sha256(), other.sha256());
    }

    /** What was seen in each field. */
    public List<FieldOfView> fields() {
        return findings.fields();
    }

    /** What was known of the whole specimen. */
    public Summary summary() {
        return findings.summary();
    }

    /** Whether the content is what its hash says. */
    public boolean hashIsRight() {
        return hashes.right();
    }
}
