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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.Pages;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Query;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.subject.Subjects;

/** Handing in, looking up and deleting analyses. */
final class AnalysisRoutes {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=([0-9]{1,4})(?:$|[,;\\s])");
    private static final int USUAL_WAIT = 5;
    private static final int LONGEST_WAIT = 25;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Analyses analyses;
    private final Intake intake;
    private final Acceptance acceptance;
    private final Workers workers;
    private final Pages pages;
    private final Lookup lookup;

    AnalysisRoutes(
            Analyses analyses, Intake intake, Acceptance acceptance, Workers workers, Pages pages, Lookup lookup) {
        this.analyses = analyses;
        this.intake = intake;
        this.acceptance = acceptance;
        this.workers = workers;
        this.pages = pages;
        this.lookup = lookup;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/v1/analyses", Scope.ANALYSES_WRITE, this::submit),
                Route.of(Method.GET, "/v1/analyses", Scope.ANALYSES_READ, this::list),
                Route.of(Method.GET, "/v1/analyses/{analysis}", Scope.ANALYSES_READ, this::one),
                Route.of(Method.DELETE, "/v1/analyses/{analysis}", Scope.ANALYSES_DELETE, this::delete));
    }

    /** Keeps what was handed in and waits for its end, as long as clients usually wait at most. */
    AnalysisRow measured(Call call, Function<Call, Submission> handedIn) {
        refuseUnread(call);
        Principal who = call.principal();
        Analyses.Submitted submitted = acceptance.accept(who, handedIn.apply(call), call.requestId());
        return await(who.tenant(), submitted.id(), Duration.ofSeconds(LONGEST_WAIT));
    }

    private Answer submit(Call call) {
        return submit(call, intake::take);
    }

    /** Keeps what was handed in and answers with its result, if it is there as soon as the client waits for it. */
    Answer submit(Call call, Function<Call, Submission> handedIn) {
        refuseUnread(call);
        Duration wait = wait(call);
        Principal who = call.principal();
        Analyses.Submitted submitted = acceptance.accept(who, handedIn.apply(call), call.requestId());
        AnalysisRow row = await(who.tenant(), submitted.id(), wait);
        Answer answer = answer(who.tenant(), row);
        return submitted.replayed() ? answer.header("Idempotent-Replayed", "true") : answer;
    }

    private void refuseUnread(Call call) {
        String code = Intake.key(call).map(intake::code).orElse(null);
        acceptance.refuseUnread(call.principal().tenant(), code);
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
        Contents.Told told = analyses.told(tenant, row.id());
        byte[] members = Json.bytes(said(told, row));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(members, 0, members.length - 1);
        body.writeBytes(",\"report\":".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(told.document().orElseThrow());
        body.write('}');
        return Answer.of(201, "application/json", body.toByteArray());
    }

    /** The members of an analysis, with where its specimen comes from. */
    private static Map<String, Object> said(Contents.Told told, AnalysisRow row) {
        Map<String, Object> members = members(row);
        members.putAll(told.origin().members());
        return members;
    }

    /** Why an analysis has no result. */
    static Problem failure(AnalysisRow row) {
        return Problem.of(RejectionProblem.code(String.valueOf(row.problemCode())), String.valueOf(row.problem()));
    }

    private static Map<String, Object> members(AnalysisRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Analyses.PREFIX, row.id()));
        members.put("kind", row.kind());
        members.put("status", row.status().name().toLowerCase(Locale.ROOT));
        Optional.ofNullable(row.subject())
                .ifPresent(subject -> members.put("subjectId", PublicId.text(Subjects.PREFIX, subject)));
        if (row.demo()) {
            members.put("demo", true);
        }
        members.put("createdAt", row.createdAt().toString());
        Optional.ofNullable(row.completedAt()).ifPresent(at -> members.put("completedAt", at.toString()));
        if (row.resultSha256() != null) {
            members.put("resultSha256", row.resultSha256());
            String state = row.review() == null ? Review.State.UNSIGNED.text() : row.review();
            Map<String, Object> review = new LinkedHashMap<>();
            review.put("version", row.version());
            review.put("state", state);
            members.put("review", review);
        }
        if (row.problemCode() != null) {
            Problem problem = failure(row);
            members.put("problem", Map.of("code", problem.code().slug(), "detail", problem.detail()));
        }
        return members;
    }

    private Answer one(Call call) {
        AnalysisRow row = lookup.analysis(call);
        if (row.resultSha256() == null) {
            return Answer.json(200, said(analyses.told(call.principal().tenant(), row.id()), row));
        }
        return Lookup.cached(
                call, tag(row), () -> whole(call.principal().tenant(), row).withStatus(200));
    }

    private static String tag(AnalysisRow row) {
        return row.resultSha256() + (row.version() == 0 ? "" : "-v" + row.version());
    }

    private Answer delete(Call call) {
        AnalysisRow row = lookup.analysis(call);
        call.demandMatch("\"" + tag(row) + "\"");
        analyses.delete(call.principal(), row.id(), call.requestId());
        return Answer.empty(204);
    }

    private Answer list(Call call) {
        Query query = call.query();
        query.noneBut("kind", "subjectId", "limit", "cursor");
        String kind = query.one("kind").orElse(null);
        UUID subject = query.one("subjectId")
                .map(text -> PublicId.of(Subjects.PREFIX, text)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.INVALID_REQUEST, "subjectId is the id of a subject, sub_...")))
                .orElse(null);
        UUID tenant = call.principal().tenant();
        return pages.answer(
                call,
                tenant + " " + kind + (subject == null ? "" : " " + subject),
                (before, most) -> analyses.list(tenant, new Analyses.Filter(before, kind, subject), most),
                AnalysisRow::id,
                AnalysisRoutes::members);
    }
}
