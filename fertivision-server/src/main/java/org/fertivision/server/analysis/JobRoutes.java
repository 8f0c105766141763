package org.fertivision.server.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fertivision.server.analysis.AnalysisRow.Status;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** How far the work on an analysis is: when asked, or told as it goes on (server-sent events); and its being called off. */
final class JobRoutes {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Jobs jobs;
    private final Workers workers;
    private final Lookup lookup;

    JobRoutes(Jobs jobs, Workers workers, Lookup lookup) {
        this.jobs = jobs;
        this.workers = workers;
        this.lookup = lookup;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.GET, "/v1/jobs/{job}", Scope.ANALYSES_READ, this::job),
                Route.of(Method.GET, "/v1/jobs/{job}/events", Scope.ANALYSES_READ, this::events),
                Route.of(Method.POST, "/v1/jobs/{job}/cancel", Scope.ANALYSES_WRITE, this::cancel));
    }

    private Answer job(Call call) {
        return Answer.json(200, members(found(call)));
    }

    private JobRow found(Call call) {
        return now(call.principal().tenant(), lookup.job(call).id());
    }

    private JobRow now(UUID tenant, UUID id) {
        return jobs.find(tenant, id).orElseThrow();
    }

    private static Map<String, Object> members(JobRow row) {
        String analysis = "/v1/analyses/" + PublicId.text(Analyses.PREFIX, row.id());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Lookup.JOB, row.id()));
        members.put("status", row.status().name().toLowerCase(Locale.ROOT));
        members.put("progress", row.status() == Status.SUCCEEDED ? 1.0 : row.progress());
        members.put("attempt", row.attempt());
        if (row.queuePosition() > 0) {
            members.put("queuePosition", row.queuePosition());
        }
        if (row.stage() != null) {
            members.put("stage", row.stage());
        }
        if (row.cancelAsked() && !row.status().isOver()) {
            members.put("cancelRequested", true);
        }
        members.put("analysis", analysis);
        if (row.status() == Status.SUCCEEDED) {
            members.put("result", analysis + "/report.json");
        }
        if (row.problemCode() != null) {
            String code = RejectionProblem.code(row.problemCode()).slug();
            members.put("problem", Map.of("code", code, "detail", String.valueOf(row.problem())));
        }
        return members;
    }

    private Answer cancel(Call call) {
        UUID id = lookup.job(call).id();
        jobs.cancel(call.principal(), id, call.requestId());
        workers.callOff(id);
        JobRow row = now(call.principal().tenant(), id);
        return Answer.json(row.status().isOver() ? 200 : 202, members(row));
    }

    private Answer events(Call call) {
        UUID tenant = call.principal().tenant();
        JobRow first = found(call);
        return Answer.live("text/event-stream", out -> tell(out, tenant, first)).header("X-Accel-Buffering", "no");
    }

    /** Tells every change until the end; a client that comes again is told the state it finds first. */
    private void tell(OutputStream out, UUID tenant, JobRow first) throws IOException {
        long started = System.nanoTime();
        long told = started;
        JobRow row = first;
        write(out, "retry: 1000\n" + event("open", 0, row));
        for (int number = 1; !row.status().isOver() && goesOn(started); ) {
            if (!paused()) {
                return;
            }
            JobRow next = now(tenant, first.id());
            if (!members(next).equals(members(row))) {
                if (!next.status().isOver()) {
                    write(out, event("progress", number++, next));
                    told = System.nanoTime();
                }
            } else if (System.nanoTime() - told > HEARTBEAT.toNanos()) {
                write(out, ": here\n\n");
                told = System.nanoTime();
            }
            row = next;
        }
        if (row.status().isOver()) {
            write(out, event(lastWord(row.status()), Integer.MAX_VALUE, row));
        }
    }

    private static String lastWord(Status status) {
        return switch (status) {
            case SUCCEEDED -> "done";
            case CANCELED -> "canceled";
            default -> "failed";
        };
    }

    private boolean goesOn(long started) {
        return System.nanoTime() - started < LONGEST.toNanos() && workers.isTaking();
    }

    private static boolean paused() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String event(String name, int number, JobRow row) {
        String data = new String(Json.bytes(members(row)), StandardCharsets.UTF_8);
        return "event: " + name + "\nid: " + number + "\ndata: " + data + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
