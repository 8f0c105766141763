package org.fertivision.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/** Answers what is refused before any route is asked, as a problem like all others. */
final class ProtocolErrors implements DirectHandler {
    private final RequestId ids;
    private final long mostBytes;

    ProtocolErrors(RequestId ids, long mostBytes) {
        this.ids = ids;
        this.mostBytes = mostBytes;
    }

    /** This handler for every event. */
    DirectHandlers forAll() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, this);
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        ProblemCode code = ProblemCode.ofStatus(status.code());
        String id = ids.fresh();
        Problem problem =
                code == ProblemCode.PAYLOAD_TOO_LARGE ? Body.tooLarge(mostBytes) : Problem.of(code, code.title() + ".");
        Answer answer = problem.answer(id);
        TransportResponse.Builder response = TransportResponse.builder()
                .status(Status.create(code.status()))
                .entity(answer.body())
                .keepAlive(false)
                .header(HeaderNames.create(RequestId.HEADER), id);
        CommonHeaders.ALL.forEach((name, value) -> response.header(HeaderNames.create(name), value));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        return response.build();
    }
}
