package org.fertivision.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Request;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.Id;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Plugin;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;

/**
 * Everyone who can be asked: what FertiVision brings and the strangers that were let in, found by id. Loaded once,
 * immutable, thread-safe. A stranger adds a choice and never changes an answer.
 */
public final class Catalog {
    private static final int MOST_QUOTED = 60;

    private final SortedMap<String, Present<Analyzer>> analyzers;
    private final SortedMap<String, Present<Scorer>> scorers;
    private final SortedMap<String, Present<FrameReader>> readers;
    private final List<PluginProblem> problems;

    private Catalog(
            SortedMap<String, Present<Analyzer>> analyzers,
            SortedMap<String, Present<Scorer>> scorers,
            SortedMap<String, Present<FrameReader>> readers,
            Collection<PluginProblem> problems) {
        this.analyzers = analyzers;
        this.scorers = scorers;
        this.readers = readers;
        this.problems = List.copyOf(problems);
    }

    /**
     * Loads everyone.
     *
     * @param loaders where to look for strangers' service files and modules
     * @param instances plug-ins that their owner built
     * @param preferredClasses which class to take where two claim one id
     */
    public static Catalog load(List<ClassLoader> loaders, List<Plugin> instances, Collection<String> preferredClasses) {
        Set<PluginProblem> problems = new LinkedHashSet<>();
        Strangers<Analyzer> analyzers =
                new Strangers<>(Analyzer.class, Descriptor.Role.ANALYZER, preferredClasses, problems);
        Strangers<Scorer> scorers = new Strangers<>(Scorer.class, Descriptor.Role.SCORER, preferredClasses, problems);
        Strangers<FrameReader> readers =
                new Strangers<>(FrameReader.class, Descriptor.Role.READER, preferredClasses, problems);
        for (Plugin plugin : instances) {
            if (!(plugin instanceof Analyzer || plugin instanceof Scorer || plugin instanceof FrameReader)) {
                problems.add(new PluginProblem(
                        plugin.getClass().getName(), "is neither an analyzer nor a scorer nor a frame reader"));
            }
            if (plugin instanceof Analyzer analyzer) {
                analyzers.add(analyzer);
            }
            if (plugin instanceof Scorer scorer) {
                scorers.add(scorer);
            }
            if (plugin instanceof FrameReader reader) {
                readers.add(reader);
            }
        }
        for (ClassLoader loader : loaders) {
            analyzers.load(ServiceLoader.load(Analyzer.class, loader));
            scorers.load(ServiceLoader.load(Scorer.class, loader));
            readers.load(ServiceLoader.load(FrameReader.class, loader));
        }
        return new Catalog(
                byId(BuiltIns.analyzers(), analyzers),
                byId(BuiltIns.scorers(), scorers),
                byId(List.of(), readers),
                problems);
    }

    /** The descriptions of all analyzers, sorted by id. */
    public List<Descriptor> analyzers() {
        return analyzers.values().stream().map(Present::descriptor).toList();
    }

    /** The descriptions of all scorers, sorted by id. */
    public List<Descriptor> scorers() {
        return scorers.values().stream().map(Present::descriptor).toList();
    }

    /** The descriptions of all strangers' frame readers, sorted by id. */
    public List<Descriptor> readers() {
        return readers.values().stream().map(Present::descriptor).toList();
    }

    /** Where a plug-in comes from, by its whole id. */
    public Optional<String> provider(Id id) {
        Present<?> present = analyzers.get(id.toString());
        present = present != null ? present : scorers.get(id.toString());
        present = present != null ? present : readers.get(id.toString());
        return Optional.ofNullable(present).map(Present::provider);
    }

    /** Those that were found but not taken. */
    public List<PluginProblem> problems() {
        return problems;
    }

    /** The analyzer of a kind, as people spell it. */
    public Optional<Analyzer> analyzer(String kind) {
        return Optional.ofNullable(analyzers.get(whole(kind))).map(Present::plugin);
    }

    /**
     * What a request chose, with checked settings.
     *
     * @throws RejectedException for an unknown id, an unknown parameter or a value that is not allowed
     */
    public Selection select(Request request) {
        Present<Analyzer> analyzer = find(analyzers, request.kind(), "kind");
        List<Present<Scorer>> chosen = scorers(request, analyzer.descriptor());
        refuseUnknownSettings(request, analyzer.descriptor(), chosen);
        refuseFieldSettingsOfScorers(request, analyzer.descriptor());
        Settings settings = settings(analyzer.descriptor(), request, true);
        List<Selection.ChosenScorer> scoring = new ArrayList<>();
        for (Present<Scorer> scorer : chosen) {
            scoring.add(new Selection.ChosenScorer(scorer, settings(scorer.descriptor(), request, false)));
        }
        FrameReader reader = request.reader()
                .map(id -> find(readers, id, "frame reader").plugin())
                .orElse(null);
        Selection selection = new Selection(analyzer, settings, scoring, reader);
        selection.refuseMissing(request.kind(), request.fields().size());
        return selection;
    }

    private List<Present<Scorer>> scorers(Request request, Descriptor analyzer) {
        if (request.scorers().isEmpty()) {
            Present<Scorer> usual = scorers.get(BuiltIns.defaultScorer());
            return usual != null && scores(usual, analyzer) ? List.of(usual) : List.of();
        }
        Map<String, Present<Scorer>> chosen = new LinkedHashMap<>();
        for (String id : request.scorers().get()) {
            Present<Scorer> scorer = find(scorers, id, "scorer");
            if (!scores(scorer, analyzer)) {
                throw new RejectedException(Rejection.of(
                        RejectionCode.INVALID_REQUEST,
                        scorer.descriptor().id() + " does not score " + request.kind() + "; it scores "
                                + String.join(", ", scorer.descriptor().kinds()) + "."));
            }
            chosen.put(scorer.descriptor().id().toString(), scorer);
        }
        return List.copyOf(chosen.values());
    }

    private static boolean scores(Present<Scorer> scorer, Descriptor analyzer) {
        return scorer.descriptor().kinds().contains(analyzer.id().toString());
    }

    private static void refuseUnknownSettings(Request request, Descriptor analyzer, List<Present<Scorer>> scorers) {
        List<String> names = new ArrayList<>(request.settings().keySet());
        request.fieldSettings().values().forEach(own -> names.addAll(own.keySet()));
        for (String name : names) {
            boolean known = declared(analyzer, name).isPresent()
                    || scorers.stream()
                            .anyMatch(s -> declared(s.descriptor(), name).isPresent());
            if (!known) {
                throw new RejectedException(Rejection.of(
                        RejectionCode.UNKNOWN_PARAMETER,
                        "No parameter is named '" + shortened(name) + "'. Known: " + known(analyzer, scorers) + "."));
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= MOST_QUOTED ? name : name.substring(0, MOST_QUOTED) + "...";
    }

    /** What only a scorer knows holds for the specimen, so a single field has no say in it. */
    private static void refuseFieldSettingsOfScorers(Request request, Descriptor analyzer) {
        request.fieldSettings()
                .values()
                .forEach(own -> own.keySet().forEach(name -> {
                    if (declared(analyzer, name).isEmpty()) {
                        throw new RejectedException(Rejection.of(
                                RejectionCode.PARAMETER_OUT_OF_RANGE,
                                "Parameter " + name + " is the same for all fields."));
                    }
                }));
    }

    private static String known(Descriptor analyzer, List<Present<Scorer>> scorers) {
        List<String> names = new ArrayList<>();
        analyzer.parameters().forEach(p -> names.add(p.name()));
        scorers.forEach(s -> s.descriptor().parameters().forEach(p -> names.add(p.name())));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static Settings settings(Descriptor descriptor, Request request, boolean withFields) {
        Map<String, String> common = own(descriptor, request.settings());
        Map<Integer, Map<String, String>> fields = new TreeMap<>();
        if (withFields) {
            request.fieldSettings().forEach((field, texts) -> fields.put(field, own(descriptor, texts)));
        }
        try {
            return Settings.of(descriptor.parameters(), common, fields);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(
                    Rejection.of(RejectionCode.PARAMETER_OUT_OF_RANGE, "Parameter " + e.getMessage() + "."), e);
        }
    }

    private static Map<String, String> own(Descriptor descriptor, Map<String, String> texts) {
        Map<String, String> own = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (declared(descriptor, name).isPresent()) {
                own.put(name, text);
            }
        });
        return own;
    }

    private static Optional<Parameter<?>> declared(Descriptor descriptor, String name) {
        return descriptor.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst();
    }

    private static <P extends Plugin> Present<P> find(SortedMap<String, Present<P>> known, String id, String what) {
        Present<P> present = known.get(whole(id));
        if (present == null) {
            String names = known.isEmpty() ? "none" : String.join(", ", shortened(known));
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNKNOWN_PLUGIN, "No " + what + " is named '" + id + "'. Known: " + names + "."));
        }
        return present;
    }

    private static <P extends Plugin> List<String> shortened(SortedMap<String, Present<P>> known) {
        return known.values().stream()
                .map(p -> p.descriptor().id())
                .map(id -> id.isReserved() ? id.name() : id.toString())
                .toList();
    }

    private static String whole(String id) {
        return id.indexOf('.') < 0 ? Id.RESERVED_VENDOR + "." + id : id;
    }

    private static <P extends Plugin> SortedMap<String, Present<P>> byId(List<P> builtIns, Strangers<P> strangers) {
        SortedMap<String, Present<P>> all = new TreeMap<>();
        for (P plugin : builtIns) {
            Descriptor descriptor = plugin.descriptor();
            all.put(descriptor.id().toString(), new Present<>(plugin, descriptor, "built-in"));
        }
        for (Present<P> stranger : strangers.admitted()) {
            all.put(stranger.descriptor().id().toString(), stranger);
        }
        return all;
    }
}
