package org.fertivision.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;

/** Gives the files of the page, which are in the jar: one document, style sheets and modules, nothing from elsewhere. */
public final class PageRoutes {
    private static final String INDEX = "index.html";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final Map<String, String> MEDIA = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, File> files = new TreeMap<>();

    private record File(Answer answer, String tag) {}

    /** Reads the files. */
    public PageRoutes() {
        new String(bytes("files.txt"), StandardCharsets.UTF_8).lines().forEach(name -> files.put(name, file(name)));
    }

    private static File file(String name) {
        byte[] content = bytes(name);
        String media = Objects.requireNonNull(MEDIA.get(name.substring(name.lastIndexOf('.') + 1)), name);
        return new File(Answer.of(200, media, content), "\"" + hash(content) + "\"");
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(PageRoutes.class.getResourceAsStream("/page/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.open(Method.GET, "/", call -> answer(call, INDEX)),
                Route.open(Method.GET, "/page/{file}", call -> answer(call, call.value("file"))));
    }

    private Answer answer(Call call, String name) {
        File file = files.get(name);
        if (file == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "The page has no such file.");
        }
        boolean known = call.header("If-None-Match").filter(file.tag()::equals).isPresent();
        return (known ? Answer.empty(304) : file.answer())
                .header("ETag", file.tag())
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", POLICY);
    }
}
