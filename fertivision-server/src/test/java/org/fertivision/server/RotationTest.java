package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is changed beside a working server, and whatever is read meanwhile opens. */
class RotationTest {
    @TempDir
    private Path dir;

    private String database;
    private Path data;

    @BeforeEach
    void place() throws Exception {
        database = SharedPostgres.freshDatabase();
        data = dir.resolve("data");
    }

    private String run(int wanted, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(arguments),
                Map.of("DATABASE_URL", database, "FERTIVISION_DATA", data.toString(), "PORT", "0"),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(wanted);
        return said;
    }

    private static String make(RunningServer server, String token, String subject) throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{\"kind\":\"sperm-vitality\","
                + "\"subjectId\":\"" + subject + "\"}\r\n--b\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n"
                + "none\r\n--b--\r\n";
        HttpResponse<String> made = RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(form)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
        return member(made.body(), "id");
    }

    private static String subject(RunningServer server, String token) throws Exception {
        HttpResponse<String> made = server.send("POST", "/v1/subjects", token, "{\"name\":\"Jane\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return member(made.body(), "id");
    }

    @Test
    void theMasterKeyIsChangedUnderLoadAndNoReadFails() throws Exception {
        try (RunningServer server = new RunningServer(database, data, Clock.systemUTC())) {
            String token = server.administrator();
            List<String> subjects = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                subjects.add(subject(server, token));
            }
            String analysis = make(server, token, subjects.get(0));
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Integer> load =
                    CompletableFuture.supplyAsync(() -> readAndWrite(server, token, subjects, done));
            Path old = Files.copy(data.resolve("keys.json"), dir.resolve("old.json"));
            assertThat(run(0, "rotate")).contains("keys are wrapped under the master key", "Backups made before");
            assertThat(Files.mismatch(old, data.resolve("keys.json"))).isNotEqualTo(-1);
            assertThat(run(0, "rotate")).contains("keys are wrapped");
            done.set(true);
            assertThat(load.get()).as("rounds without a failure").isPositive();
            assertThat(run(0, "rotate")).contains("keys are wrapped");
            assertThat(run(0, "forget")).contains("the newest master key only");
            assertThat(server.send("GET", "/v1/analyses/" + analysis, token, null)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(make(server, token, subject(server, token))).isNotEmpty();
            assertThat(server.send("GET", "/v1/admin/audit.ndjson", token, null).body())
                    .contains("master key rotated");
        }
        assertThat(run(0, "verify")).doesNotContain("NOT WHOLE");
    }

    private static int readAndWrite(RunningServer server, String token, List<String> subjects, AtomicBoolean done) {
        int rounds = 0;
        try {
            while (!done.get()) {
                for (String subject : subjects) {
                    assertThat(server.send("GET", "/v1/subjects/" + subject, token, null)
                                    .body())
                            .contains("Jane");
                }
                assertThat(make(server, token, subject(server, token))).isNotEmpty();
                rounds++;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return rounds;
    }

    @Test
    void anInterruptedRotationGoesOnAndForgetsNothingBefore() throws Exception {
        try (RunningServer server = new RunningServer(database, data, Clock.systemUTC())) {
            String token = server.administrator();
            subject(server, token);
            SharedPostgres.runIn(
                    database,
                    "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$",
                    "CREATE TRIGGER no BEFORE UPDATE ON data_key EXECUTE FUNCTION no()");
            run(1, "rotate");
            assertThat(run(1, "forget")).contains("still needed: rotate first");
            byte[] interrupted = Files.readAllBytes(data.resolve("keys.json"));
            SharedPostgres.runIn(database, "DROP TRIGGER no ON data_key");
            assertThat(run(0, "rotate")).contains("1 keys are wrapped");
            assertThat(Files.readAllBytes(data.resolve("keys.json"))).isEqualTo(interrupted);
            assertThat(run(0, "forget")).contains("the newest master key only");
        }
    }

    @Test
    void aWrongMasterKeyIsRefusedAtTheStart() throws Exception {
        try (RunningServer server = new RunningServer(database, data, Clock.systemUTC())) {
            subject(server, server.administrator());
        }
        Path keys = data.resolve("keys.json");
        Path right = Files.copy(keys, dir.resolve("right.json"));
        Files.delete(keys);
        assertThat(run(1)).contains("wrapped under the master key", "does not hold");
        String id = Files.readString(right).replaceAll("(?s).*\"primaryKeyId\": ?([0-9]+).*", "$1");
        String other = Files.readString(keys).replaceAll("(?s).*\"primaryKeyId\": ?([0-9]+).*", "$1");
        Files.writeString(keys, Files.readString(keys).replace(other, id));
        assertThat(run(1)).contains("does not open the keys of this database");
        Files.copy(right, keys, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(run(0, "verify")).doesNotContain("NOT WHOLE");
    }
}
