package org.fertivision.server.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fertivision.Plugins;
import org.fertivision.finding.Measure;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;

/** Tells what can be measured and what can be set, from the engine's own descriptors. */
public final class KindRoutes {
    private static final String FIVE_MINUTES = "public, max-age=300";

    /** What has a smallest and a largest number, or so many places at least and at most. */
    private static final Set<Parameter.Type> BOUNDED =
            Set.of(Parameter.Type.NUMBER, Parameter.Type.POINTS, Parameter.Type.POLYGON);

    private final Plugins plugins;

    /** The routes of an engine's plug-ins. */
    public KindRoutes(Plugins plugins) {
        this.plugins = plugins;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, "/v1/kinds", this::kinds),
                Route.open(Route.Method.GET, "/v1/parameters/{kind}", this::parameters));
    }

    private Answer kinds(Call call) {
        List<Object> items = plugins.analyzers().stream()
                .map(KindRoutes::kind)
                .map(Object.class::cast)
                .toList();
        return Answer.json(200, Map.of("items", items)).header("Cache-Control", FIVE_MINUTES);
    }

    private static Map<String, Object> kind(Descriptor kind) {
        Map<String, Object> members = plugin(kind);
        members.put("kind", word(kind));
        members.put("intendedUse", kind.intendedUse());
        members.put("calibrationRequired", kind.calibration() == Descriptor.CalibrationNeed.REQUIRED);
        members.put("video", kind.video() == Descriptor.Video.FRAMES);
        members.put("measures", kind.measures().stream().map(Measure::code).toList());
        members.put(
                "itemMeasures", kind.itemMeasures().stream().map(Measure::code).toList());
        members.put("units", units(kind));
        members.put("labels", kind.labelSystems());
        members.put("sources", kind.sources());
        return members;
    }

    /** The unit of each measure by its code, as UCUM writes it. */
    private static Map<String, String> units(Descriptor kind) {
        Map<String, String> units = new TreeMap<>();
        kind.itemMeasures()
                .forEach(measure -> units.put(measure.code(), measure.unit().ucum()));
        kind.measures()
                .forEach(measure -> units.put(measure.code(), measure.unit().ucum()));
        return units;
    }

    private static Map<String, Object> plugin(Descriptor plugin) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", plugin.id().toString());
        members.put("version", plugin.version());
        members.put("title", plugin.title());
        return members;
    }

    /** The word for an analyzer: its id, without the vendor for what FertiVision itself brings. */
    private static String word(Descriptor plugin) {
        return plugin.id().isReserved() ? plugin.id().name() : plugin.id().toString();
    }

    private Answer parameters(Call call) {
        Descriptor kind = plugins.analyzer(call.value("kind"))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "There is no such kind; /v1/kinds lists all."));
        List<Object> scorers = new ArrayList<>();
        for (Descriptor scorer : plugins.scorers()) {
            if (scorer.kinds().contains(kind.id().toString())) {
                Map<String, Object> members = plugin(scorer);
                members.put("parameters", declared(scorer));
                scorers.add(members);
            }
        }
        Map<String, Object> members = plugin(kind);
        members.put("kind", word(kind));
        members.put("parameters", declared(kind));
        members.put("scorers", scorers);
        return Answer.json(200, members).header("Cache-Control", FIVE_MINUTES);
    }

    private static List<Object> declared(Descriptor plugin) {
        List<Object> parameters = new ArrayList<>();
        plugin.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        return parameters;
    }

    private static <T> Map<String, Object> parameter(Parameter<T> parameter) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", parameter.name());
        members.put("type", parameter.type().name().toLowerCase(Locale.ROOT));
        members.put("unit", parameter.unit().ucum());
        members.put("allowed", parameter.range());
        if (BOUNDED.contains(parameter.type())) {
            members.put("lowest", parameter.lowest());
            members.put("highest", parameter.highest());
        }
        if (!parameter.choices().isEmpty()) {
            members.put("choices", parameter.choices());
        }
        parameter.defaultValue().ifPresent(value -> members.put("default", parameter.print(value)));
        members.put("required", parameter.required());
        members.put("usedIn", parameter.use().name().toLowerCase(Locale.ROOT));
        members.put("eachField", parameter.perField());
        members.put("meaning", parameter.meaning());
        return members;
    }
}
