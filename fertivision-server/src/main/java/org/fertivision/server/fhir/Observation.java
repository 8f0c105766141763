package org.fertivision.server.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.report.ParsedReport;

/** What is known of one measure, or what one guideline says, as an Observation. */
final class Observation {
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Observation(Map<String, Object> code, String device) {
        members.put("resourceType", "Observation");
        members.put("status", "preliminary");
        members.put("code", code);
        members.put("device", Map.of("reference", device));
    }

    /** Of a reading of the whole specimen, with what scorers say of it. */
    static Map<String, Object> of(Reading reading, List<ParsedReport.ScorerResult> scores, String device) {
        Observation observation = new Observation(Coded.measure(reading.measure()), device);
        reading.fold(observation::measured, observation::given, observation::notMeasured);
        return observation.noted(remarks(reading, scores)).members;
    }

    /** Of a scorer's grade. */
    static Map<String, Object> of(ParsedReport.ScorerResult score, String device) {
        Observation observation = new Observation(Coded.own("scorer", id(score), id(score)), device);
        observation.members.put("method", Coded.words(score.scorer()));
        return score.score().fold(observation::scored, not -> observation.absent(not.reason())).members;
    }

    private static String id(ParsedReport.ScorerResult score) {
        return score.scorer().split("@", 2)[0];
    }

    private Observation measured(Reading.Measured measured) {
        members.put("valueQuantity", Coded.quantity(measured.measure(), measured.value()));
        members.put("method", Coded.words(measured.method()));
        List<Object> parts = new ArrayList<>();
        measured.interval().ifPresent(interval -> {
            parts.add(bound("ci95-low", "95 % confidence interval, lower bound", measured.measure(), interval.lo()));
            parts.add(bound("ci95-high", "95 % confidence interval, upper bound", measured.measure(), interval.hi()));
        });
        if (measured.n() > 0) {
            parts.add(Coded.two(
                    "code",
                    Coded.own("interval", "n", "Objects or draws behind the value"),
                    "valueInteger",
                    measured.n()));
        }
        if (!parts.isEmpty()) {
            members.put("component", parts);
        }
        return this;
    }

    private static Map<String, Object> bound(String code, String text, Measure measure, double figure) {
        return Coded.two("code", Coded.own("interval", code, text), "valueQuantity", Coded.quantity(measure, figure));
    }

    private Observation given(Reading.Given given) {
        members.put("valueQuantity", Coded.quantity(given.measure(), given.value()));
        members.put("method", Coded.words("given by a person or another system, not measured: " + given.by()));
        return this;
    }

    private Observation notMeasured(Reading.NotMeasured not) {
        return absent(not.reason());
    }

    private Observation absent(String reason) {
        members.put("dataAbsentReason", Coded.absent(reason));
        return this;
    }

    private Observation scored(Score.Scored scored) {
        members.put("valueCodeableConcept", Coded.words(scored.grade()));
        List<String> remarks = new ArrayList<>(List.of("Guideline: " + scored.system()));
        scored.components().forEach(part -> remarks.add(part.detail().isBlank() ? part.grade() : part.detail()));
        return noted(remarks);
    }

    /** What the parts of scores that rest on the reading say of it. */
    private static List<String> remarks(Reading reading, List<ParsedReport.ScorerResult> scores) {
        List<String> remarks = new ArrayList<>();
        for (ParsedReport.ScorerResult score : scores) {
            List<Score.Component> parts = score.score().fold(Score.Scored::components, not -> List.of());
            for (Score.Component part : parts) {
                if (part.code().equals(reading.code()) && !part.detail().isBlank()) {
                    remarks.add(score.scorer() + ": " + part.detail());
                }
            }
        }
        return remarks;
    }

    private Observation noted(List<String> remarks) {
        if (!remarks.isEmpty()) {
            members.put(
                    "note", remarks.stream().map(text -> Map.of("text", text)).toList());
        }
        return this;
    }
}
