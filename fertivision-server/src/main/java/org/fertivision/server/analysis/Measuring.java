package org.fertivision.server.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.finding.Measure;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.child.Input;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** Has the engine measure a kept analysis. Thread-safe. */
final class Measuring {
    private final FertiVision engine;
    private final Analyses analyses;
    private final BlobStore blobs;
    private final Duration deadline;
    private final Optional<Apart> apart;
    private final SharedResults shared;
    private final Throughput throughput;

    Measuring(
            FertiVision engine,
            Analyses analyses,
            BlobStore blobs,
            Duration deadline,
            Optional<Apart> apart,
            SharedResults shared,
            Throughput throughput) {
        this.engine = engine;
        this.analyses = analyses;
        this.blobs = blobs;
        this.deadline = deadline;
        this.apart = apart;
        this.shared = shared;
        this.throughput = throughput;
    }

    /** What comes of an attempt. */
    Ending ending(Attempt attempt) {
        Content content =
                analyses.content(attempt.claim().tenant(), attempt.claim().id());
        return ending(attempt, content).without(new Typed(content.query(), engine.plugins()));
    }

    private Ending ending(Attempt attempt, Content content) {
        UUID tenant = attempt.claim().tenant();
        if (!areWhole(content)) {
            return Ending.problem(
                    ProblemCode.STORAGE_INTEGRITY.slug(),
                    "An image is not on the disk as it was taken; it was not measured.");
        }
        Optional<Ending> known = shared.find(tenant, content.query().json(), content.fields());
        if (known.isPresent()) {
            return known.get();
        }
        long started = System.nanoTime();
        Ending ending = apart.isPresent()
                ? apart.get()
                        .ending(
                                new Errand(tenant.toString(), content.query().json(), deadline),
                                inputs(content),
                                () -> attempt.measure(deadline),
                                attempt::reached)
                : Ending.of(outcome(tenant, content, attempt.measure(deadline), attempt::reached));
        throughput.measured(content.query().kind(), ending, System.nanoTime() - started);
        shared.keep(tenant, content.query().json(), content.fields(), ending);
        return ending;
    }

    /** The measures of a kind, as far as it is present. */
    List<Measure> measures(String kind) {
        return engine.plugins().analyzer(kind).map(Descriptor::measures).orElse(List.of());
    }

    /** The naming systems in which a kind calls its objects, as far as it is present. */
    List<String> labelSystems(String kind) {
        return engine.plugins().analyzer(kind).map(Descriptor::labelSystems).orElse(List.of());
    }

    /**
     * Looks at what is asked, without the pixels.
     *
     * @throws org.fertivision.server.http.ProblemException if a number or an annotation is none
     */
    void check(Content content) {
        content.query().check(engine.plugins());
    }

    /** Whether all images are on the disk as they were taken. */
    boolean areWhole(Content content) {
        return content.fields().stream().allMatch(field -> isWhole(content, field));
    }

    /** Whether one of the images is on the disk as it was taken. */
    boolean isWhole(Content content, Submission.Field field) {
        return blobs.isWhole(field.blob(), content.key());
    }

    /** Measures anew what a report shows, or remembers it. */
    Outcome outcome(UUID tenant, Content content) {
        return outcome(tenant, content, Work.within(deadline), share -> {});
    }

    private Outcome outcome(UUID tenant, Content content, Work work, DoubleConsumer progress) {
        Request.Builder request = content.query()
                .request(engine.plugins())
                .scope(tenant.toString())
                .work(work)
                .progress(progress);
        sources(content).forEach(request::field);
        return engine.analyze(request.build());
    }

    private List<Input> inputs(Content content) {
        return content.fields().stream()
                .map(field -> (Input) () -> blobs.open(field.blob(), content.key()))
                .toList();
    }

    /** Where the pixels of the fields come from. */
    List<Source> sources(Content content) {
        return content.fields().stream()
                .map(field -> Source.of(() -> blobs.open(field.blob(), content.key())))
                .toList();
    }
}
