package org.fertivision.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Score;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** What a request chose: its analyzer, its scorers and their checked settings. Immutable. */
public final class Selection {
    private final Present<Analyzer> analyzer;
    private final Settings settings;
    private final List<ChosenScorer> scorers;
    private final @Nullable FrameReader reader;

    /**
     * A scorer with its settings.
     *
     * @param scorer who scores
     * @param settings its effective settings
     */
    record ChosenScorer(Present<Scorer> scorer, Settings settings) {}

    /**
     * What one scorer said.
     *
     * @param scorer who scored
     * @param settings its effective settings
     * @param score what it said
     */
    public record Scoring(Descriptor scorer, Settings settings, Score score) {}

    Selection(Present<Analyzer> analyzer, Settings settings, List<ChosenScorer> scorers, @Nullable FrameReader reader) {
        this.analyzer = analyzer;
        this.settings = settings;
        this.scorers = List.copyOf(scorers);
        this.reader = reader;
    }

    /** Who looks. */
    public Analyzer analyzer() {
        return analyzer.plugin();
    }

    /** What the analyzer is. */
    public Descriptor descriptor() {
        return analyzer.descriptor();
    }

    /** Where the analyzer comes from. */
    public String provider() {
        return analyzer.provider();
    }

    /** The analyzer's effective settings, defaults included. */
    public Settings settings() {
        return settings;
    }

    /**
     * Refuses to go on where a required parameter has no value, neither in common nor in each of so many fields.
     *
     * @param kind the kind as the caller spelled it
     * @throws RejectedException naming the parameter
     */
    public void refuseMissing(String kind, int fields) {
        List<String> missing = settings.missing(fields);
        for (Parameter<?> parameter : descriptor().parameters()) {
            if (missing.contains(parameter.name())) {
                throw new RejectedException(Rejection.of(
                        RejectionCode.PARAMETER_MISSING,
                        kind + " needs " + parameter.name() + " (" + parameter.range() + "): " + parameter.meaning()));
            }
        }
    }

    /** The settings for the look at one field. */
    public Settings lookSettings(int field) {
        return settings.only(Parameter.Use.LOOK).forField(field);
    }

    /** Whether so many fields are summed up with the same settings as by another choice of the same analyzer. */
    public boolean sumsUpLike(Selection other, int fields) {
        Settings own = settings.only(Parameter.Use.SUMMARY);
        Settings others = other.settings.only(Parameter.Use.SUMMARY);
        return IntStream.range(0, fields).allMatch(field -> own.forField(field).equals(others.forField(field)));
    }

    /** The stranger's reader that the request named, if any. */
    public Optional<FrameReader> reader() {
        return Optional.ofNullable(reader);
    }

    /** Whether any scorer asks for pictures of the items. */
    public boolean wantsPatches() {
        return scorers.stream().anyMatch(s -> s.scorer().descriptor().patches() == Descriptor.Patches.YES);
    }

    /** Sums up over the fields. */
    public Findings summarize(List<FieldOfView> fields) {
        return analyzer.plugin().summarize(fields, settings);
    }

    /** What the analyzer knows of an object of the given field whose outline a person drew. */
    public Item drawn(Item item, @Nullable Calibration calibration, int field) {
        return analyzer.plugin().drawn(item, calibration, lookSettings(field));
    }

    /** This choice as one field sees it: its own settings in place of the common ones. */
    public Selection forField(int field) {
        return new Selection(analyzer, settings.forField(field), scorers, reader);
    }

    /**
     * This choice with places of one field where a person placed them.
     *
     * @param setting the parameter whose places they are
     * @throws RejectedException if the analyzer takes no such places
     */
    public Selection placing(int field, String setting, List<Point> places) {
        SortedMap<Integer, Map<String, String>> own = new TreeMap<>(settings.fieldTexts());
        SortedMap<String, String> here = new TreeMap<>(own.getOrDefault(field, Map.of()));
        own.put(field, here);
        try {
            here.put(setting, pointed(setting).print(places));
            Settings placed = Settings.of(settings.declared(), settings.texts(), own);
            return new Selection(analyzer, placed, scorers, reader);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(
                    Rejection.of(RejectionCode.INVALID_REQUEST, "An annotation places points: " + e.getMessage())
                            .inField(field),
                    e);
        }
    }

    @SuppressWarnings("unchecked") // the factories tie these types to lists of points
    private Parameter<List<Point>> pointed(String setting) {
        return settings.declared().stream()
                .filter(p -> p.name().equals(setting)
                        && (p.type() == Parameter.Type.POINTS || p.type() == Parameter.Type.POLYGON))
                .map(p -> (Parameter<List<Point>>) p)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no places are called " + setting));
    }

    /** Lets each scorer say its word; one that fails takes nothing from the others. */
    public List<Scoring> score(Findings findings, Work work) {
        List<Scoring> said = new ArrayList<>();
        for (ChosenScorer chosen : scorers) {
            said.add(new Scoring(chosen.scorer().descriptor(), chosen.settings(), score(chosen, findings, work)));
        }
        return List.copyOf(said);
    }

    private static Score score(ChosenScorer chosen, Findings findings, Work work) {
        work.checkpoint();
        try {
            return Objects.requireNonNull(chosen.scorer().plugin().score(findings, chosen.settings(), work));
        } catch (RejectedException e) {
            if (e.rejection().code().group() == RejectionCode.Group.STOPPED) {
                throw e;
            }
            return Score.notScored(e.rejection().detail());
        } catch (Exception | LinkageError | StackOverflowError e) { // Kotlin throws checked ones unasked
            return Score.notScored(
                    "plug-in failed: " + chosen.scorer().descriptor().id());
        }
    }
}
