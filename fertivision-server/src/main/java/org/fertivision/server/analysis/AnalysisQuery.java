package org.fertivision.server.analysis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fertivision.Plugins;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Measure;
import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.report.AnnotationJson;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Query;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one analysis, but for its pixels: read from an address or from JSON, and kept as JSON.
 *
 * @param kind what to measure
 * @param umPerPixel the size of a pixel as {@code X} or {@code X,Y}, or null
 * @param fps frames a second, or null
 * @param pages what the pages of every file with several are, as a word, or null
 * @param page the pages that alone are looked at, from 0; none where all are
 * @param set settings for all fields
 * @param score who scores; null leaves the choice, empty means nobody
 * @param fields settings of single fields, in their order
 * @param annotations what persons say, as plain JSON values
 */
record AnalysisQuery(
        String kind,
        @Nullable String umPerPixel,
        @Nullable String fps,
        @Nullable String pages,
        List<Integer> page,
        SortedMap<String, String> set,
        @Nullable List<String> score,
        List<SortedMap<String, String>> fields,
        List<Object> annotations) {
    private static final String SET = "set.";
    private static final String ANNOTATIONS = "annotations";
    private static final String PAGES = "pages";
    private static final String PAGE = "page";
    private static final String NOBODY = "none";
    private static final double LONGEST_PIXEL = 2;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Of an address: {@code kind=K&umPerPixel=X&fps=F&pages=fields&page=N&set.NAME=VALUE&score=ID}.
     *
     * @throws ProblemException if it holds anything else
     */
    static AnalysisQuery of(Query query) {
        SortedMap<String, String> set = new TreeMap<>();
        for (String name : query.names()) {
            if (name.startsWith(SET)) {
                set.put(name.substring(SET.length()), once(query.all(name)));
            } else if (!List.of("kind", "umPerPixel", "fps", PAGES, PAGE, "score")
                    .contains(name)) {
                throw invalid("The query may hold kind, umPerPixel, fps, pages, page, score and set.NAME.");
            }
        }
        String kind = query.one("kind").filter(k -> !k.isBlank()).orElseThrow(() -> invalid("Say kind=KIND."));
        return new AnalysisQuery(
                kind,
                query.one("umPerPixel").orElse(null),
                query.one("fps").orElse(null),
                query.one(PAGES).orElse(null),
                numbers(query.all(PAGE)),
                set,
                query.has("score") ? scorers(query.all("score")) : null,
                List.of(),
                List.of());
    }

    private static String once(List<String> values) {
        if (values.size() > 1) {
            throw invalid("The query sets a parameter more than once.");
        }
        return values.get(0);
    }

    private static List<String> scorers(List<String> named) {
        if (!named.contains(NOBODY)) {
            return named;
        }
        if (named.size() > 1) {
            throw invalid("score=none and a scorer contradict each other.");
        }
        return List.of();
    }

    /**
     * Of JSON: {@code {"kind","umPerPixel","fps","pages","page":[],"set":{},"score":[],"annotations":[],"fields":[{"set":{}}]}},
     * all but kind optional.
     *
     * @throws ProblemException if it holds anything else
     */
    static AnalysisQuery of(JsonFields json) {
        List<SortedMap<String, String>> fields = new ArrayList<>();
        for (JsonFields field : json.objects("fields")) {
            fields.add(new TreeMap<>(field.values("set")));
            field.noMore();
        }
        AnalysisQuery query = new AnalysisQuery(
                json.text("kind"),
                json.plain("umPerPixel").orElse(null),
                json.plain("fps").orElse(null),
                json.optionalText(PAGES).orElse(null),
                json.counts(PAGE),
                new TreeMap<>(json.values("set")),
                json.has("score") ? scorers(json.texts("score")) : null,
                fields,
                json.list(ANNOTATIONS));
        json.noMore();
        return query;
    }

    /** The same, with further words of persons behind those that are there. */
    AnalysisQuery saying(List<Object> words) {
        List<Object> all = new ArrayList<>(annotations);
        all.addAll(words);
        return new AnalysisQuery(kind, umPerPixel, fps, pages, page, set, score, fields, all);
    }

    /** As JSON that reads back equal. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind);
        Optional.ofNullable(umPerPixel).ifPresent(x -> json.put("umPerPixel", x));
        Optional.ofNullable(fps).ifPresent(x -> json.put("fps", x));
        Optional.ofNullable(pages).ifPresent(x -> json.put(PAGES, x));
        if (!page.isEmpty()) {
            json.put(PAGE, page);
        }
        json.put("set", set);
        Optional.ofNullable(score).ifPresent(x -> json.put("score", x));
        json.put("fields", fields.stream().map(own -> Map.of("set", own)).toList());
        if (!annotations.isEmpty()) {
            json.put(ANNOTATIONS, annotations);
        }
        return new String(Json.bytes(json), StandardCharsets.UTF_8);
    }

    /**
     * Looks at what can be known before the pixels are.
     *
     * @throws ProblemException if there is no such kind, or a number or an annotation is none
     */
    void check(Plugins plugins) {
        if (plugins.analyzer(kind).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_PLUGIN, "There is no such kind; GET /v1/kinds tells those there are.");
        }
        request(plugins);
    }

    /**
     * A request with all that is known here.
     *
     * @throws ProblemException if a number or an annotation is none
     */
    Request.Builder request(Plugins plugins) {
        Request.Builder request = Request.of(kind);
        set.forEach(request::set);
        for (int field = 0; field < fields.size(); field++) {
            for (Map.Entry<String, String> own : fields.get(field).entrySet()) {
                request.set(field, own.getKey(), own.getValue());
            }
        }
        if (umPerPixel != null) {
            request.calibration(calibration(umPerPixel));
        }
        if (fps != null) {
            request.timing(timing(fps));
        }
        pages(request);
        if (score != null) {
            request.noScore();
            score.forEach(request::score);
        }
        words(plugins).forEach(request::annotation);
        return request;
    }

    private List<Annotation> words(Plugins plugins) {
        List<Measure> measures =
                plugins.analyzer(kind).map(Descriptor::measures).orElse(List.of());
        try {
            return AnnotationJson.read(Json.bytes(annotations), measures);
        } catch (RejectedException e) {
            String detail = new Typed(this, plugins).takenOut(e.rejection().detail());
            throw new ProblemException(Problem.of(ProblemCode.INVALID_REQUEST, detail)
                    .with("errors", List.of(Map.of("pointer", "/" + ANNOTATIONS, "detail", detail))));
        }
    }

    private static Calibration calibration(String text) {
        String[] parts = text.split(",", -1);
        try {
            double x = new BigDecimal(parts[0].strip()).doubleValue();
            double y = parts.length == 1 ? x : new BigDecimal(parts[1].strip()).doubleValue();
            if (parts.length <= 2 && x > 0 && y > 0 && Math.max(x / y, y / x) <= LONGEST_PIXEL) {
                return Calibration.umPerPixel(x, y);
            }
        } catch (IllegalArgumentException e) {
            throw outOfRange("umPerPixel is X or X,Y in micrometers, for example 0.481.");
        }
        throw outOfRange("umPerPixel is X or X,Y in micrometers; a pixel is at most twice as long as wide.");
    }

    private void pages(Request.Builder request) {
        if (pages != null) {
            PageMeaning meaning = PageMeaning.ofAllPages().stream()
                    .filter(one -> one.word().equals(pages))
                    .findFirst()
                    .orElseThrow(() -> outOfRange("pages is fields, time or z."));
            if (meaning != PageMeaning.FIELDS && !page.isEmpty()) {
                throw invalid("page goes with pages=fields alone, not with " + meaning.word() + ".");
            }
            request.pages(meaning);
        }
        page.forEach(request::page);
    }

    /** The numbers that values of an address hold, each several of them by commas. */
    private static List<Integer> numbers(List<String> values) {
        List<Integer> numbers = new ArrayList<>();
        for (String value : values) {
            for (String number : value.split(",", -1)) {
                if (!NUMBER.matcher(number).matches()) {
                    throw invalid("page is a whole number from 0, several by commas.");
                }
                numbers.add(Integer.valueOf(number));
            }
        }
        return numbers;
    }

    private static Timing timing(String text) {
        try {
            return Timing.framesPerSecond(new BigDecimal(text.strip()).doubleValue());
        } catch (IllegalArgumentException e) {
            throw outOfRange("fps is a number of frames a second above 0.");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail);
    }

    private static ProblemException outOfRange(String detail) {
        return new ProblemException(ProblemCode.PARAMETER_OUT_OF_RANGE, detail);
    }
}
