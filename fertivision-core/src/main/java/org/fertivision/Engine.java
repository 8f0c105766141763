package org.fertivision;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fertivision.catalog.Catalog;
import org.fertivision.catalog.Selection;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Summary;
import org.fertivision.memo.LookedAt;
import org.fertivision.report.FieldFacts;
import org.fertivision.report.GraticuleReport;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Pictures;
import org.fertivision.report.Report;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.scale.WhichLines;
import org.fertivision.spi.Plugin;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** One analysis, top to bottom: the only place where the steps meet. */
final class Engine {
    private final Catalog catalog;
    private final FieldLook fieldLook;
    private final Limits limits;
    private final @Nullable Executor executor;
    private final List<Plugin> owned;
    private final String version;

    private Engine(Catalog catalog, FieldLook fieldLook, EngineConfig config, String version) {
        this.catalog = catalog;
        this.fieldLook = fieldLook;
        this.limits = config.limits();
        this.executor = config.executor().orElse(null);
        this.owned = config.plugins();
        this.version = version;
    }

    static Engine start(EngineConfig config) {
        List<ClassLoader> loaders = new ArrayList<>();
        loaders.add(Engine.class.getClassLoader());
        loaders.addAll(config.pluginLoaders());
        Catalog catalog = Catalog.load(loaders, config.plugins(), config.preferredClasses());
        if (config.strictPlugins() && !catalog.problems().isEmpty()) {
            throw new IllegalStateException("plug-ins cannot be taken: " + catalog.problems());
        }
        String version = BuildVersion.read();
        return new Engine(catalog, new FieldLook(config, version), config, version);
    }

    Outcome analyze(Request request) {
        try {
            Work work = request.work()
                    .or(() -> request.deadline().map(Work::within))
                    .orElseGet(Work::unlimited);
            Selection chosen = catalog.select(request);
            Placing.refuseMany(request.annotations());
            List<Field> parts = Field.of(request, chosen, limits, work);
            List<LookedAt> looked = look(parts, request, chosen, work);
            Placing placed = Placing.of(
                    request.annotations(),
                    looked,
                    chosen,
                    (field, choice) -> look(parts.get(field), field, request, choice, work));
            Findings found =
                    corrected(chosen, looked, placed, request.annotations()).annotated(request.annotations());
            List<Selection.Scoring> scores = chosen.score(found, work);
            return new Outcome.Completed(
                    report(request, chosen, parts, looked, found, scores, alone(placed.chosen(), found.fields())));
        } catch (RejectedException e) {
            return new Outcome.Rejected(e.rejection());
        }
    }

    /** What was found, after persons corrected places and objects, with the summary as it was before where they did. */
    private Findings corrected(Selection chosen, List<LookedAt> looked, Placing placed, List<Annotation> words) {
        List<FieldOfView> seen = looked.stream().map(LookedAt::field).toList();
        Findings found = summarize(chosen, seen);
        List<FieldOfView> fields = new Corrections(placed.looked(), placed.chosen()).of(words);
        boolean isSame = fields.equals(seen) && placed.chosen().sumsUpLike(chosen, fields.size());
        return isSame ? found : summarize(placed.chosen(), fields).correctedFrom(found.summary());
    }

    Findings summarize(Request request, List<FieldOfView> fields) {
        Selection placed = Placing.chosen(request.annotations(), catalog.select(request));
        return summarize(placed, fields).annotated(request.annotations());
    }

    Pictures pictures(ParsedReport report, List<Source> files, Duration atMost) {
        Request again = report.again(files);
        Selection chosen = catalog.select(again);
        List<Integer> file = IntStream.range(0, report.inputs().size())
                .mapToObj(report::file)
                .toList();
        List<InputFacts> facts = report.inputs().stream().map(FieldFacts::input).toList();
        return fieldLook.pictures(
                number -> {
                    int place = file.get(number);
                    return Field.known(place, files.get(place), facts.get(number), again, chosen, limits);
                },
                chosen,
                () -> Work.within(atMost));
    }

    GraticuleReport calibrate(Source picture, double spacingUm, WhichLines which) {
        return ScaleLook.at(picture, spacingUm, which, limits);
    }

    Plugins plugins() {
        return new Plugins(catalog);
    }

    String version() {
        return version;
    }

    /**
     * Forgets what was remembered, and closes the plug-ins that were handed over and hold something; one that fails keeps no
     * other open.
     */
    void close() {
        fieldLook.forget();
        PluginFailedException failed = null;
        for (Plugin plugin : owned) {
            if (plugin instanceof AutoCloseable open) {
                try {
                    open.close();
                } catch (Exception e) { // close() may throw anything
                    PluginFailedException own =
                            new PluginFailedException(plugin.descriptor().id(), e);
                    if (failed == null) {
                        failed = own;
                    } else {
                        failed.addSuppressed(own);
                    }
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private List<LookedAt> look(List<Field> fields, Request request, Selection chosen, Work work) {
        Progress progress = new Progress(request.progress(), fields.size());
        List<CompletableFuture<LookedAt>> looks = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            int number = field;
            Supplier<LookedAt> look = () -> {
                Work own = work.reportingTo(share -> progress.of(number, share));
                LookedAt seen = look(fields.get(number), number, request, chosen, own);
                progress.of(number, 1);
                return seen;
            };
            looks.add(
                    executor == null
                            ? CompletableFuture.completedFuture(look.get())
                            : CompletableFuture.supplyAsync(look, executor));
        }
        try {
            return looks.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            work.cancel();
            throw unwrapped(e);
        }
    }

    private LookedAt look(Field field, int number, Request request, Selection chosen, Work work) {
        try {
            return fieldLook.at(field, number, request, chosen, work);
        } catch (RejectedException e) {
            throw new RejectedException(field.told(e.rejection()), e);
        }
    }

    private Findings summarize(Selection chosen, List<FieldOfView> fields) {
        try {
            Findings found = Objects.requireNonNull(chosen.summarize(fields), "summarize()");
            if (!found.kind().equals(chosen.descriptor().id().toString())
                    || !found.fields().equals(fields)) {
                throw new IllegalStateException("summarize() answers for another kind or other fields");
            }
            return found;
        } catch (RejectedException | UncheckedIOException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) { // Kotlin throws checked ones unasked
            throw new PluginFailedException(chosen.descriptor().id(), e);
        }
    }

    private Report report(
            Request request,
            Selection chosen,
            List<Field> parts,
            List<LookedAt> looked,
            Findings found,
            List<Selection.Scoring> scores,
            List<Summary> alone) {
        String reader = chosen.reader().map(r -> r.descriptor().signature()).orElse(null);
        return new Report(
                request.specimen().orElse(null),
                chosen.descriptor(),
                chosen.provider(),
                chosen.settings(),
                looked.stream()
                        .map(l -> new FieldFacts(
                                l.facts(),
                                l.calibration(),
                                l.timing(),
                                reader,
                                request.pages().orElse(null)))
                        .toList(),
                found,
                scores.stream()
                        .map(s -> new Report.ScorerResult(s.scorer(), s.settings(), s.score()))
                        .toList(),
                notices(request, found),
                version,
                fieldLook.pictures(parts::get, chosen, Work::unlimited),
                alone);
    }

    private static List<Notice> notices(Request request, Findings found) {
        List<Notice> notices = new ArrayList<>();
        request.leftOut().forEach(why -> notices.add(new Notice(Report.LEFT_OUT, why)));
        notices.addAll(found.summary().notices());
        return notices;
    }

    /** Each field summed up alone, so that a reader sees whether fields agree; nothing where one cannot stand alone. */
    private List<Summary> alone(Selection chosen, List<FieldOfView> fields) {
        List<Summary> summaries = new ArrayList<>();
        try {
            for (int field = 0; field < fields.size() && fields.size() > 1; field++) {
                summaries.add(summarize(chosen.forField(field), List.of(fields.get(field)))
                        .summary());
            }
            return summaries;
        } catch (RejectedException e) {
            return List.of();
        }
    }

    private static RuntimeException unwrapped(CompletionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : failure;
    }
}
