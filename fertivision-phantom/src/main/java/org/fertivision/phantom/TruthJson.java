package org.fertivision.phantom;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a truth as JSON: keys in fixed order, numbers with 12 significant digits, line ends as {@code \n}. */
final class TruthJson {
    private static final String SCHEMA = "fertivision-truth-1";

    private TruthJson() {}

    static String of(Truth truth) {
        StringBuilder json = new StringBuilder(256 + 320 * truth.objects().size());
        json.append("{\n\"schema\":").append(quoted(SCHEMA));
        json.append(",\n\"kind\":").append(quoted(truth.kind()));
        json.append(",\n\"seed\":").append(truth.seed());
        json.append(",\n\"image\":{\"widthPx\":").append(truth.widthPx());
        json.append(",\"heightPx\":").append(truth.heightPx());
        json.append(",\"channels\":").append(truth.channels());
        json.append("},\n\"calibration\":{\"umPerPixelX\":")
                .append(Decimal.of(truth.calibration().umPerPixelX()));
        json.append(",\"umPerPixelY\":").append(Decimal.of(truth.calibration().umPerPixelY()));
        json.append("},\n\"settings\":{").append(words(truth.settings()));
        if (!truth.told().isEmpty()) {
            json.append("},\n\"told\":{").append(words(truth.told()));
        }
        json.append("},\n\"counts\":{");
        json.append(truth.counts().entrySet().stream()
                .map(entry -> quoted(entry.getKey().term()) + ":" + entry.getValue())
                .collect(Collectors.joining(",")));
        json.append("},\n\"summary\":[");
        json.append(lines(truth.summary().stream().map(TruthJson::value).toList()));
        json.append("],\n\"objects\":[");
        json.append(lines(truth.objects().stream().map(TruthJson::object).toList()));
        return json.append("]\n}\n").toString();
    }

    private static String words(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String lines(List<String> parts) {
        return parts.isEmpty() ? "" : "\n" + String.join(",\n", parts) + "\n";
    }

    private static String value(TrueValue value) {
        return "{\"code\":" + quoted(value.code()) + ",\"value\":" + Decimal.of(value.value()) + ",\"unit\":"
                + quoted(value.unit()) + "}";
    }

    private static String object(TrueObject object) {
        Ellipse shape = object.shape();
        return "{\"id\":" + object.id()
                + ",\"class\":" + quoted(object.objectClass().term())
                + ",\"centerPx\":[" + Decimal.of(object.centerPx().x()) + ","
                + Decimal.of(object.centerPx().y()) + "]"
                + ",\"angleDeg\":" + Decimal.of(object.angleDeg())
                + ",\"lengthUm\":" + Decimal.of(shape.lengthUm())
                + ",\"widthUm\":" + Decimal.of(shape.widthUm())
                + ",\"areaUm2\":" + Decimal.of(shape.areaUm2())
                + ",\"perimeterUm\":" + Decimal.of(shape.perimeterUm())
                + ",\"tailUm\":" + Decimal.of(object.tailUm())
                + ",\"contrastLevels\":"
                + list(object.contrastLevels().stream().map(Decimal::of).toList())
                + ",\"centerInFrame\":" + object.centerInFrame()
                + ",\"cutByBorder\":" + object.cutByBorder()
                + ",\"touches\":"
                + list(object.touches().stream().map(String::valueOf).toList())
                + "}";
    }

    private static String list(List<String> parts) {
        return "[" + String.join(",", parts) + "]";
    }

    /** Kinds, codes, units and settings are plain ASCII words; only what JSON forbids is escaped. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
