package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI description hangs together, and the server's answers are as it says. */
class OpenApiTest {
    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String setUp;
    private static String token;
    private static Map<String, Object> description;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        setUp = server.send("POST", server.setupPath(), null, null).body();
        token = member(setUp, "token");
        description =
                object(yaml(server.send("GET", "/openapi.yaml", null, null).body()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().setCodePointLimit(1 << 24).build()).loadFromString(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    private static Object at(String pointer) {
        Object found = description;
        for (String part : pointer.substring("#/".length()).split("/")) {
            found = object(found).get(part);
        }
        return found;
    }

    private static void refs(Object value, Set<String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String ref) {
                found.add(ref);
            }
            map.values().forEach(member -> refs(member, found));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> refs(element, found));
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryPartIsReferredTo() {
        Set<String> refs = new HashSet<>();
        refs(description, refs);

        assertThat(refs).allSatisfy(ref -> assertThat(at(ref)).as(ref).isNotNull());
        for (String family : List.of("schemas", "responses", "parameters")) {
            for (String name : object(at("#/components/" + family)).keySet()) {
                assertThat(refs).contains("#/components/" + family + "/" + name);
            }
        }
    }

    @Test
    void everyOperationIsNamedOnceAndDeclaresThePlacesOfItsPath() {
        Set<Object> names = new HashSet<>();
        object(description.get("paths"))
                .forEach((path, operations) -> object(operations).forEach((method, it) -> {
                    Map<String, Object> operation = object(it);
                    assertThat(names.add(operation.get("operationId"))).as(path).isTrue();
                    assertThat(operation).as(path).containsKeys("summary", "responses", "security");
                    List<Object> places = new ArrayList<>();
                    for (Object parameter : (List<?>) operation.getOrDefault("parameters", List.of())) {
                        if ("path".equals(object(parameter).get("in"))) {
                            places.add(object(parameter).get("name"));
                        }
                    }
                    List<Object> wanted = new ArrayList<>();
                    Matcher place = Pattern.compile("\\{(\\w+)}").matcher(path);
                    while (place.find()) {
                        wanted.add(place.group(1));
                    }
                    assertThat(places).as(method + " " + path).isEqualTo(wanted);
                }));
        assertThat(names).hasSizeGreaterThan(25);
    }

    @Test
    void theDescriptionMayBeKeptForADay() throws Exception {
        HttpResponse<String> first = server.send("GET", "/openapi.yaml", null, null);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=86400");
        assertThat(first.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(RunningServer.send(HttpRequest.newBuilder(server.uri("/openapi.yaml"))
                                .header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void answersAreAsDescribed() throws Exception {
        fits(setUp, "TenantMade");
        fits(get("/health/ready"), "Up");
        fits(get("/v1/kinds"), "Kinds");
        fits(get("/v1/parameters/sperm-vitality"), "KindParameters");
        fits(get("/v1/parameters/none"), "Problem");
        fits(get("/v1/jobs/job_x"), "Problem");
        String made = posted(
                "/v1/admin/tokens", "{\"name\":\"a\",\"scopes\":[\"analyses:read\"]}".getBytes(), "application/json");
        fits(made, "TokenMade");
        fits(get("/v1/admin/tokens"), "Tokens");
        fits(posted("/v1/uploads", "{\"size\":5}".getBytes(), "application/json"), "Upload");
        String analysis = posted("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481", image(), "image/png");
        fits(analysis, "Analysis");
        String id = member(analysis, "id");
        fits(get("/v1/analyses/" + id + "/report.json"), "Report");
        fits(get("/v1/jobs/job_" + id.substring(4)), "Job");
        posted("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481", new byte[] {1, 2, 3}, "image/png");
        String page = get("/v1/analyses?limit=1");
        assertThat(page).contains("nextCursor", "\"status\":\"failed\"");
        fits(page, "AnalysisPage");
        fits(server.send("POST", "/v1/admin/audit/verify", token, null).body(), "Verified");
    }

    @Test
    void whatDoesNotFitIsSeen() {
        assertThat(misfits("{\"status\":\"down\"}", "Up")).isNotEmpty();
        assertThat(misfits("{}", "Up")).isNotEmpty();
        assertThat(misfits("{\"status\":\"up\",\"more\":1}", "Up")).isNotEmpty();
        assertThat(misfits("{\"whole\":\"yes\"}", "Verified")).isNotEmpty();
        assertThat(misfits("{\"items\":[{\"id\":\"x\"}]}", "AnalysisPage")).isNotEmpty();
        assertThat(misfits("{\"tokenId\":\"x\",\"token\":\"fvt_\",\"expiresAt\":\"\"}", "TokenMade"))
                .hasSize(1);
    }

    private static void fits(String json, String schema) {
        assertThat(misfits(json, schema)).as(json).isEmpty();
    }

    private static List<String> misfits(String json, String schema) {
        return new SchemaFit(OpenApiTest::at).misfits(yaml(json), "#/components/schemas/" + schema);
    }

    private static String get(String path) throws Exception {
        return server.send("GET", path, token, null).body();
    }

    private static String posted(String path, byte[] body, String type) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(server.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .header("Prefer", "wait=25")
                        .POST(BodyPublishers.ofByteArray(body)))
                .body();
    }

    private static byte[] image() throws IOException {
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        return Files.readAllBytes(file);
    }
}
