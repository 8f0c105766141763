package org.fertivision.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    private Path dir;

    @Test
    void itMakesStartsKeepsAndEndsAClusterOfItsOwn() throws Exception {
        Path folder = dir.resolve("a folder");
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            assertThat(ask(first, "CREATE TABLE kept AS SELECT 7 AS n; SELECT n FROM kept"))
                    .isEqualTo("7");
            assertThat(ask(first, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(first, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).hasMessageContaining("another server uses");
            assertThatThrownBy(() -> DriverManager.getConnection(first.url(), EmbeddedPostgres.USER, "guessed"))
                    .isInstanceOf(SQLException.class);
        }
        Files.createDirectories(folder.resolve("cluster-half-made/base"));
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
            assertThat(ask(again, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void oneThatIsKilledIsStartedAgainAtTheSamePortAndOneThatIsClosedIsNot() throws Exception {
        Path folder = dir.resolve("killed");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        String port = postgres.url();
        try (postgres) {
            ask(postgres, "CREATE TABLE kept AS SELECT 7 AS n; SELECT n FROM kept");
            for (int i = 0; i < 2; i++) {
                ProcessHandle killed = process(folder);
                killed.destroyForcibly();
                killed.onExit().get();
                String answer = "";
                for (int tries = 0; tries < 600 && !answer.equals("7"); tries++) {
                    Thread.sleep(50);
                    try {
                        answer = ask(postgres, "SELECT n FROM kept");
                    } catch (SQLException e) {
                        answer = "not yet";
                    }
                }
                assertThat(answer).isEqualTo("7");
            }
            assertThat(postgres.url()).isEqualTo(port);
        }
        Thread.sleep(2_000);
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    private static ProcessHandle process(Path folder) throws IOException {
        String first =
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(first)).orElseThrow();
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void aCommandBesideAServerUsesItsPostgresAndLeavesItRunning() throws SQLException {
        String database = SharedPostgres.freshDatabase();
        try (EmbeddedPostgres beside =
                EmbeddedPostgres.beside(Path.of("target", "postgresql").toAbsolutePath())) {
            assertThat(database)
                    .contains(beside.url()
                            .substring("jdbc:postgresql://".length())
                            .replace("postgres", ""));
        }
        SharedPostgres.run("SELECT 1");
    }

    @Test
    void aDamagedArchiveLeavesNothingBehind() {
        Path folder = dir.resolve("software");

        assertThatThrownBy(() -> Archive.unpack(new ByteArrayInputStream(new byte[100]), folder))
                .isInstanceOf(IOException.class);
        assertThat(folder).doesNotExist();
    }
}
