package org.fertivision.server.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fertivision.FertiVision;
import org.fertivision.report.FieldFacts;
import org.fertivision.report.FieldPicture;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Pictures;
import org.fertivision.report.ReportJson;
import org.fertivision.request.InputFacts;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.spi.RejectedException;

/**
 * The decoded pictures behind finished analyses, for viewers that ask for many tiles of one. Few are held, for minutes,
 * and no more than two are decoded at once, so that memory stays bounded. Thread-safe.
 */
final class FieldPictures {
    private static final int DECODED_AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int DOCUMENTS = 64;

    private final FertiVision engine;
    private final Analyses analyses;
    private final Measuring measuring;
    private final Semaphore decoding = new Semaphore(DECODED_AT_ONCE, true);
    private final Cache<UUID, Behind> documents =
            Caffeine.newBuilder().maximumSize(DOCUMENTS).expireAfterAccess(HELD).build();
    private final Cache<Place, FieldPicture> decoded;

    /**
     * Where a picture stands.
     *
     * @param analysis whose it is
     * @param field which field, from 0
     * @param frame which frame of it, from 0
     */
    record Place(UUID analysis, int field, int frame) {}

    /** What is known of the pictures behind a document. */
    private record Behind(List<InputFacts> facts, List<Integer> files, Pictures pictures) {}

    /** At most so many bytes of samples are held between two calls. */
    FieldPictures(FertiVision engine, Analyses analyses, Measuring measuring, long mostHeld) {
        this.engine = engine;
        this.analyses = analyses;
        this.measuring = measuring;
        this.decoded = Caffeine.newBuilder()
                .maximumWeight(mostHeld)
                .weigher((Place place, FieldPicture picture) -> (int) Math.min(Integer.MAX_VALUE, picture.bytes()))
                .expireAfterAccess(HELD)
                .build();
    }

    /** What the fields of an analysis were made from. */
    List<InputFacts> facts(UUID tenant, AnalysisRow row) {
        return behind(tenant, row).facts();
    }

    /**
     * A picture, at hand or decoded now.
     *
     * @throws ProblemException if it cannot be had
     */
    FieldPicture picture(UUID tenant, AnalysisRow row, int field, int frame) {
        Behind behind = behind(tenant, row);
        return decoded.get(new Place(row.id(), field, frame), place -> decode(tenant, row, behind, place));
    }

    private Behind behind(UUID tenant, AnalysisRow row) {
        return documents.get(row.id(), id -> {
            ParsedReport document = ReportJson.parse(analyses.document(tenant, id));
            List<InputFacts> facts =
                    document.inputs().stream().map(FieldFacts::input).toList();
            List<Integer> files =
                    IntStream.range(0, facts.size()).mapToObj(document::file).toList();
            return new Behind(
                    facts, files, engine.pictures(document, measuring.sources(analyses.content(tenant, id)), PATIENCE));
        });
    }

    private FieldPicture decode(UUID tenant, AnalysisRow row, Behind behind, Place place) {
        Content content = analyses.content(tenant, row.id());
        if (!measuring.isWhole(content, content.fields().get(behind.files().get(place.field())))) {
            throw new ProblemException(ProblemCode.STORAGE_INTEGRITY, "The image is not on the disk as it was taken.");
        }
        if (!permitted()) {
            throw new ProblemException(Problem.of(ProblemCode.OVERLOADED, "Too many pictures are being decoded.")
                    .retryAfter(1));
        }
        try {
            return FieldPicture.of(behind.pictures().frame(place.field(), place.frame()), Demo.onPictures(row));
        } catch (IndexOutOfBoundsException e) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "No frame from " + place.frame() + " on can be read: the rest is missing.");
        } catch (RejectedException e) {
            throw new ProblemException(ProblemCode.CONFLICT, RejectionProblem.sentence(e.rejection()));
        } finally {
            decoding.release();
        }
    }

    private boolean permitted() {
        try {
            return decoding.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.DRAINING, "The server is about to end.");
        }
    }
}
