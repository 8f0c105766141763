package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept is written into a folder, lost, and restored; what is not whole is named. */
class BackupTest {
    private static final String VITALITY = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";

    @TempDir
    private static Path dir;

    private static String token;
    private static final List<String> PATHS = new ArrayList<>();
    private static final List<String> SERVED = new ArrayList<>();

    /** What a command did. */
    private record Said(int code, String text) {}

    @BeforeAll
    static void keepAndBackUp() throws Exception {
        String database = SharedPostgres.freshDatabase();
        Path data = dir.resolve("data");
        try (RunningServer server = new RunningServer(database, data, Clock.systemUTC())) {
            token = server.administrator();
            byte[] image = image(1);
            String subject = member(
                    server.send("POST", "/v1/subjects", token, "{\"name\":\"Jane\"}")
                            .body(),
                    "id");
            String upload = member(
                    server.send("POST", "/v1/uploads", token, "{\"size\":" + image.length + "}")
                            .body(),
                    "id");
            put(server, upload, image);
            HttpResponse<String> made = measured(server, image);
            String analysis = "/v1/analyses/" + member(made.body(), "id");
            HttpResponse<String> accepted = RunningServer.send(HttpRequest.newBuilder(server.uri(analysis + "/reviews"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("If-Match", "*")
                    .POST(BodyPublishers.ofString("{\"act\":\"accept\"}")));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
            PATHS.addAll(List.of(
                    analysis,
                    analysis + "/reviews",
                    analysis + "/report.json",
                    "/v1/subjects/" + subject,
                    "/v1/uploads/" + upload));
            for (String path : PATHS) {
                SERVED.add(server.send("GET", path, token, null).body());
            }
            String gone = member(
                    server.send("POST", "/v1/subjects", token, "{\"name\":\"Joan\"}")
                            .body(),
                    "id");
            server.send("DELETE", "/v1/subjects/" + gone, token, null);
            assertThat(server.send(
                                    "POST",
                                    "/v1/admin/holds",
                                    token,
                                    "{\"object\":\"all\",\"reason\":\"asked by a court\"}")
                            .statusCode())
                    .isEqualTo(201);
            Said backup =
                    run(database, data, "backup", "--out", dir.resolve("backup").toString());
            assertThat(backup.text()).contains("copied: 1 tenants", ", 2 images");
            assertThat(backup.code()).isZero();
        }
    }

    private static byte[] image(int seed) throws IOException {
        Path file = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", seed, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        return Files.readAllBytes(file);
    }

    private static HttpResponse<String> measured(RunningServer server, byte[] image) throws Exception {
        HttpResponse<String> made = RunningServer.send(HttpRequest.newBuilder(server.uri(VITALITY))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/png")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(image)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static void put(RunningServer server, String upload, byte[] image) throws Exception {
        HttpResponse<String> piece = RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/uploads/" + upload))
                .header("Authorization", "Bearer " + token)
                .header("Content-Range", "bytes 0-" + (image.length - 1) + "/" + image.length)
                .PUT(BodyPublishers.ofByteArray(image)));
        assertThat(piece.statusCode()).as(piece.body()).isEqualTo(200);
    }

    private static Said run(String database, Path data, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(arguments),
                Map.of("DATABASE_URL", database, "FERTIVISION_DATA", data.toString()),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(code, err.toString(StandardCharsets.UTF_8));
    }

    /** A data folder in which only the secrets of the lost one are. */
    private static Path withSecrets(String name) throws IOException {
        Path data = Files.createDirectory(dir.resolve(name));
        for (String secret : List.of("keys.json", "pepper")) {
            Files.copy(dir.resolve("data").resolve(secret), data.resolve(secret));
            Files.setPosixFilePermissions(data.resolve(secret), PosixFilePermissions.fromString("rw-------"));
        }
        return data;
    }

    private static Said restore(String database, Path data, Path backup) {
        return run(database, data, "restore", "--from", backup.toString());
    }

    @Test
    void whatIsRestoredIsServedAsItWasAndAFlippedByteIsNamed() throws Exception {
        String database = SharedPostgres.freshDatabase();
        Path data = withSecrets("restored");
        Said restored = restore(database, data, dir.resolve("backup"));

        assertThat(restored.text()).contains("restored: 1 tenants", "verified: 1 audit trails, 1 analyses, 2 images");
        assertThat(restored.code()).isZero();
        try (RunningServer server = new RunningServer(database, data, Clock.systemUTC())) {
            for (int i = 0; i < PATHS.size(); i++) {
                assertThat(server.send("GET", PATHS.get(i), token, null).body()).isEqualTo(SERVED.get(i));
            }
            assertThat(server.send("POST", "/v1/admin/audit/verify", token, null)
                            .body())
                    .contains("\"whole\":true");
            assertThat(server.send("GET", "/v1/admin/audit.ndjson", token, null).body())
                    .contains("\"restored\"");
            measured(server, image(2));
        }
        assertThat(restore(database, data, dir.resolve("backup")).text()).contains("the database is not empty");

        Path blob = files(data.resolve("blobs").resolve("kept")).get(0);
        flip(blob);
        Said found = run(database, data, "verify");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.text()).contains("NOT WHOLE: image " + blob.getFileName() + " of ");
        Said again =
                run(database, data, "backup", "--out", dir.resolve("second").toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.text()).contains("image " + blob.getFileName());
        Files.delete(blob);
        assertThat(run(database, data, "verify").text()).contains("NOT WHOLE: image " + blob.getFileName());
    }

    @Test
    void aChangedTrailOrRowIsNamed() throws Exception {
        String database = SharedPostgres.freshDatabase();
        Path data = withSecrets("changed");
        assertThat(restore(database, data, dir.resolve("backup")).code()).isZero();
        SharedPostgres.runIn(
                database,
                "ALTER TABLE audit DISABLE TRIGGER stays",
                "UPDATE audit SET entry = replace(entry, 'created', 'deleted') WHERE seq = 1",
                "UPDATE analysis SET result = set_byte(result, 20, get_byte(result, 20) # 1)",
                "UPDATE legal_hold SET reason = set_byte(reason, 20, get_byte(reason, 20) # 1)",
                "UPDATE review SET said = set_byte(said, 20, get_byte(said, 20) # 1)",
                "UPDATE subject SET person = set_byte(person, 20, get_byte(person, 20) # 1)");

        Said found = run(database, data, "verify");
        assertThat(found.text())
                .contains(
                        "NOT WHOLE: audit trail of ten_",
                        ": entry 1 is",
                        "NOT WHOLE: analysis ana_",
                        "NOT WHOLE: legal_hold hol_",
                        "NOT WHOLE: review rev_",
                        "NOT WHOLE: subject sub_");
        assertThat(found.code()).isEqualTo(1);
    }

    @Test
    void aBackupThatIsNotWholeIsNotRestored() throws Exception {
        Path broken = dir.resolve("broken");
        for (Path file : files(dir.resolve("backup"))) {
            Path copy = broken.resolve(dir.resolve("backup").relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Path data = withSecrets("of-broken");
        String database = SharedPostgres.freshDatabase();
        for (String table : List.of("audit", "analysis", "data_key")) {
            Path file = broken.resolve("tables").resolve(table);
            byte[] whole = Files.readAllBytes(file);
            flip(file);
            Said said = restore(database, data, broken);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text()).contains("the table " + table + " of the backup");
            Files.write(file, whole);
        }
        Path blob = files(broken.resolve("blobs").resolve("kept")).get(0);
        flip(blob);
        Said said = restore(database, data, broken);
        assertThat(said.text()).contains("all is restored but", "image " + blob.getFileName());
        assertThat(said.code()).isEqualTo(1);
        flip(broken.resolve("manifest.sealed"));
        assertThat(restore(SharedPostgres.freshDatabase(), withSecrets("unread"), broken)
                        .text())
                .contains("manifest.sealed is not as it was written");
    }

    @Test
    void withoutTheSecretsOfTheOldServerNothingIsRestored() throws Exception {
        String database = SharedPostgres.freshDatabase();
        Path empty = dir.resolve("empty");
        Said missing = restore(database, empty, dir.resolve("backup"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.text()).contains("keys.json is missing", "neither the master key nor the pepper");

        Path data = withSecrets("pepperless");
        Files.writeString(data.resolve("pepper"), "another pepper of some length");
        assertThat(restore(database, data, dir.resolve("backup")).text()).contains("the pepper is another");
        assertThat(run(database, data, "backup", "--out", dir.toString()).text())
                .contains("is not empty");
        assertThat(run(database, data, "restore").text()).contains("restore needs --from DIR");
        assertThat(restore(database, data, dir).text()).contains("holds no backup");

        Path other = withSecrets("other-key");
        Files.delete(other.resolve("keys.json"));
        run(SharedPostgres.freshDatabase(), other, "verify");
        assertThat(restore(SharedPostgres.freshDatabase(), other, dir.resolve("backup"))
                        .text())
                .contains("another master key");
    }

    @Test
    void aBackupHoldsNothingPlain() throws Exception {
        for (Path file : files(dir.resolve("backup").resolve("tables"))) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("sperm-vitality", "administrator", "analysis created");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] flipped = Arrays.copyOf(bytes, bytes.length);
        flipped[bytes.length / 2] ^= 1;
        Files.write(file, flipped);
    }
}
