package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.blob.BlobFolder;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Scope;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.DatabaseAddress;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkersTest {
    private static final String KIND = "acme.exhausting";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path dir;

    /** Ends every look as an analyzer does that finds no more memory. */
    private static final class Exhausting implements Analyzer {
        @Override
        public Descriptor descriptor() {
            return Descriptor.analyzer(KIND, "1.0.0")
                    .title("Exhausting")
                    .measures(SpermMeasures.CELLS)
                    .build();
        }

        @Override
        public FieldOfView look(Frames frames, Settings settings, Work work) {
            throw new OutOfMemoryError("as asked by the test");
        }

        @Override
        public Findings summarize(List<FieldOfView> fields, Settings settings) {
            throw new IllegalStateException("nothing was looked at");
        }
    }

    @Test
    void aWorkerOutlivesAnalysesThatFindNoMemory() throws Exception {
        Path png = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "200", "height", "150", "cells", "2"))
                .writePng(png);
        BlobFolder blobs = new BlobFolder(dir.resolve("blobs"), Clock.systemUTC());
        try (Database database = Database.open(DatabaseAddress.of(SharedPostgres.freshDatabase()), 2, 1);
                FertiVision engine = FertiVision.create(
                        EngineConfig.builder().plugin(new Exhausting()).build())) {
            Analyses analyses =
                    new Analyses(database, new AuditTrail(database, Clock.systemUTC()), 5, Clock.systemUTC());
            Principal who = tenant(database);
            try (Workers workers = new Workers(
                    new JobQueue(database, LONG),
                    analyses,
                    new Measuring(engine, analyses, blobs, LONG, new Throughput(new Metrics(), engine.plugins())),
                    new Semaphore(1),
                    LONG,
                    new Log(System.err, Clock.systemUTC()))) {
                workers.start(1);
                for (int i = 0; i < 2; i++) {
                    UUID id = submit(analyses, who, blobs, Files.readAllBytes(png));
                    workers.expect(id);
                    workers.wake();
                    workers.await(id, LONG);

                    AnalysisRow row = analyses.find(who.tenant(), id).orElseThrow();
                    assertThat(row.status()).isEqualTo(AnalysisRow.Status.FAILED);
                    assertThat(row.attempt()).isEqualTo(1);
                }
            }
        }
    }

    private static UUID submit(Analyses analyses, Principal who, BlobFolder blobs, byte[] image) {
        BlobFolder.Blob blob = blobs.keep(new ByteArrayInputStream(image), image.length);
        AnalysisQuery query = new AnalysisQuery(KIND, null, null, new TreeMap<>(), null, List.of(), List.of());
        return analyses.submit(who, new Submission(query, List.of(new Submission.Field(blob, "image/png")), null), "r")
                .id();
    }

    private static Principal tenant(Database database) {
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
}
