package org.fertivision.server.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Route;

/** Gives the OpenAPI 3.1 description, which the build holds against the routes. */
public final class OpenApiRoutes {
    private static final String FILE = "/openapi.yaml";
    private static final String A_DAY = "public, max-age=86400";

    private final byte[] description;
    private final String tag;

    /** Reads the description. */
    public OpenApiRoutes() {
        try (InputStream file = Objects.requireNonNull(OpenApiRoutes.class.getResourceAsStream(FILE), FILE)) {
            description = file.readAllBytes();
            tag = "\""
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(description)) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.open(Route.Method.GET, FILE, this::description));
    }

    private Answer description(Call call) {
        boolean known = call.header("If-None-Match").filter(tag::equals).isPresent();
        return (known ? Answer.empty(304) : Answer.of(200, "application/yaml", description))
                .header("ETag", tag)
                .header("Cache-Control", A_DAY);
    }
}
