package org.fertivision.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.server.RunningServer;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.blob.BlobFolder;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.MasterKey;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.DatabaseAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Duration GRACE = Duration.ofDays(30);

    @TempDir
    private Path dir;

    private final UUID tenant = UUID.randomUUID();
    private final Later clock = new Later();
    private final Map<UUID, Kept> model = new LinkedHashMap<>();
    private final Map<UUID, Instant> staged = new LinkedHashMap<>();
    private String address;
    private Database database;
    private DataKeys keys;
    private BlobFolder blobs;
    private Retention retention;

    /** The time, some hours later. */
    private static final class Later extends Clock {
        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** An analysis as it should be. */
    private static final class Kept {
        private final DataKey key;
        private final List<BlobStore.Blob> images;
        private Instant deleted;
        private boolean purged;

        Kept(DataKey key, List<BlobStore.Blob> images) {
            this.key = key;
            this.images = images;
        }
    }

    @BeforeEach
    void open() throws SQLException {
        address = SharedPostgres.freshDatabase();
        database = Database.open(DatabaseAddress.of(address), 2, 1);
        database.asSystem(c -> run(c, "INSERT INTO tenant (id, name) VALUES (?, 'Clinic')", tenant));
        keys = new DataKeys(MasterKey.open(dir.resolve("keys.json")));
        blobs = new BlobFolder(dir.resolve("blobs"), clock);
        retention = new Retention(database, blobs, keys, new AuditTrail(database, clock), GRACE, clock);
        assertThat(retention.ownsFolder()).isTrue();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private BlobStore.Blob image(DataKey key, int bytes) {
        return blobs.keep(new ByteArrayInputStream(new byte[bytes]), bytes, key);
    }

    private UUID keep(int images) {
        DataKey key = keys.fresh(tenant);
        UUID id = UUID.randomUUID();
        List<BlobStore.Blob> all = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            all.add(image(key, 10 + i));
        }
        database.inTenant(tenant, c -> {
            keys.keep(c, key, null);
            run(
                    c,
                    "INSERT INTO analysis (id, tenant_id, kind, data_key, request) VALUES (?, ?, 'x', ?, ?)",
                    id,
                    tenant,
                    key.id(),
                    key.seal(new byte[] {1}, "analysis", "request", id));
            for (int i = 0; i < images; i++) {
                run(
                        c,
                        "INSERT INTO analysis_field (analysis_id, tenant_id, field, blob, sha256, bytes, media_type)"
                                + " VALUES (?, ?, ?, ?, ?, ?, 'image/png')",
                        id,
                        tenant,
                        i,
                        all.get(i).id(),
                        all.get(i).sha256(),
                        all.get(i).bytes());
            }
            return true;
        });
        model.put(id, new Kept(key, all));
        return id;
    }

    private void delete(UUID id) {
        model.get(id).deleted = clock.instant();
        database.inTenant(
                tenant,
                c -> run(c, "UPDATE analysis SET deleted_at = ? WHERE id = ?", Timestamp.from(clock.instant()), id));
    }

    private boolean isDue(Kept kept) {
        return !kept.purged && kept.deleted != null && !kept.deleted.plus(GRACE).isAfter(clock.instant());
    }

    private Set<UUID> files() {
        return new HashSet<>(blobs.keptBefore(Instant.MAX));
    }

    @Test
    void nothingEndsThatIsReferredToAndNoRowIsWithoutItsFile() {
        Random random = new Random(20);
        for (int step = 0; step < 250; step++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> keep(1 + random.nextInt(2));
                case 3 ->
                    model.keySet().stream()
                            .skip(random.nextInt(Math.max(1, model.size())))
                            .filter(id -> model.get(id).deleted == null)
                            .findFirst()
                            .ifPresent(this::delete);
                case 4 -> clock.ahead = clock.ahead.plusHours(random.nextInt(400));
                case 5 -> purge();
                case 6 -> staged.put(image(keys.fresh(tenant), 5).id(), Instant.now());
                default -> sweep();
            }
            model.forEach((id, kept) -> kept.images.forEach(
                    image -> assertThat(blobs.isWhole(image, kept.key)).isEqualTo(!kept.purged)));
        }
        clock.ahead = clock.ahead.plusDays(40);
        purge();
        sweep();
        assertThat(files())
                .isEqualTo(model.values().stream()
                        .filter(kept -> kept.deleted == null)
                        .flatMap(kept -> kept.images.stream())
                        .map(BlobStore.Blob::id)
                        .collect(Collectors.toSet()));
        assertThat(model.values()).anyMatch(kept -> kept.purged).anyMatch(kept -> !kept.purged);
    }

    private void purge() {
        List<Kept> due = model.values().stream().filter(this::isDue).toList();
        Retention.Purged told = retention.due(tenant);
        assertThat(told.analyses()).isEqualTo(due.size());
        assertThat(retention.run(tenant, "server", "")).isEqualTo(told);
        due.forEach(kept -> kept.purged = true);
    }

    private void sweep() {
        Instant dayAgo = clock.instant().minus(Duration.ofDays(1));
        List<UUID> old = staged.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(dayAgo))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(retention.sweep()).isEqualTo(old.size());
        old.forEach(staged::remove);
    }

    @Test
    void underAnotherDatabaseNothingIsSwept() throws SQLException {
        keep(1);
        clock.ahead = Duration.ofDays(2);
        assertThat(retention.sweep()).isZero();
        try (Database other = Database.open(DatabaseAddress.of(SharedPostgres.freshDatabase()), 2, 1)) {
            Retention wrong = new Retention(other, blobs, keys, new AuditTrail(other, clock), GRACE, clock);
            assertThat(wrong.sweep()).isZero();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void aFolderWithImagesThatNoDatabaseHasStaysNobodys() throws Exception {
        keep(1);
        clock.ahead = Duration.ofDays(2);
        Files.delete(dir.resolve("blobs").resolve("database"));
        try (Database other = Database.open(DatabaseAddress.of(SharedPostgres.freshDatabase()), 2, 1)) {
            Retention wrong = new Retention(other, blobs, keys, new AuditTrail(other, clock), GRACE, clock);

            assertThat(wrong.ownsFolder()).isFalse();
            assertThat(wrong.sweep()).isZero();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void aTenantPurgesItsOwnByOneCallAndTheTrailTellsIt() throws Exception {
        byte[] picture = new byte[] {1, 2, 3};
        try (RunningServer server = new RunningServer(SharedPostgres.freshDatabase(), dir.resolve("server"), clock)) {
            String token = server.administrator();
            String run = "/v1/admin/retention/run";
            String path = "/v1/analyses/"
                    + RunningServer.member(
                            RunningServer.send(asking(server, "/v1/analyses?kind=sperm-vitality", token)
                                            .header("Prefer", "wait=25")
                                            .POST(BodyPublishers.ofByteArray(picture)))
                                    .body(),
                            "analysis");
            assertThat(RunningServer.send(asking(server, path, token)
                                    .header("If-Match", "*")
                                    .DELETE())
                            .statusCode())
                    .isEqualTo(204);
            assertThat(server.send("POST", run, token, null).body()).contains("\"analyses\":0");
            clock.ahead = Duration.ofDays(31);
            String told = ",\"expired\":0,\"idempotencyKeys\":0,\"held\":0,\"analyses\":1,\"images\":1,\"bytes\":3}";
            assertThat(server.send("POST", run + "?dryRun=true", token, null).body())
                    .isEqualTo("{\"dryRun\":true" + told);
            assertThat(keptBy(dir.resolve("server"))).isEqualTo(1);
            assertThat(server.send("POST", run, token, null).body()).isEqualTo("{\"dryRun\":false" + told);
            assertThat(keptBy(dir.resolve("server"))).isZero();
            assertThat(server.send("GET", path, token, null).statusCode()).isEqualTo(410);
            assertThat(server.send("GET", "/v1/admin/audit.ndjson", token, null).body())
                    .contains("\"action\":\"analysis purged\",\"object\":\"" + path.substring(13));
            for (String wrong : new String[] {"?dryRun=perhaps", "?all=true"}) {
                assertThat(server.send("POST", run + wrong, token, null).statusCode())
                        .isEqualTo(400);
            }
        }
    }

    private static HttpRequest.Builder asking(RunningServer server, String path, String token) {
        return HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + token);
    }

    private static long keptBy(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("blobs/kept"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
