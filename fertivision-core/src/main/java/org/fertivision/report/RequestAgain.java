package org.fertivision.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fertivision.finding.Notice;
import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.jspecify.annotations.Nullable;

/** The request behind a document, so that the same can be asked again. */
final class RequestAgain {
    private RequestAgain() {}

    static Request of(ParsedReport then, List<Source> sources) {
        Request.Builder request = Request.of(then.kind());
        List<InputFacts> files = then.files();
        for (int file = 0; file < files.size(); file++) {
            String name = files.get(file).name();
            request.field(name == null ? sources.get(file) : sources.get(file).named(name));
        }
        facts(then, FieldFacts::calibration)
                .filter(calibration -> calibration.origin() != Calibration.Origin.FILE)
                .forEach(request::calibration);
        facts(then, FieldFacts::timing)
                .filter(timing -> timing.origin() != Timing.Origin.FILE)
                .forEach(request::timing);
        facts(then, FieldFacts::reader).map(RequestAgain::id).forEach(request::reader);
        facts(then, FieldFacts::pages)
                .filter(meaning -> meaning != PageMeaning.CHOSEN)
                .forEach(request::pages);
        then.inputs().stream()
                .filter(facts -> facts.pages() == PageMeaning.CHOSEN)
                .map(facts -> facts.input().page())
                .forEach(page -> request.page(page == null ? 0 : page));
        settings(then).forEach(request::set);
        then.fieldSettings().forEach((field, own) -> own.forEach((name, value) -> request.set(field, name, value)));
        request.noScore();
        then.scores().forEach(result -> request.score(id(result.scorer())));
        if (then.specimen() != null) {
            request.specimen(then.specimen());
        }
        then.findings().annotations().forEach(request::annotation);
        then.notices().stream()
                .filter(notice -> notice.code().equals(Report.LEFT_OUT))
                .map(Notice::detail)
                .forEach(request::leftOut);
        return request.build();
    }

    /**
     * The effective settings of the analyzer and the scorers, by name. Where they differ under one name, nobody set it: each
     * has its own default, which it will take again.
     */
    private static SortedMap<String, String> settings(ParsedReport then) {
        SortedMap<String, String> settings = new TreeMap<>();
        Set<String> ambiguous = new HashSet<>();
        Stream.concat(Stream.of(then.settings()), then.scores().stream().map(ParsedReport.ScorerResult::settings))
                .map(Map::entrySet)
                .flatMap(Set::stream)
                .forEach(setting -> {
                    String known = settings.putIfAbsent(setting.getKey(), setting.getValue());
                    if (known != null && !known.equals(setting.getValue())) {
                        ambiguous.add(setting.getKey());
                    }
                });
        settings.keySet().removeAll(ambiguous);
        return settings;
    }

    private static <T> Stream<T> facts(ParsedReport then, Function<FieldFacts, @Nullable T> fact) {
        return then.inputs().stream().flatMap(facts -> Optional.ofNullable(fact.apply(facts)).stream());
    }

    /** The id in {@code id@version}. */
    private static String id(String signature) {
        return signature.substring(0, signature.indexOf('@'));
    }
}
