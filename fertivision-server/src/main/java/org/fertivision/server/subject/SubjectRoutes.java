package org.fertivision.server.subject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Pages;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** Making, finding and deleting subjects. */
public final class SubjectRoutes {
    private final Subjects subjects;
    private final Pages pages;

    /** The routes of all subjects. */
    public SubjectRoutes(Subjects subjects, Pages pages) {
        this.subjects = subjects;
        this.pages = pages;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/v1/subjects", Scope.SUBJECTS_WRITE, this::make),
                Route.of(Method.GET, "/v1/subjects", Scope.SUBJECTS_READ, this::list),
                Route.of(Method.POST, "/v1/subjects/lookup", Scope.SUBJECTS_READ, this::lookup),
                Route.of(Method.GET, "/v1/subjects/{subject}", Scope.SUBJECTS_READ, this::one),
                Route.of(Method.DELETE, "/v1/subjects/{subject}", Scope.SUBJECTS_DELETE, this::delete));
    }

    private Answer make(Call call) {
        JsonFields fields = JsonFields.of(call);
        Person person = Person.of(fields);
        fields.noMore();
        Subject made = subjects.make(call.principal(), person, call.requestId());
        return Answer.json(201, members(made))
                .header("Location", "/v1/subjects/" + PublicId.text(Subjects.PREFIX, made.id()));
    }

    private static Map<String, Object> members(Subject subject) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Subjects.PREFIX, subject.id()));
        members.put("pseudonym", subject.pseudonym());
        members.put("createdAt", subject.createdAt().toString());
        if (subject.person() != null) {
            members.putAll(subject.person().members());
        }
        return members;
    }

    private Answer list(Call call) {
        call.query().noneBut("limit", "cursor");
        UUID tenant = call.principal().tenant();
        return pages.answer(
                call,
                "subjects " + tenant,
                (before, most) -> subjects.list(tenant, before, most),
                Subject::id,
                SubjectRoutes::members);
    }

    private Answer lookup(Call call) {
        JsonFields fields = JsonFields.of(call);
        String externalId = fields.text("externalId");
        fields.noMore();
        return subjects.lookup(call.principal().tenant(), externalId)
                .map(found -> Answer.json(200, members(found)))
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "There is no subject of that externalId."));
    }

    private Answer one(Call call) {
        Subject subject = subject(call);
        return Answer.json(200, members(subject)).header("ETag", tag(subject));
    }

    /** A subject never changes. */
    private static String tag(Subject subject) {
        return "\"" + subject.pseudonym() + "\"";
    }

    private Subject subject(Call call) {
        UUID tenant = call.principal().tenant();
        Subject subject = PublicId.of(Subjects.PREFIX, call.value("subject"))
                .flatMap(id -> subjects.find(tenant, id))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "There is nothing of that name; it begins with " + Subjects.PREFIX + "_."));
        if (subject.deletedAt() != null) {
            throw Subjects.gone(subject.deletedAt().toString());
        }
        return subject;
    }

    private Answer delete(Call call) {
        Subject subject = subject(call);
        call.demandMatch(tag(subject));
        subjects.delete(call.principal(), subject.id(), call.requestId());
        return Answer.empty(204);
    }
}
