package org.fertivision.server.analysis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.server.blob.BlobFolder;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.tenant.Secrets;

/** Handing in, looking up and deleting analyses. */
final class AnalysisRoutes {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=([0-9]{1,4})(?:$|[,;\\s])");
    private static final int USUAL_WAIT = 5;
    private static final int LONGEST_WAIT = 25;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Analyses analyses;
    private final Intake intake;
    private final BlobFolder blobs;
    private final Workers workers;
    private final Secrets secrets;
    private final Lookup lookup;

    AnalysisRoutes(
            Analyses analyses, Intake intake, BlobFolder blobs, Workers workers, Secrets secrets, Lookup lookup) {
        this.analyses = analyses;
        this.intake = intake;
        this.blobs = blobs;
        this.workers = workers;
        this.secrets = secrets;
        this.lookup = lookup;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/v1/analyses", Scope.ANALYSES_WRITE, this::submit),
                Route.of(Method.GET, "/v1/analyses", Scope.ANALYSES_READ, this::list),
                Route.of(Method.GET, "/v1/analyses/{analysis}", Scope.ANALYSES_READ, this::one),
                Route.of(Method.DELETE, "/v1/analyses/{analysis}", Scope.ANALYSES_DELETE, this::delete));
    }

    private Answer submit(Call call) {
        if (!workers.isTaking()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.DRAINING, "Ask another instance.").retryAfter(1));
        }
        Duration wait = wait(call);
        Submission submission = intake.take(call);
        Principal who = call.principal();
        Analyses.Submitted submitted = submitted(who, submission, call.requestId());
        AnalysisRow row = await(who.tenant(), submitted.id(), wait);
        Answer answer = answer(who.tenant(), row);
        return submitted.replayed() ? answer.header("Idempotent-Replayed", "true") : answer;
    }

    /** What is refused or was there already leaves no image behind. */
    private Analyses.Submitted submitted(Principal who, Submission submission, String requestId) {
        try {
            Analyses.Submitted submitted = analyses.submit(who, submission, requestId);
            if (submitted.replayed()) {
                submission.fields().forEach(field -> blobs.discard(field.blob()));
            }
            return submitted;
        } catch (ProblemException e) {
            submission.fields().forEach(field -> blobs.discard(field.blob()));
            throw e;
        }
    }

    private static Duration wait(Call call) {
        String prefer = call.header("Prefer").orElse("");
        if (prefer.contains("respond-async")) {
            return Duration.ZERO;
        }
        Matcher wait = WAIT.matcher(prefer);
        return Duration.ofSeconds(wait.find() ? Math.min(LONGEST_WAIT, Integer.parseInt(wait.group(1))) : USUAL_WAIT);
    }

    private AnalysisRow await(UUID tenant, UUID id, Duration wait) {
        workers.expect(id);
        workers.wake();
        try {
            long until = System.nanoTime() + wait.toNanos();
            AnalysisRow row = analyses.find(tenant, id).orElseThrow();
            while (!row.isOver() && System.nanoTime() < until && mayEnd(row)) {
                Duration left = Duration.ofNanos(until - System.nanoTime());
                workers.await(id, left.compareTo(LOOK) < 0 ? left : LOOK);
                row = analyses.find(tenant, id).orElseThrow();
            }
            return row;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return analyses.find(tenant, id).orElseThrow();
        } finally {
            workers.forget(id);
        }
    }

    private boolean mayEnd(AnalysisRow row) {
        return workers.isTaking() || row.status() == AnalysisRow.Status.RUNNING;
    }

    private Answer answer(UUID tenant, AnalysisRow row) {
        String id = PublicId.text(Analyses.PREFIX, row.id());
        return switch (row.status()) {
            case SUCCEEDED -> whole(tenant, row).header("Location", "/v1/analyses/" + id);
            case FAILED, CANCELED -> throw new ProblemException(failure(row).with("analysis", id));
            case QUEUED, RUNNING ->
                Answer.json(202, members(row))
                        .header("Location", "/v1/jobs/" + PublicId.text(Lookup.JOB, row.id()))
                        .header("Retry-After", "1")
                        .header("Preference-Applied", "respond-async");
        };
    }

    /** An analysis with its report, whose bytes are those that the engine wrote. */
    private Answer whole(UUID tenant, AnalysisRow row) {
        byte[] members = Json.bytes(members(row));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(members, 0, members.length - 1);
        body.writeBytes(",\"report\":".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(analyses.document(tenant, row.id()));
        body.write('}');
        return Answer.of(201, "application/json", body.toByteArray());
    }

    private static Problem failure(AnalysisRow row) {
        return Problem.of(RejectionProblem.code(String.valueOf(row.problemCode())), String.valueOf(row.problem()));
    }

    private static Map<String, Object> members(AnalysisRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Analyses.PREFIX, row.id()));
        members.put("kind", row.kind());
        members.put("status", row.status().name().toLowerCase(Locale.ROOT));
        members.put("createdAt", row.createdAt().toString());
        Optional.ofNullable(row.completedAt()).ifPresent(at -> members.put("completedAt", at.toString()));
        Optional.ofNullable(row.resultSha256()).ifPresent(hash -> members.put("resultSha256", hash));
        if (row.problemCode() != null) {
            Problem problem = failure(row);
            members.put("problem", Map.of("code", problem.code().slug(), "detail", problem.detail()));
        }
        return members;
    }

    private Answer one(Call call) {
        AnalysisRow row = lookup.analysis(call);
        if (row.resultSha256() == null) {
            return Answer.json(200, members(row));
        }
        return Lookup.cached(
                call,
                row.resultSha256(),
                () -> whole(call.principal().tenant(), row).withStatus(200));
    }

    private Answer delete(Call call) {
        AnalysisRow row = lookup.analysis(call);
        String wanted = call.header("If-Match")
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the analysis, or *."));
        if (!wanted.equals("*") && !wanted.equals("\"" + row.resultSha256() + "\"")) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED, "The analysis has another ETag.");
        }
        analyses.delete(call.principal(), row.id(), call.requestId());
        return Answer.empty(204);
    }

    private Answer list(Call call) {
        for (String name : call.query().names()) {
            if (!List.of("kind", "limit", "cursor").contains(name)) {
                throw new ProblemException(ProblemCode.INVALID_REQUEST, "The list is asked by kind, limit and cursor.");
            }
        }
        int limit = limit(call.query().one("limit"));
        String kind = call.query().one("kind").orElse(null);
        UUID tenant = call.principal().tenant();
        String filter = tenant + " " + kind;
        UUID before = call.query().one("cursor").map(c -> cursor(c, filter)).orElse(null);
        List<AnalysisRow> rows = analyses.list(tenant, before, kind, limit + 1);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "items", rows.stream().limit(limit).map(AnalysisRoutes::members).toList());
        if (rows.size() > limit) {
            page.put("nextCursor", cursor(rows.get(limit - 1).id(), filter));
        }
        return Answer.json(200, page);
    }

    private static int limit(Optional<String> text) {
        String digits = text.orElse(Integer.toString(USUAL_PAGE));
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > LARGEST_PAGE) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "limit is 1 to " + LARGEST_PAGE + ".");
        }
        return Integer.parseInt(digits);
    }

    private String cursor(UUID last, String filter) {
        return PublicId.text("cur", last) + "." + secrets.code("cursor " + last + " " + filter);
    }

    private UUID cursor(String text, String filter) {
        return PublicId.of("cur", text.split("\\.", 2)[0])
                .filter(last -> cursor(last, filter).equals(text))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.INVALID_CURSOR, "The cursor is none that this list gave."));
    }
}
