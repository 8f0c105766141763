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
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** How far the work on an analysis is: when asked, or told as it goes on (server-sent events). */
final class JobRoutes {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Analyses analyses;
    private final Workers workers;
    private final Lookup lookup;

    JobRoutes(Analyses analyses, Workers workers, Lookup lookup) {
        this.analyses = analyses;
        this.workers = workers;
        this.lookup = lookup;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.GET, "/v1/jobs/{job}", Scope.ANALYSES_READ, this::job),
                Route.of(Method.GET, "/v1/jobs/{job}/events", Scope.ANALYSES_READ, this::events));
    }

    private Answer job(Call call) {
        return Answer.json(200, members(lookup.job(call)));
    }

    private static Map<String, Object> members(AnalysisRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Lookup.JOB, row.id()));
        members.put("status", row.status().name().toLowerCase(Locale.ROOT));
        members.put("progress", row.isOver() ? 1.0 : row.progress());
        members.put("attempt", row.attempt());
        members.put("analysis", "/v1/analyses/" + PublicId.text(Analyses.PREFIX, row.id()));
        return members;
    }

    private Answer events(Call call) {
        UUID tenant = call.principal().tenant();
        AnalysisRow now = lookup.job(call);
        return Answer.live("text/event-stream", out -> tell(out, tenant, now)).header("X-Accel-Buffering", "no");
    }

    /** Tells every change until the end; a client that comes again is told the state it finds first. */
    private void tell(OutputStream out, UUID tenant, AnalysisRow first) throws IOException {
        long started = System.nanoTime();
        long told = started;
        AnalysisRow row = first;
        write(out, "retry: 1000\n" + event("open", 0, row));
        for (int number = 1; !row.isOver() && goesOn(started); ) {
            if (!paused()) {
                return;
            }
            AnalysisRow next = analyses.find(tenant, first.id()).orElseThrow();
            if (!members(next).equals(members(row))) {
                if (!next.isOver()) {
                    write(out, event("progress", number++, next));
                    told = System.nanoTime();
                }
            } else if (System.nanoTime() - told > HEARTBEAT.toNanos()) {
                write(out, ": here\n\n");
                told = System.nanoTime();
            }
            row = next;
        }
        if (row.isOver()) {
            write(out, event(row.status() == AnalysisRow.Status.SUCCEEDED ? "done" : "failed", Integer.MAX_VALUE, row));
        }
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

    private static String event(String name, int number, AnalysisRow row) {
        String data = new String(Json.bytes(members(row)), StandardCharsets.UTF_8);
        return "event: " + name + "\nid: " + number + "\ndata: " + data + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
