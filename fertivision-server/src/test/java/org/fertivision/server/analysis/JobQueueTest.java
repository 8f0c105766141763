package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Scope;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.MasterKey;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.DatabaseAddress;
import org.fertivision.server.subject.Subjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases, fencing, fairness and the end of what cannot be measured. */
class JobQueueTest {
    private Database database;

    @TempDir
    private Path dir;

    private DataKeys keys;
    private Analyses analyses;
    private Jobs jobs;
    private Principal flood;
    private Principal steady;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(DatabaseAddress.of(SharedPostgres.freshDatabase()), 2, 1);
        AuditTrail audit = new AuditTrail(database, Clock.systemUTC());
        keys = new DataKeys(MasterKey.open(dir.resolve("keys.json")));
        analyses = new Analyses(
                database,
                new Contents(keys, new Subjects(database, keys, audit, Clock.systemUTC())),
                audit,
                new QueueRoom(database, 5),
                Clock.systemUTC());
        jobs = new Jobs(database, audit);
        flood = tenant();
        steady = tenant();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Principal tenant() {
        UUID id = UUID.randomUUID();
        database.asSystem(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO tenant (id, name) VALUES (?, ?)")) {
                insert.setObject(1, id);
                insert.setString(2, id.toString());
                return insert.executeUpdate();
            }
        });
        return new Principal(id, UUID.randomUUID(), EnumSet.noneOf(Scope.class));
    }

    private UUID submit(Principal who) {
        AnalysisQuery query =
                new AnalysisQuery("x", null, null, null, List.of(), new TreeMap<>(), null, List.of(), List.of());
        BlobStore.Blob blob = new BlobStore.Blob(UUID.randomUUID(), "0", 1);
        return analyses.submit(
                        who,
                        new Submission(
                                keys.fresh(who.tenant()),
                                query,
                                Origin.UNSAID,
                                List.of(new Submission.Field(blob, "image/png")),
                                null),
                        "r")
                .id();
    }

    @Test
    void ofTwoTenantsTheOneWithLessUnderWayComesFirst() {
        JobQueue queue = new JobQueue(database, Duration.ofMinutes(1));
        submit(flood);
        submit(flood);
        submit(flood);
        UUID one = submit(steady);

        assertThat(queue.claim().orElseThrow().tenant()).isEqualTo(flood.tenant());
        assertThat(queue.claim().orElseThrow().id()).isEqualTo(one);
        assertThat(queue.claim().orElseThrow().tenant()).isEqualTo(flood.tenant());
    }

    /** A claim that looks at every waiting job for every waiting job takes a hundred milliseconds and more here. */
    @Test
    void aThousandThatWaitDoNotMakeTheNextOneSlow() {
        submit(flood);
        database.inTenant(flood.tenant(), connection -> {
            try (Statement insert = connection.createStatement()) {
                return insert.executeUpdate(
                        "WITH more AS (INSERT INTO analysis (id, tenant_id, kind, data_key, request, origin, demo)"
                                + " SELECT gen_random_uuid(), tenant_id, kind, data_key, request, origin, demo FROM"
                                + " analysis, generate_series(1, 1000) RETURNING id, tenant_id) INSERT INTO job (id,"
                                + " tenant_id) SELECT id, tenant_id FROM more");
            }
        });
        JobQueue queue = new JobQueue(database, Duration.ofMinutes(1));
        long[] nanos = new long[9];
        for (int i = 0; i < nanos.length; i++) {
            long started = System.nanoTime();
            assertThat(queue.claim()).isPresent();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofMillis(30));
    }

    @Test
    void whoLostHisLeaseWritesNothing() throws Exception {
        UUID id = submit(steady);
        JobQueue.Claim late =
                new JobQueue(database, Duration.ofMillis(1)).claim().orElseThrow();
        Thread.sleep(20);
        JobQueue other = new JobQueue(database, Duration.ofMinutes(1));
        JobQueue.Claim second = other.claim().orElseThrow();
        assertThat(second.id()).isEqualTo(id);
        assertThat(second.attempt()).isEqualTo(2);

        assertThat(analyses.complete(late, Ending.problem("internal", "late"))).isFalse();
        assertThat(other.renew(late, 0.5, Attempt.Stage.CHECKING)).isEqualTo(JobQueue.Hold.LOST);
        assertThat(other.renew(second, 0.5, Attempt.Stage.MEASURING)).isEqualTo(JobQueue.Hold.OURS);
        JobRow row = jobs.find(steady.tenant(), id).orElseThrow();
        assertThat(row.progress()).isEqualTo(0.5);
        assertThat(row.stage()).isEqualTo("measuring");
        assertThat(analyses.complete(second, Ending.result(new byte[] {'1'}, "hash")))
                .isTrue();
        assertThat(analyses.complete(second, Ending.result(new byte[] {'2'}, "again")))
                .isFalse();
        assertThat(analyses.document(steady.tenant(), id)).isEqualTo(new byte[] {'1'});
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void whatEndsTheProcessThreeTimesIsBuriedAndNotTriedAgain() throws Exception {
        UUID id = submit(steady);
        JobQueue queue = new JobQueue(database, Duration.ofMillis(1));
        for (int attempt = 1; attempt <= JobQueue.MOST_ATTEMPTS; attempt++) {
            assertThat(queue.dead()).isEmpty();
            assertThat(queue.claim().orElseThrow().attempt()).isEqualTo(attempt);
            Thread.sleep(20);
        }
        assertThat(queue.claim()).isEmpty();
        List<JobQueue.Claim> dead = queue.dead();
        assertThat(dead).hasSize(1);
        assertThat(analyses.complete(dead.get(0), Ending.problem("internal", "three times")))
                .isTrue();
        assertThat(analyses.find(steady.tenant(), id).orElseThrow().status()).isEqualTo(AnalysisRow.Status.FAILED);
        assertThat(queue.dead()).isEmpty();
    }

    @Test
    void aTenantsQueueHasAnEndAndAnotherTenantsHasItsOwn() {
        for (int i = 0; i < 5; i++) {
            submit(flood);
        }
        assertThatThrownBy(() -> submit(flood))
                .isInstanceOf(ProblemException.class)
                .hasMessage("queue-full");
        submit(steady);
    }

    @Test
    void whatWasCalledOffAndThenLeftIsBuriedAsCalledOff() throws Exception {
        UUID left = submit(steady);
        UUID givenBack = submit(steady);
        JobQueue gone = new JobQueue(database, Duration.ofMillis(1));
        assertThat(gone.claim().orElseThrow().id()).isEqualTo(left);
        JobQueue ending = new JobQueue(database, Duration.ofMinutes(1));
        jobs.cancel(steady, left, "r");
        Thread.sleep(20);
        JobQueue.Claim second = ending.claim().orElseThrow();
        assertThat(second.id()).isEqualTo(givenBack);
        jobs.cancel(steady, givenBack, "r");
        assertThat(ending.renew(second, 0, Attempt.Stage.MEASURING)).isEqualTo(JobQueue.Hold.CALLED_OFF);
        ending.giveBack(second);
        assertThat(ending.claim()).isEmpty();

        List<JobQueue.Claim> dead = ending.dead();
        assertThat(dead).extracting(JobQueue.Claim::id).containsExactlyInAnyOrder(left, givenBack);
        for (JobQueue.Claim claim : dead) {
            assertThat(analyses.complete(claim, Ending.problem("internal", "never said")))
                    .isTrue();
            assertThat(jobs.find(steady.tenant(), claim.id()).orElseThrow().status())
                    .isEqualTo(AnalysisRow.Status.CANCELED);
        }
    }

    @Test
    void whatIsGivenBackWasNotTried() {
        submit(steady);
        JobQueue queue = new JobQueue(database, Duration.ofMinutes(1));
        queue.giveBack(queue.claim().orElseThrow());

        Optional<JobQueue.Claim> again = queue.claim();
        assertThat(again.orElseThrow().attempt()).isEqualTo(1);
    }
}
