package org.fertivision.server.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.report.Language;
import org.fertivision.report.Letterhead;
import org.fertivision.report.ReportJson;
import org.fertivision.server.fhir.ReportBundle;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.subject.Subjects;

/** The report of an analysis in its forms. */
final class ReportRoutes {
    private static final String PATH = "/v1/analyses/{analysis}/report";
    /** The form that is kept as it was measured; all others are written anew. */
    private static final String DOCUMENT = "json";

    private static final String LANGUAGE = "language";

    private final Rendering rendering;
    private final Versions versions;

    /** Writes a form of a report. */
    private interface Form {
        byte[] of(UUID tenant, Version version);
    }

    /** Writes a form of a report that stands under a letterhead and is in a language. */
    private interface HeadedForm {
        byte[] of(UUID tenant, Version version, Letterhead letterhead, Language language);
    }

    /** A form with the ending of its address, its media type, and whether it has a letterhead and a language. */
    private record Written(String ending, String mediaType, boolean isHeaded, HeadedForm form) {
        Written(String ending, String mediaType, Form form) {
            this(ending, mediaType, false, (tenant, version, none, any) -> form.of(tenant, version));
        }
    }

    ReportRoutes(Rendering rendering, Versions versions) {
        this.rendering = rendering;
        this.versions = versions;
    }

    List<Route> routes() {
        Map<String, Written> forms = new LinkedHashMap<>();
        for (Written form : List.of(
                new Written(DOCUMENT, "application/json", versions::document),
                new Written("html", "text/html", true, rendering::html),
                new Written("pdf", "application/pdf", true, rendering::pdf),
                new Written("csv", "text/csv", rendering::csv),
                new Written("fhir.json", ReportBundle.MEDIA_TYPE, this::fhir))) {
            forms.put(form.mediaType(), form);
        }
        Stream<Route> named = Stream.concat(
                        forms.values().stream(),
                        Stream.of(
                                new Written("items.csv", "text/csv", rendering::items),
                                new Written("tracks.csv", "text/csv", rendering::tracks)))
                .map(form -> Route.of(
                        Method.GET, PATH + "." + form.ending(), Scope.REPORTS_READ, call -> answer(call, form)));
        return Stream.concat(
                        named,
                        Stream.of(
                                Route.of(Method.GET, PATH, Scope.REPORTS_READ, call -> wanted(call, forms)),
                                Route.of(
                                        Method.GET,
                                        "/v1/analyses/{analysis}/fields/{field}/overlay.png",
                                        Scope.IMAGES_READ,
                                        this::overlay)))
                .toList();
    }

    /** The form that the client wants most, of those that a program or a browser may ask for by their media type. */
    private Answer wanted(Call call, Map<String, Written> forms) {
        List<String> types = List.copyOf(forms.keySet());
        Written form = new Accepted(call.header("Accept").orElse(""))
                .best(types)
                .map(forms::get)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_ACCEPTABLE, "A report is written as " + String.join(", ", types) + "."));
        return answer(call, form).header("Vary", "Accept, Authorization, X-API-Key");
    }

    private byte[] fhir(UUID tenant, Version version) {
        AnalysisRow row = version.row();
        return ReportBundle.write(
                ReportJson.parse(versions.document(tenant, version), rendering.measures(row.kind())),
                PublicId.text(Analyses.PREFIX, row.id()),
                row.subject() == null ? null : PublicId.text(Subjects.PREFIX, row.subject()),
                Objects.requireNonNull(row.completedAt(), "what succeeded is complete"),
                version.standing(),
                row.demo() ? ReportBundle.Purpose.TEST : ReportBundle.Purpose.CARE);
    }

    private Answer answer(Call call, Written form) {
        Version version = form.isHeaded() ? versions.of(call, LANGUAGE) : versions.of(call);
        Language language = language(call);
        String charset = form.mediaType().startsWith("text/") ? "; charset=utf-8" : "";
        String writer = form.ending().equals(DOCUMENT) ? "" : rendering.tag();
        UUID tenant = call.principal().tenant();
        Letterhead letterhead = form.isHeaded() ? rendering.letterhead(tenant) : Letterhead.NONE;
        Answer answer = Lookup.cached(
                        call,
                        version.tag() + "-" + form.ending() + writer + Rendering.tag(letterhead)
                                + Rendering.tag(language) + Demo.tag(version.row()),
                        () -> Answer.of(
                                200, form.mediaType() + charset, form.form().of(tenant, version, letterhead, language)))
                .header("X-Review-State", version.state().text());
        answer = Demo.named(answer, version.row(), "." + form.ending());
        return form.ending().equals("html")
                ? answer.header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'")
                : answer;
    }

    /** The language that a call asks for; without a word, English, whatever the browser speaks. */
    private static Language language(Call call) {
        return Language.of(call.query().one(LANGUAGE).orElse(Language.ENGLISH.tag()))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_REQUEST,
                        "Reports are written in these languages: " + String.join(", ", Language.tags()) + "."));
    }

    private Answer overlay(Call call) {
        Version version = versions.of(call, LANGUAGE);
        Language language = language(call);
        String field = call.value("field");
        if (!field.matches("[0-9]{1,6}")) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "Fields are numbers, from 0.");
        }
        int number = Integer.parseInt(field);
        Answer overlay = Lookup.cached(
                call,
                version.resultSha256() + "-overlay-" + number + rendering.tag() + Rendering.tag(language)
                        + Demo.tag(version.row()),
                () -> Answer.of(
                        200, "image/png", rendering.overlay(call.principal().tenant(), version, number, language)));
        return Demo.named(overlay, version.row(), "-" + number + "-overlay.png");
    }
}
