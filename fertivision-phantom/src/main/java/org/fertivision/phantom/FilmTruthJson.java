package org.fertivision.phantom;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the truth of a film as JSON: keys in fixed order, positions to 1e-4 pixels, line ends as {@code \n}. */
final class FilmTruthJson {
    private static final String SCHEMA = "fertivision-film-truth-1";
    private static final double POSITION = 1e4;

    private FilmTruthJson() {}

    static String of(FilmTruth truth) {
        StringBuilder json = new StringBuilder(4096);
        json.append("{\n\"schema\":\"").append(SCHEMA);
        json.append("\",\n\"kind\":\"").append(truth.kind());
        json.append("\",\n\"seed\":").append(truth.seed());
        json.append(",\n\"image\":{\"widthPx\":").append(truth.widthPx());
        json.append(",\"heightPx\":").append(truth.heightPx());
        json.append(",\"frames\":").append(truth.frames());
        json.append("},\n\"timing\":{\"framesPerSecond\":").append(Decimal.of(truth.framesPerSecond()));
        json.append("},\n\"calibration\":{\"umPerPixelX\":").append(Decimal.of(truth.umPerPixel()));
        json.append(",\"umPerPixelY\":").append(Decimal.of(truth.umPerPixel()));
        json.append("},\n\"settings\":{");
        json.append(truth.settings().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(",")));
        json.append("},\n\"summary\":[");
        json.append(lines(truth.summary().stream()
                .map(value -> "{\"code\":\"" + value.code() + "\",\"value\":" + Decimal.of(value.value())
                        + ",\"unit\":\"" + value.unit() + "\"}")
                .toList()));
        if (!truth.events().isEmpty()) {
            json.append("],\n\"events\":[");
            json.append(lines(truth.events().stream()
                    .map(event -> "{\"event\":\"" + event.event() + "\",\"frame\":" + event.frame() + ",\"value\":"
                            + Decimal.of(event.value()) + "}")
                    .toList()));
        }
        if (!truth.curves().isEmpty()) {
            json.append("],\n\"curves\":[");
            json.append(lines(truth.curves().stream().map(FilmTruthJson::curve).toList()));
        }
        json.append("],\n\"tracks\":[");
        json.append(lines(truth.tracks().stream()
                .map(track -> track(track, truth.framesPerSecond()))
                .toList()));
        return json.append("]\n}\n").toString();
    }

    private static String track(TrueTrack track, double fps) {
        Course course = track.course();
        double fromS = track.frame(0) / fps;
        double toS = track.frame(track.size() - 1) / fps;
        StringBuilder json = new StringBuilder("{\"id\":" + track.id()
                + ",\"swim\":\"" + course.swim().term()
                + "\",\"who6\":\"" + course.who6()
                + "\",\"progress\":" + Decimal.of(course.progressUmPerS()));
        if (toS > fromS) {
            json.append(",\"vcl\":").append(Decimal.of(course.vclUmPerS(fps, fromS, toS)));
            json.append(",\"vsl\":").append(Decimal.of(course.vslUmPerS(fromS, toS)));
            course.bcfHz(fromS, toS).ifPresent(bcf -> json.append(",\"bcf\":").append(Decimal.of(bcf)));
        }
        course.vapUmPerS().ifPresent(vap -> json.append(",\"vap\":").append(Decimal.of(vap)));
        course.alhUm().ifPresent(alh -> json.append(",\"alh\":").append(Decimal.of(alh)));
        json.append(",\"frames\":").append(list(track.size(), i -> String.valueOf(track.frame(i))));
        json.append(",\"xPx\":").append(list(track.size(), i -> position(track.x(i))));
        json.append(",\"yPx\":").append(list(track.size(), i -> position(track.y(i))));
        return json.append('}').toString();
    }

    private static String curve(TrueCurve curve) {
        return "{\"code\":\"" + curve.code() + "\",\"unit\":\"" + curve.unit() + "\",\"from\":" + curve.from()
                + ",\"values\":" + list(curve.size(), i -> position(curve.value(curve.from() + i))) + "}";
    }

    private static String position(double px) {
        return Decimal.of(Math.floor(px * POSITION + 0.5) / POSITION);
    }

    private static String list(int size, IntFunction<String> text) {
        return IntStream.range(0, size).mapToObj(text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String lines(List<String> parts) {
        return parts.isEmpty() ? "" : "\n" + String.join(",\n", parts) + "\n";
    }
}
