package org.fertivision.server.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.jspecify.annotations.Nullable;

/** What persons say of a result: corrections and their undoing, taking or not taking it, signing. */
final class ReviewRoutes {
    private static final String PATH = "/v1/analyses/{analysis}/reviews";
    private static final String ANNOTATIONS = "annotations";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_VERSIONS = 10_000;

    private final Versions versions;
    private final Reviews reviews;
    private final Amending amending;

    ReviewRoutes(Versions versions, Reviews reviews, Amending amending) {
        this.versions = versions;
        this.reviews = reviews;
        this.amending = amending;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.GET, PATH, Scope.REVIEWS_READ, call -> answer(200, versions.latest(call))),
                Route.of(Method.POST, PATH, Scope.REVIEWS_WRITE, this::say));
    }

    private static Answer answer(int status, Version version) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("analysis", PublicId.text(Analyses.PREFIX, version.row().id()));
        members.put("version", version.number());
        members.put("state", version.state().text());
        members.put("resultSha256", version.resultSha256());
        members.put("items", version.said().stream().map(Review::members).toList());
        return Answer.json(status, members).header("ETag", tag(version));
    }

    private static String tag(Version version) {
        return "\"v" + version.number() + "\"";
    }

    private Answer say(Call call) {
        Version now = versions.latest(call);
        call.demandMatch(tag(now));
        JsonFields fields = JsonFields.of(call);
        String text = fields.text("act");
        Review.Act act = Arrays.stream(Review.Act.values())
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow(() -> fields.wrong("act", "is correct, undo, accept, reject or sign"));
        String reason = fields.optionalText("reason").map(String::strip).orElse(null);
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw fields.wrong("reason", "has " + LONGEST_REASON + " characters at most");
        }
        List<Object> words = words(call.principal(), act, fields);
        fields.noMore();
        if (reason == null && (act == Review.Act.REJECT || now.state() == Review.State.SIGNED)) {
            throw fields.wrong("reason", "is needed to reject, and for whatever follows a signature");
        }
        refuseWhereImpossible(now, act, call.principal());
        return kept(call, now, act, reason, words);
    }

    /** The corrections; what a person who signed in says is said by him, whatever the request tells. */
    private static List<Object> words(Principal who, Review.Act act, JsonFields fields) {
        List<Object> words = new ArrayList<>();
        for (Object word : fields.list(ANNOTATIONS)) {
            if (!(word instanceof Map<?, ?> members)) {
                throw fields.wrong(ANNOTATIONS, "is a list of objects");
            }
            Map<String, Object> said = new LinkedHashMap<>();
            members.forEach((name, value) -> said.put(String.valueOf(name), value));
            if (who.person() != null) {
                said.put("by", who.person());
            }
            words.add(said);
        }
        if (words.isEmpty() == (act == Review.Act.CORRECT)) {
            throw fields.wrong(ANNOTATIONS, "are needed to correct, and for nothing else");
        }
        return words;
    }

    private static void refuseWhereImpossible(Version now, Review.Act act, Principal who) {
        if (now.number() >= MOST_VERSIONS) {
            throw new ProblemException(ProblemCode.CONFLICT, "More than so many versions are not kept.");
        }
        if (act == Review.Act.UNDO && now.corrections().isEmpty()) {
            throw new ProblemException(ProblemCode.CONFLICT, "There is no correction to take back.");
        }
        if (act == Review.Act.SIGN && now.state() == Review.State.REJECTED) {
            throw new ProblemException(ProblemCode.CONFLICT, "It is rejected; accept it before you sign it.");
        }
        if (act == Review.Act.SIGN && who.person() == null) {
            throw new ProblemException(
                    ProblemCode.INSUFFICIENT_SCOPE, "A person signs, who has signed in; a token does not.");
        }
    }

    private Answer kept(Call call, Version now, Review.Act act, @Nullable String reason, List<Object> words) {
        Principal who = call.principal();
        AnalysisRow row = now.row();
        boolean changes = act == Review.Act.CORRECT || act == Review.Act.UNDO;
        Report report = changes ? amending.amended(who.tenant(), row, after(now, act, words)) : null;
        Reviews.Word word = new Reviews.Word(
                act,
                who.person() == null ? "token " + PublicId.text("tok", who.token()) : who.person(),
                reason,
                words,
                report,
                report == null ? now.resultSha256() : ReportJson.resultSha256(report));
        if (!reviews.add(who, row.id(), now.number() + 1, word, call.requestId())) {
            throw ProblemException.outrun();
        }
        List<Review> all = reviews.of(who.tenant(), row.id());
        return answer(201, new Version(row, all.subList(0, now.number() + 1), all.size()));
    }

    private static List<Object> after(Version now, Review.Act act, List<Object> words) {
        if (act == Review.Act.CORRECT) {
            List<Object> all = new ArrayList<>(now.corrections());
            all.addAll(words);
            return all;
        }
        return Review.withoutLast(now.said());
    }
}
