package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.analysis.AnalysisRow.Status;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.blob.BlobFolder;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Scope;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.MasterKey;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.DatabaseAddress;
import org.fertivision.server.subject.Subjects;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work on analyses: what an analyzer does to it, being called off, and a database that is away for a while. */
class WorkersTest {
    private static final String KIND = "acme.acting";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path dir;

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private volatile Consumer<Work> acting = work -> {};
    private String address;
    private Database database;
    private FertiVision engine;
    private DataKeys keys;
    private Analyses analyses;
    private Jobs jobs;
    private BlobFolder blobs;
    private Principal who;

    /** Does what a test wants in every look, which then finds the image unusable. */
    private final class Acting implements Analyzer {
        @Override
        public Descriptor descriptor() {
            return Descriptor.analyzer(KIND, "1.0.0")
                    .title("Acting")
                    .measures(SpermMeasures.CELLS)
                    .build();
        }

        @Override
        public FieldOfView look(Frames frames, Settings settings, Work work) {
            looks.incrementAndGet();
            begun.countDown();
            acting.accept(work);
            throw new RejectedException(Rejection.of(RejectionCode.UNUSABLE_IMAGE, "As asked by the test."));
        }

        @Override
        public Findings summarize(List<FieldOfView> fields, Settings settings) {
            throw new IllegalStateException("nothing was seen");
        }
    }

    @BeforeEach
    void open() throws SQLException {
        address = SharedPostgres.freshDatabase();
        database = Database.open(DatabaseAddress.of(address), 2, 1);
        engine = FertiVision.create(EngineConfig.builder().plugin(new Acting()).build());
        AuditTrail audit = new AuditTrail(database, Clock.systemUTC());
        keys = new DataKeys(MasterKey.open(dir.resolve("keys.json")));
        analyses = new Analyses(
                database,
                new Contents(keys, new Subjects(database, keys, audit, Clock.systemUTC())),
                audit,
                new QueueRoom(database, 5),
                Clock.systemUTC());
        jobs = new Jobs(database, audit);
        blobs = new BlobFolder(dir.resolve("blobs"), Clock.systemUTC());
        who = tenant();
    }

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    private Workers workers(Duration renewal) {
        Workers workers = new Workers(
                new JobQueue(database, LONG),
                analyses,
                new Measuring(
                        engine,
                        analyses,
                        blobs,
                        LONG,
                        Optional.empty(),
                        new SharedResults(Optional.empty(), new Secrets("a pepper of a test"), engine, new Metrics()),
                        new Throughput(new Metrics(), engine.plugins())),
                new Semaphore(1),
                renewal,
                new Log(new PrintStream(logged), Clock.systemUTC()));
        workers.start(1);
        return workers;
    }

    private UUID submit(Workers workers) throws Exception {
        Path png = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "200", "height", "150", "cells", "2"))
                .writePng(png);
        byte[] image = Files.readAllBytes(png);
        DataKey key = keys.fresh(who.tenant());
        BlobStore.Blob blob = blobs.keep(new ByteArrayInputStream(image), image.length, key);
        AnalysisQuery query =
                new AnalysisQuery(KIND, null, null, null, List.of(), new TreeMap<>(), null, List.of(), List.of());
        UUID id = analyses.submit(
                        who,
                        new Submission(
                                key, query, Origin.UNSAID, List.of(new Submission.Field(blob, "image/png")), null),
                        "r")
                .id();
        workers.expect(id);
        workers.wake();
        return id;
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

    private JobRow job(UUID id) {
        return jobs.find(who.tenant(), id).orElseThrow();
    }

    private JobRow once(UUID id, Predicate<JobRow> wanted) throws InterruptedException {
        JobRow row = job(id);
        for (int i = 0; i < 400 && !wanted.test(row); i++) {
            Thread.sleep(25);
            row = job(id);
        }
        return row;
    }

    private static void untilCalledOff(Work work) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            work.checkpoint();
            Thread.onSpinWait();
        }
    }

    private void untilItMayGoOn() {
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWorkerOutlivesAnalysesThatFindNoMemory() throws Exception {
        acting = work -> {
            throw new OutOfMemoryError("as asked by the test");
        };
        try (Workers workers = workers(LONG)) {
            for (int i = 0; i < 2; i++) {
                UUID id = submit(workers);
                workers.await(id, LONG);

                assertThat(job(id).status()).isEqualTo(Status.FAILED);
                assertThat(job(id).problemCode()).isEqualTo("internal");
                assertThat(job(id).attempt()).isEqualTo(1);
            }
        }
    }

    @Test
    void ofTwoThatWaitForOneAnalysisTheSecondGoesOnWhenTheFirstLeaves() throws Exception {
        acting = work -> untilItMayGoOn();
        try (Workers workers = workers(LONG)) {
            UUID id = submit(workers);
            workers.forget(id);
            workers.await(id, SHORT);
            assertThat(job(id).status().isOver()).isFalse();
            mayGoOn.countDown();
            workers.await(id, LONG);
            assertThat(job(id).status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void whatIsCalledOffWhileItIsMeasuredIsStopped() throws Exception {
        acting = WorkersTest::untilCalledOff;
        try (Workers workers = workers(LONG)) {
            UUID id = submit(workers);
            begun.await();
            jobs.cancel(who, id, "r");
            assertThat(job(id).status()).isEqualTo(Status.RUNNING);
            assertThat(job(id).cancelAsked()).isTrue();
            workers.callOff(id);
            workers.await(id, LONG);

            assertThat(job(id).status()).isEqualTo(Status.CANCELED);
            assertThat(job(id).problem()).isEqualTo("It was called off while it was measured.");
            assertThat(job(id).stage()).isNull();
        }
    }

    @Test
    void anotherInstanceHearsOfItWhenItRenewsItsLease() throws Exception {
        acting = WorkersTest::untilCalledOff;
        try (Workers workers = workers(SHORT)) {
            UUID id = submit(workers);
            begun.await();
            jobs.cancel(who, id, "r");

            workers.await(id, Duration.ofSeconds(10));
            assertThat(job(id).status()).isEqualTo(Status.CANCELED);
        }
    }

    @Test
    void whatComesOfAnAnalysisThatWasCalledOffIsNotKept() throws Exception {
        acting = work -> untilItMayGoOn();
        try (Workers workers = workers(LONG)) {
            UUID id = submit(workers);
            begun.await();
            jobs.cancel(who, id, "r");
            mayGoOn.countDown();
            workers.await(id, LONG);

            assertThat(job(id).status()).isEqualTo(Status.CANCELED);
            assertThat(analyses.find(who.tenant(), id).orElseThrow().problemCode())
                    .isEqualTo("canceled");
        }
    }

    @Test
    void howFarItIsIsTold() throws Exception {
        acting = work -> {
            work.progress(0.25);
            untilItMayGoOn();
        };
        try (Workers workers = workers(SHORT)) {
            UUID id = submit(workers);
            JobRow row = once(id, r -> r.progress() > 0);
            mayGoOn.countDown();

            assertThat(row.progress()).isEqualTo(0.25);
            assertThat(row.stage()).isEqualTo("measuring");
            assertThat(row.status()).isEqualTo(Status.RUNNING);
        }
    }

    @Test
    void aDatabaseThatIsAwayForAWhileCostsNoAttemptAndNothingThatWasMeasured() throws Exception {
        String name = address.substring(address.lastIndexOf('/') + 1);
        acting = work -> untilItMayGoOn();
        try (Workers workers = workers(LONG)) {
            UUID id = submit(workers);
            begun.await();
            SharedPostgres.run(
                    "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            mayGoOn.countDown();
            for (int i = 0; i < 400 && !logged.toString().contains("store not reached"); i++) {
                Thread.sleep(25);
            }
            SharedPostgres.run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
            workers.await(id, LONG);

            assertThat(logged.toString()).contains("store not reached");
            assertThat(job(id).status()).isEqualTo(Status.FAILED);
            assertThat(job(id).problemCode()).isEqualTo("unusable-image");
            assertThat(job(id).attempt()).isEqualTo(1);
            assertThat(looks).hasValue(1);
        }
    }

    @Test
    void whatIsInterruptedByTheEndOfTheServerWaitsForAnother() throws Exception {
        acting = WorkersTest::untilCalledOff;
        Workers workers = workers(LONG);
        UUID id = submit(workers);
        begun.await();
        workers.stop(Duration.ZERO);
        assertThat(job(id).status()).isEqualTo(Status.QUEUED);
        assertThat(job(id).attempt()).isZero();
        assertThat(job(id).queuePosition()).isEqualTo(1);
    }
}
