package org.fertivision.server.analysis;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fertivision.server.analysis.Batches.Batch;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Pages;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/**
 * Many analyses handed in together. What is wrong with one item is kept as its problem; what no item can help (a full
 * queue, say) ends the call, which the client repeats under the same key: it goes on where it ended.
 */
final class BatchRoutes {
    private static final String ONE = "/v1/batches/{batch}";
    private static final int MOST_ITEMS = 500;
    private static final int SERVERS_TROUBLE = 500;

    private final Batches batches;
    private final Intake intake;
    private final Acceptance acceptance;
    private final Jobs jobs;
    private final Workers workers;
    private final Pages pages;

    /**
     * An item as it was handed in.
     *
     * @param whole all that makes it another than the next
     * @param submission what it asks for, under a key of its own
     * @param discard throws away what came with it
     */
    private record HandedIn(Supplier<byte[]> whole, Function<String, Submission> submission, Runnable discard) {}

    BatchRoutes(Batches batches, Intake intake, Acceptance acceptance, Jobs jobs, Workers workers, Pages pages) {
        this.batches = batches;
        this.intake = intake;
        this.acceptance = acceptance;
        this.jobs = jobs;
        this.workers = workers;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/v1/batches", Scope.ANALYSES_WRITE, this::submit),
                Route.of(Method.GET, ONE, Scope.ANALYSES_READ, this::one),
                Route.of(Method.GET, ONE + "/items", Scope.ANALYSES_READ, this::items),
                Route.of(Method.POST, ONE + "/cancel", Scope.ANALYSES_WRITE, this::cancel));
    }

    private Answer submit(Call call) {
        String key = Intake.key(call)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.INVALID_HEADER, "Send an Idempotency-Key with a batch."));
        UUID tenant = call.principal().tenant();
        acceptance.refuseUnread(tenant, intake.code(ofBatch(key)));
        return intake.batch(call)
                .map(form -> submit(call, key, form))
                .orElseGet(() -> submit(
                        call,
                        key,
                        items(JsonFields.of(call)).stream()
                                .map(Json::bytes)
                                .map(item -> new HandedIn(
                                        () -> item, own -> intake.take(tenant, JsonFields.of(item), own), () -> {}))
                                .toList()));
    }

    /** Under another name than the same key of a single analysis. */
    private static String ofBatch(String key) {
        return "batch " + key;
    }

    private Answer submit(Call call, String key, BatchForm form) {
        UUID tenant = call.principal().tenant();
        return submit(
                call,
                key,
                form.items(() -> intake.room(tenant)).stream()
                        .map(item -> new HandedIn(item::whole, own -> form.submission(item, own), item::discard))
                        .toList());
    }

    /** The items that a batch names. */
    static List<Object> items(JsonFields json) {
        List<Object> items = json.list("items");
        json.noMore();
        if (items.isEmpty() || items.size() > MOST_ITEMS || !items.stream().allMatch(Map.class::isInstance)) {
            throw json.wrong("items", "is a list of 1 to " + MOST_ITEMS + " objects");
        }
        return items;
    }

    private Answer submit(Call call, String key, List<HandedIn> items) {
        Principal who = call.principal();
        int next = 0;
        try {
            UUID batch = batches.begin(who, intake.once(ofBatch(key), whole(items)), items.size(), call.requestId());
            BitSet taken = batches.taken(who.tenant(), batch);
            while (next < items.size()) {
                int item = next++;
                if (taken.get(item)) {
                    items.get(item).discard().run();
                } else {
                    take(call, batch, item, () -> items.get(item).submission().apply(ofBatch(key) + " " + item));
                }
            }
            return begun(who, batch, taken);
        } finally {
            items.subList(next, items.size()).forEach(left -> left.discard().run());
        }
    }

    private static byte[] whole(List<HandedIn> items) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write('[');
        for (HandedIn item : items) {
            if (whole.size() > 1) {
                whole.write(',');
            }
            whole.writeBytes(item.whole().get());
        }
        whole.write(']');
        return whole.toByteArray();
    }

    private Answer begun(Principal who, UUID batch, BitSet taken) {
        Batch made = batches.find(who.tenant(), batch).orElseThrow();
        Answer answer = Answer.json(202, members(who.tenant(), made))
                .header("Location", "/v1/batches/" + PublicId.text(Batches.PREFIX, batch));
        return taken.isEmpty() ? answer : answer.header("Idempotent-Replayed", "true");
    }

    private void take(Call call, UUID batch, int item, Supplier<Submission> submitted) {
        UUID tenant = call.principal().tenant();
        try {
            Submission submission = submitted.get();
            UUID analysis = acceptance
                    .accept(call.principal(), submission, call.requestId())
                    .id();
            batches.accepted(tenant, batch, item, analysis);
            workers.wake();
        } catch (ProblemException e) {
            if (!isOfTheItem(e)) {
                throw e;
            }
            batches.refused(tenant, batch, item, e.problem());
        }
    }

    /** Whether a problem is one item's alone: another try would not help, and nothing else is in its way. */
    static boolean isOfTheItem(ProblemException e) {
        ProblemCode code = e.problem().code();
        return !code.retryable() && code.status() < SERVERS_TROUBLE;
    }

    private Answer one(Call call) {
        return Answer.json(200, members(call.principal().tenant(), found(call)));
    }

    private Batch found(Call call) {
        UUID tenant = call.principal().tenant();
        return PublicId.of(Batches.PREFIX, call.value("batch"))
                .flatMap(id -> batches.find(tenant, id))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "There is nothing of that name; it begins with " + Batches.PREFIX + "_."));
    }

    private Map<String, Object> members(UUID tenant, Batch batch) {
        Map<String, Long> counts = batches.counts(tenant, batch.id());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Batches.PREFIX, batch.id()));
        members.put("status", status(batch, counts));
        members.put("items", batch.items());
        members.put("counts", counts);
        members.put("createdAt", batch.createdAt().toString());
        return members;
    }

    /** {@code incomplete} until every item was taken in, {@code running} until every one is over, then {@code done}. */
    private static String status(Batch batch, Map<String, Long> counts) {
        long taken = counts.values().stream().mapToLong(Long::longValue).sum();
        if (taken < batch.items()) {
            return "incomplete";
        }
        return counts.containsKey("queued") || counts.containsKey("running") ? "running" : "done";
    }

    private Answer items(Call call) {
        Batch batch = found(call);
        UUID tenant = call.principal().tenant();
        call.query().noneBut("limit", "cursor");
        return pages.answer(
                call,
                tenant + " " + batch.id(),
                (before, most) -> batches.items(tenant, batch.id(), before == null ? 0 : behind(before), most),
                item -> new UUID(0, item.number()),
                BatchRoutes::members);
    }

    /** The number behind the item of a cursor, which has it in its last bits. */
    private static int behind(UUID last) {
        return (int) last.getLeastSignificantBits() + 1;
    }

    private static Map<String, Object> members(BatchItem item) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("item", item.number());
        members.put("status", item.status());
        if (item.analysis() != null) {
            members.put("analysis", "/v1/analyses/" + PublicId.text(Analyses.PREFIX, item.analysis()));
            members.put("job", "/v1/jobs/" + PublicId.text(Lookup.JOB, item.analysis()));
        }
        if (item.problemCode() != null) {
            String code = RejectionProblem.code(item.problemCode()).slug();
            members.put("problem", Map.of("code", code, "detail", String.valueOf(item.problem())));
        }
        return members;
    }

    private Answer cancel(Call call) {
        Batch batch = found(call);
        Principal who = call.principal();
        batches.canceled(who, batch.id(), call.requestId());
        for (BatchItem item : batches.items(who.tenant(), batch.id(), 0, MOST_ITEMS)) {
            if (item.analysis() != null && List.of("queued", "running").contains(item.status())) {
                jobs.cancel(who, item.analysis(), call.requestId());
                workers.callOff(item.analysis());
            }
        }
        Map<String, Object> members = members(who.tenant(), batch);
        return Answer.json(members.containsValue("running") ? 202 : 200, members);
    }
}
