package org.fertivision.server.analysis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.Rendered;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;

/** A sample that is drawn or filmed, with what a person would say of it. */
final class DrawnSample {
    /** What no picture tells and a person must: the parameter of the analysis, and the drawing's own name for it. */
    private static final Map<String, String> TOLD = Map.of("chamberDepth", "depthUm", "dilution", "dilution");

    private final byte[] file;
    private final Map<String, Object> request;

    private DrawnSample(byte[] file, Map<String, Object> request) {
        this.file = file;
        this.request = request;
    }

    /** Its image or film. */
    InputStream image() {
        return new ByteArrayInputStream(file);
    }

    /** What is asked of it, as an analysis is asked for. */
    JsonFields request() {
        return JsonFields.of(Json.bytes(request));
    }

    /** Whether a kind can be drawn. */
    static boolean isOf(String kind) {
        return Films.kinds().contains(kind) || Phantoms.kinds().contains(kind);
    }

    /** The sample of a kind, always the same. */
    static DrawnSample of(String kind, Descriptor analyzer) {
        if (Films.kinds().contains(kind)) {
            Film film = Films.of(kind).draw();
            Map<String, String> drawn = film.truth().settings();
            return new DrawnSample(
                    file(film, "film.avi"), request(kind, analyzer, film.calibration(), Map.of(), drawn));
        }
        Drawn image = Phantoms.of(kind).draw();
        Map<String, String> told = image.truth().told();
        Map<String, String> drawn = image.truth().settings();
        return new DrawnSample(file(image, "image.png"), request(kind, analyzer, image.calibration(), told, drawn));
    }

    private static Map<String, Object> request(
            String kind,
            Descriptor analyzer,
            Calibration calibration,
            Map<String, String> told,
            Map<String, String> drawn) {
        Map<String, String> set = new LinkedHashMap<>();
        for (Parameter<?> parameter : analyzer.parameters()) {
            String value = told.getOrDefault(parameter.name(), drawn.get(TOLD.getOrDefault(parameter.name(), "")));
            if (value != null) {
                set.put(parameter.name(), value);
            }
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("kind", kind);
        request.put("umPerPixel", calibration.umPerPixelX() + "," + calibration.umPerPixelY());
        request.put("set", set);
        request.put("demo", true);
        return request;
    }

    private static byte[] file(Rendered rendered, String name) {
        try {
            Path folder = Files.createTempDirectory("drawn");
            Path file = folder.resolve(name);
            try {
                rendered.write(file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var rest = Files.list(folder)) {
            for (Path one : rest.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(folder);
    }
}
