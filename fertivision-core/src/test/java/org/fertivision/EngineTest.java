package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Limits;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Id;
import org.fertivision.spi.Plugin;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final Calibration HALF = Calibration.umPerPixel(0.5);
    private static final String KIND = "acme.eye";

    private final Eye eye = new Eye();

    @Test
    void aReportHoldsWhatWasAskedAndWhatWasFound() {
        try (FertiVision fv = with(eye, Judge.of("acme.judge", found -> Score.scored("acme", "fine")))) {
            Report report = fv.analyze(Request.of(KIND)
                            .field(frames(3, 1).named("left"))
                            .field(frames(5, 2))
                            .calibration(HALF)
                            .specimen("S-7")
                            .set("dilution", "2")
                            .score("acme.judge")
                            .annotation(new Annotation.Value("lab", SpermMeasures.EJACULATE_VOLUME, 3))
                            .build())
                    .orElseThrow();

            assertThat(report.kind()).isEqualTo(KIND);
            assertThat(report.specimen()).isEqualTo("S-7");
            assertThat(report.findings().fields()).hasSize(2);
            assertThat(cells(report)).isEqualTo(16);
            assertThat(report.findings().summary().reading(SpermMeasures.EJACULATE_VOLUME))
                    .isEqualTo(Reading.given(SpermMeasures.EJACULATE_VOLUME, 3, "lab"));
            assertThat(report.settings().texts()).containsEntry("dilution", "2").containsEntry("level", "100");
            assertThat(report.inputs().get(0).input().name()).isEqualTo("left");
            assertThat(report.inputs().get(1).input().name()).isNull();
            assertThat(report.inputs().get(0).calibration()).isEqualTo(HALF);
            assertThat(report.scores())
                    .extracting(Report.ScorerResult::score)
                    .containsExactly(Score.scored("acme", "fine"));
            assertThat(report.findings()
                            .fields()
                            .get(0)
                            .items()
                            .get(0)
                            .reading(FieldMeasures.AREA)
                            .figure())
                    .contains(0.25);
        }
    }

    @Test
    void everySourceOfTheSameFileGivesTheSameField(@TempDir Path dir) throws IOException {
        byte[] png = png(Eye.field(4, 3));
        Path file = Files.write(dir.resolve("field.png"), png);
        try (FertiVision fv = with(eye)) {
            List<Report> reports = new ArrayList<>();
            for (Source source :
                    List.of(Source.of(png), Source.of(file), Source.of(() -> new ByteArrayInputStream(png)))) {
                reports.add(fv.analyze(Request.of(KIND).field(source).build()).orElseThrow());
            }
            Report given =
                    fv.analyze(Request.of(KIND).field(frames(4, 3)).build()).orElseThrow();

            assertThat(reports)
                    .allSatisfy(r -> assertThat(ReportJson.write(r)).isEqualTo(ReportJson.write(reports.get(0))));
            assertThat(reports.get(0).inputs().get(0).input().mediaType()).isEqualTo("image/png");
            assertThat(given.findings().fields())
                    .isEqualTo(reports.get(0).findings().fields());
            assertThat(given.inputs().get(0).input().pixelSha256())
                    .isEqualTo(reports.get(0).inputs().get(0).input().pixelSha256());
        }
    }

    @Test
    void aFileThatIsNotThereIsTroubleOfTheFileSystem(@TempDir Path dir) {
        try (FertiVision fv = with(eye)) {
            Request request = Request.of(KIND).field(dir.resolve("none.png")).build();

            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> fv.analyze(request));
        }
    }

    @Test
    void whatCannotBeDecodedIsRejectedAndNamesTheField() {
        try (FertiVision fv = with(eye)) {
            Rejection rejection =
                    rejected(fv, Request.of(KIND).field(frames(1, 1)).field(new byte[] {1, 2, 3}));

            assertThat(rejection.code().group()).isEqualTo(RejectionCode.Group.UNREADABLE);
            assertThat(rejection.inField()).contains(1);
        }
    }

    @Test
    void givenFramesBringTheirOwnScale() {
        try (FertiVision fv = with(eye)) {
            assertThat(area(fv, Request.of(KIND).field(scaled(0.5)))).contains(0.25);
            assertThat(area(fv, Request.of(KIND).field(scaled(2)))).contains(4.0);
            assertThat(area(fv, Request.of(KIND).field(scaled(2)).calibration(HALF)))
                    .contains(0.25);
            assertThat(area(fv, Request.of(KIND).field(frames(3, 1)))).isEmpty();
        }
    }

    @Test
    void aKindThatNeedsAScaleIsRejectedWithoutOne() {
        Eye strict = new Eye(Eye.described(KIND).needsCalibration().build());
        try (FertiVision fv = with(strict)) {
            Rejection rejection = rejected(fv, Request.of(KIND).field(frames(3, 1)));

            assertThat(rejection.code()).isEqualTo(RejectionCode.CALIBRATION_MISSING);
            assertThat(rejection.detail()).contains("--um-per-pixel");
            assertThat(strict.looks).hasValue(0);
            assertThat(area(fv, Request.of(KIND).field(frames(3, 1)).calibration(HALF)))
                    .contains(0.25);
        }
    }

    @Test
    void anUnusableFieldIsRejectedWithItsReasons() {
        eye.seeing(f -> new FieldOfView(
                f.width(),
                f.height(),
                f.items(),
                f.readings(),
                new Quality(null, 0, false, List.of("out of focus", "too dark")),
                f.notices(),
                f.series(),
                null,
                null,
                null));
        try (FertiVision fv = with(eye)) {
            Rejection rejection = rejected(fv, Request.of(KIND).field(frames(3, 1)));

            assertThat(rejection.code()).isEqualTo(RejectionCode.UNUSABLE_IMAGE);
            assertThat(rejection.detail()).contains("out of focus; too dark");
        }
    }

    @Test
    void whateverAnAnalyzerThrowsIsItsOwnFault() {
        assertFault(new Eye().doing(work -> {
            throw new IllegalStateException("bug");
        }));
        assertFault(new Eye().doing(work -> {
            throw new NoClassDefFoundError("com/acme/Model");
        }));
        assertFault(new Eye().doing(work -> {
            throw new StackOverflowError();
        }));
        assertFault(new Eye().doing(work -> {
            throw Sneak.sneakily(new Exception("checked"));
        }));
        assertFault(new Eye().seeing(EngineTest::nothing));
        assertFault(new Eye()
                .seeing(f -> FieldOfView.still(
                        f.width() + 1, f.height(), List.of(), List.of(), f.quality(), List.of(), null)));
        assertFault(new Eye().summing(EngineTest::nothing));
        assertFault(new Eye().summing(f -> {
            throw Sneak.sneakily(new Exception("checked"));
        }));
        assertFault(new Eye().summing(f -> {
            throw new StackOverflowError();
        }));
        assertFault(new Eye().summing(f -> org.fertivision.finding.Findings.of("acme.other", f.fields(), f.summary())));
        assertFault(new Eye()
                .summing(f -> org.fertivision.finding.Findings.of(
                        f.kind(), List.of(f.fields().get(0), f.fields().get(0)), f.summary())));
    }

    @Test
    void whatAnAnalyzerRejectsIsARejection() {
        eye.doing(work -> {
            throw new RejectedException(Rejection.of(RejectionCode.UNUSABLE_IMAGE, "Not a sperm in sight."));
        });
        try (FertiVision fv = with(eye)) {
            Rejection rejection = rejected(fv, Request.of(KIND).field(frames(3, 1)));

            assertThat(rejection)
                    .isEqualTo(Rejection.of(RejectionCode.UNUSABLE_IMAGE, "Not a sperm in sight.")
                            .inField(0));
        }
    }

    @Test
    void aScorerThatFailsTakesNothingFromTheOthers() {
        List<Judge> judges = List.of(
                Judge.of("acme.good", found -> Score.scored("acme", "fine")),
                Judge.of("acme.throws", found -> {
                    throw new IllegalStateException("bug");
                }),
                Judge.of("acme.sneaks", found -> {
                    throw Sneak.sneakily(new Exception("checked"));
                }),
                Judge.of("acme.deep", found -> {
                    throw new StackOverflowError();
                }),
                Judge.of("acme.silent", EngineTest::nothing),
                Judge.of("acme.refuses", found -> {
                    throw new RejectedException(Rejection.of(RejectionCode.UNUSABLE_IMAGE, "Too few cells."));
                }));
        List<Plugin> plugins = new ArrayList<>(judges);
        plugins.add(eye);
        Request.Builder request = Request.of(KIND).field(frames(3, 1));
        judges.forEach(j -> request.score(j.descriptor().id().toString()));
        try (FertiVision fv = with(plugins.toArray(Plugin[]::new))) {
            Report report = fv.analyze(request.build()).orElseThrow();

            assertThat(cells(report)).isEqualTo(3);
            assertThat(report.scores())
                    .extracting(Report.ScorerResult::score)
                    .containsExactly(
                            Score.scored("acme", "fine"),
                            Score.notScored("plug-in failed: acme.throws"),
                            Score.notScored("plug-in failed: acme.sneaks"),
                            Score.notScored("plug-in failed: acme.deep"),
                            Score.notScored("plug-in failed: acme.silent"),
                            Score.notScored("Too few cells."));
        }
    }

    @Test
    void aScorerSeesWhatPersonsSaid() {
        Judge judge = Judge.of("acme.judge", found -> Score.scored("acme", "fine"));
        Annotation remark = new Annotation.Remark("lab", "clotted");
        try (FertiVision fv = with(eye, judge)) {
            fv.analyze(Request.of(KIND)
                    .field(frames(3, 1))
                    .annotation(remark)
                    .score("acme.judge")
                    .build());

            assertThat(judge.shown.get().annotations()).containsExactly(remark);
        }
    }

    @Test
    void whatIsAskedWronglyIsRejectedInWordsThatHelp() {
        Judge other = new Judge(
                org.fertivision.spi.Descriptor.scorer("acme.other", "1.0.0")
                        .scores("sperm-count")
                        .title("Other")
                        .build(),
                found -> Score.scored("acme", "fine"));
        Judge judge = new Judge(
                Judge.described("acme.judge")
                        .parameters(org.fertivision.spi.Parameter.flag("strict", "Be strict.")
                                .inSummary())
                        .build(),
                found -> Score.scored("acme", "fine"));
        try (FertiVision fv = with(eye, other, judge)) {
            assertRejected(fv, Request.of("acme.ear"), RejectionCode.UNKNOWN_PLUGIN, "acme.eye");
            assertRejected(fv, Request.of("eye"), RejectionCode.UNKNOWN_PLUGIN, "No kind is named 'eye'");
            assertRejected(fv, Request.of(KIND).score("acme.nobody"), RejectionCode.UNKNOWN_PLUGIN, "acme.other");
            assertRejected(fv, Request.of(KIND).score("acme.other"), RejectionCode.INVALID_REQUEST, "sperm-count");
            assertRejected(fv, Request.of(KIND).reader("acme.raw"), RejectionCode.UNKNOWN_PLUGIN, "frame reader");
            assertRejected(fv, Request.of(KIND).set("levle", "1"), RejectionCode.UNKNOWN_PARAMETER, "level, dilution");
            assertRejected(
                    fv, Request.of(KIND).set("level", "255.1"), RejectionCode.PARAMETER_OUT_OF_RANGE, "0 to 255");
            assertRejected(fv, Request.of(KIND).set("level", "-0.1"), RejectionCode.PARAMETER_OUT_OF_RANGE, "0 to 255");
            assertRejected(
                    fv,
                    Request.of(KIND).set(0, "dilution", "2"),
                    RejectionCode.PARAMETER_OUT_OF_RANGE,
                    "same for all fields");
            assertRejected(
                    fv,
                    Request.of(KIND).score("acme.judge").set(0, "strict", "true"),
                    RejectionCode.PARAMETER_OUT_OF_RANGE,
                    "same for all fields");
            assertThat(eye.looks).hasValue(0);
            assertThat(fv.analyze(Request.of(KIND)
                                    .field(frames(1, 1))
                                    .set("level", "255")
                                    .build())
                            .orElseThrow())
                    .isNotNull();
        }
    }

    @Test
    void aRequiredParameterIsAskedFor() {
        org.fertivision.spi.Parameter<Double> depth = org.fertivision.spi.Parameter.number(
                        "depth", org.fertivision.finding.Unit.MICROMETER, 1, 200, "Depth of the chamber.")
                .asRequired();
        Eye deep = new Eye(Eye.described(KIND).parameters(depth).build());
        try (FertiVision fv = with(deep)) {
            Rejection rejection = rejected(fv, Request.of(KIND).field(frames(1, 1)));

            assertThat(rejection.code()).isEqualTo(RejectionCode.PARAMETER_MISSING);
            assertThat(rejection.detail()).contains("depth (1 to 200 um): Depth of the chamber.");
        }
    }

    @Test
    void aDeadlineEndsTheAnalysis() {
        eye.doing(work -> {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < end) {
                work.checkpoint();
                Thread.onSpinWait();
            }
        });
        try (FertiVision fv = with(eye)) {
            Rejection rejection =
                    rejected(fv, Request.of(KIND).field(frames(3, 1)).deadline(Duration.ofMillis(30)));

            assertThat(rejection.code()).isEqualTo(RejectionCode.ANALYSIS_TIMEOUT);
            assertThat(rejection.passedLimit().map(Rejection.Limit::value)).contains(0.03);
        }
    }

    @Test
    void whoeverHoldsTheWorkCallsTheAnalysisOff() {
        Work work = Work.within(Duration.ofSeconds(20));
        eye.doing(own -> {
            work.cancel();
            own.checkpoint();
        });
        try (FertiVision fv = with(eye)) {
            Rejection rejection = rejected(
                    fv,
                    Request.of(KIND).field(frames(3, 1)).work(work).deadline(Duration.ZERO)); // the work's own holds

            assertThat(rejection.code()).isEqualTo(RejectionCode.CANCELED);
            assertThat(rejection.inField()).contains(0);
        }
    }

    @Test
    void aFieldSeenBeforeIsNotLookedAtAgain() {
        try (FertiVision fv = with(eye)) {
            Report first =
                    fv.analyze(Request.of(KIND).field(frames(3, 1)).build()).orElseThrow();
            Report again =
                    fv.analyze(Request.of(KIND).field(frames(3, 1)).build()).orElseThrow();
            assertThat(eye.looks).hasValue(1);
            assertThat(ReportJson.write(again)).isEqualTo(ReportJson.write(first));

            fv.analyze(Request.of(KIND).field(frames(3, 1)).field(frames(5, 2)).build());
            assertThat(eye.looks).hasValue(2);

            Report named = fv.analyze(
                            Request.of(KIND).field(frames(3, 1).named("left")).build())
                    .orElseThrow();
            assertThat(named.inputs().get(0).input().name()).isEqualTo("left");
            assertThat(eye.looks).hasValue(2);

            fv.close();
            fv.analyze(Request.of(KIND).field(frames(3, 1)).build());
            assertThat(eye.looks).hasValue(3);
        }
    }

    @Test
    void aCacheOfNoBytesRemembersNothing() {
        EngineConfig config = EngineConfig.builder().plugin(eye).cacheBytes(0).build();
        try (FertiVision fv = FertiVision.create(config)) {
            for (int i = 0; i < 3; i++) {
                fv.analyze(Request.of(KIND).field(frames(3, 1)).build()).orElseThrow();
            }
            assertThat(eye.looks).hasValue(3);
        }
    }

    @Test
    void sideBySideIsTheSameAsOneAfterAnother() throws Exception {
        Request.Builder request = Request.of(KIND).calibration(HALF);
        for (int field = 0; field < 12; field++) {
            request.field(frames(field, field));
        }
        byte[] alone;
        try (FertiVision fv = with(eye)) {
            alone = ReportJson.write(fv.analyze(request.build()).orElseThrow());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (FertiVision fv = FertiVision.create(
                EngineConfig.builder().plugin(new Eye()).executor(threads).build())) {
            assertThat(ReportJson.write(fv.analyze(request.build()).orElseThrow()))
                    .isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void thirtyTwoThreadsOnOneEngineGiveTheSameAsOne() throws Exception {
        List<Request> requests = new ArrayList<>();
        List<byte[]> alone = new ArrayList<>();
        try (FertiVision fv = with(new Eye())) {
            for (int i = 0; i < 8; i++) {
                requests.add(Request.of(KIND)
                        .field(frames(i, i % 4))
                        .field(frames(2 * i, i % 3))
                        .calibration(Calibration.umPerPixel(0.1 * (1 + i % 2)))
                        .set("level", i % 2 == 0 ? "100" : "150")
                        .build());
                alone.add(ReportJson.write(fv.analyze(requests.get(i)).orElseThrow()));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try (FertiVision fv = with(eye)) {
            List<Callable<byte[]>> calls = new ArrayList<>();
            for (int i = 0; i < 256; i++) {
                Request request = requests.get(i % requests.size());
                calls.add(() -> ReportJson.write(fv.analyze(request).orElseThrow()));
            }
            List<Future<byte[]>> answers = threads.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone.get(i % requests.size()));
            }
            assertThat(eye.looks.get()).isLessThanOrEqualTo(16);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void sideBySideEndsForTheSameReasonAsOneAfterAnother() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (FertiVision fv = FertiVision.create(
                EngineConfig.builder().plugin(eye).executor(threads).build())) {
            Rejection rejection = rejected(
                    fv,
                    Request.of(KIND)
                            .field(frames(1, 1))
                            .field(new byte[] {1})
                            .field(frames(2, 2))
                            .field(new byte[] {2}));
            assertThat(rejection.inField()).contains(1);

            eye.doing(work -> {
                throw new IllegalStateException("bug");
            });
            Request request = Request.of(KIND).field(frames(7, 7)).build();
            assertThatExceptionOfType(PluginFailedException.class)
                    .isThrownBy(() -> fv.analyze(request))
                    .withMessageContaining("bug");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void progressIsToldFieldByField() {
        List<Double> told = new ArrayList<>();
        try (FertiVision fv = with(eye)) {
            fv.analyze(Request.of(KIND)
                    .field(frames(1, 1))
                    .field(frames(2, 2))
                    .field(frames(3, 3))
                    .field(frames(4, 4))
                    .progress(told::add)
                    .build());
        }
        assertThat(told).containsExactly(0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void progressWithinAFieldIsToldAndNeverGoesBack() {
        List<Double> told = new ArrayList<>();
        eye.doing(work -> {
            work.progress(0.5);
            work.progress(0.25);
        });
        try (FertiVision fv = with(eye)) {
            fv.analyze(Request.of(KIND)
                    .field(frames(1, 1))
                    .field(frames(2, 2))
                    .progress(told::add)
                    .build());
        }
        assertThat(told).containsExactly(0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void fieldsCanBeSummedUpAgainWithoutAPixel() {
        try (FertiVision fv = with(eye)) {
            Request request = Request.of(KIND)
                    .field(frames(3, 1))
                    .field(frames(5, 2))
                    .set("dilution", "3")
                    .annotation(new Annotation.Remark("lab", "fine"))
                    .build();
            Report report = fv.analyze(request).orElseThrow();

            assertThat(fv.summarize(request, report.findings().fields())).isEqualTo(report.findings());
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> fv.summarize(
                            Request.of("acme.ear").field(frames(1, 1)).build(),
                            report.findings().fields()));
        }
    }

    @Test
    void picturesAreDecodedAnewWhenAsked() throws IOException {
        Frame field = Eye.field(4, 3);
        try (FertiVision fv = with(eye)) {
            Report report = fv.analyze(Request.of(KIND)
                            .field(png(field))
                            .field(frames(4, 3))
                            .build())
                    .orElseThrow();

            for (int number = 0; number < 2; number++) {
                Plane again = report.pictures().frame(number, 0).gray();
                for (int y = 0; y < again.height(); y++) {
                    for (int x = 0; x < again.width(); x++) {
                        assertThat(again.at(x, y)).isEqualTo(field.gray().at(x, y));
                    }
                }
            }
            assertThatThrownBy(() -> report.pictures().frame(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aStrangersReaderIsUsedWhereTheRequestNamesIt() {
        Frame field = Eye.field(6, 1);
        try (FertiVision fv = with(eye, new RawFormat("1.0.0", f -> f))) {
            byte[] file = RawFormat.file(field);
            Report report = fv.analyze(
                            Request.of(KIND).field(file).reader("acme.raw").build())
                    .orElseThrow();

            assertThat(cells(report)).isEqualTo(6);
            assertThat(report.inputs().get(0).input().width()).isEqualTo(32);
            assertThat(report.pictures().frame(0, 0).width()).isEqualTo(32);
            assertThat(rejected(fv, Request.of(KIND).field(file)).code().group())
                    .isEqualTo(RejectionCode.Group.UNREADABLE);
            assertThat(rejected(fv, Request.of(KIND).field(new byte[] {1, 2, 3}).reader("acme.raw"))
                            .code())
                    .isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
            assertThat(rejected(
                                    fv,
                                    Request.of(KIND)
                                            .field(java.util.Arrays.copyOf(file, 99))
                                            .reader("acme.raw"))
                            .code())
                    .isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
        }
    }

    @Test
    void aStrangersReaderIsHeldToTheLimitsAndToItsFaults() {
        byte[] file = RawFormat.file(Eye.field(6, 1));
        EngineConfig small = EngineConfig.builder()
                .plugin(eye)
                .plugin(new RawFormat("1.0.0", f -> f))
                .limits(new Limits(1 << 20, 100, 32 * 24 - 1, 1, 1, 32 * 24 - 1, 1 << 20, 200, 1 << 10, 9, 9, 9, 9))
                .build();
        try (FertiVision fv = FertiVision.create(small)) {
            assertThat(rejected(fv, Request.of(KIND).field(file).reader("acme.raw"))
                            .code())
                    .isEqualTo(RejectionCode.IMAGE_TOO_LARGE);
        }
        try (FertiVision fv = with(eye, new RawFormat("1.0.0", f -> {
            throw new IllegalStateException("bug");
        }))) {
            Request request = Request.of(KIND).field(file).reader("acme.raw").build();
            assertThatExceptionOfType(PluginFailedException.class)
                    .isThrownBy(() -> fv.analyze(request))
                    .satisfies(e -> assertThat(e.plugin()).isEqualTo(Id.of("acme.raw")));
        }
        assertThat(eye.looks).hasValue(0);
    }

    @Test
    void strictPluginsStopTheStart() {
        Plugin forged = new Eye(Eye.described("fertivision.eye").build());
        EngineConfig lenient = EngineConfig.builder().plugin(forged).build();
        EngineConfig strict =
                EngineConfig.builder().plugin(forged).strictPlugins().build();

        try (FertiVision fv = FertiVision.create(lenient)) {
            assertThat(fv.plugins().problems())
                    .singleElement()
                    .satisfies(p -> assertThat(p.reason()).contains("reserved"));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> FertiVision.create(strict))
                .withMessageContaining("reserved");
    }

    @Test
    void whoCanBeAskedIsListed() {
        try (FertiVision fv = with(eye, Judge.of("acme.judge", f -> Score.notScored("never")))) {
            Plugins plugins = fv.plugins();

            assertThat(plugins.analyzer(KIND)).contains(eye.descriptor());
            assertThat(plugins.analyzer("sperm-vitality")).isPresent();
            assertThat(plugins.analyzer("nothing")).isEmpty();
            assertThat(plugins.scorers()).anyMatch(d -> d.id().equals(Id.of("acme.judge")));
            assertThat(plugins.provider(Id.of("fertivision.who6"))).contains("built-in");
            assertThat(plugins.provider(Id.of(KIND))).isPresent();
            assertThat(plugins.provider(Id.of("acme.nobody"))).isEmpty();
            assertThat(plugins.analyzers()).isSortedAccordingTo(java.util.Comparator.comparing(d -> d.id()));
            assertThat(plugins.problems()).isEmpty();
            assertThat(fv.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        }
    }

    private void assertFault(Eye faulty) {
        try (FertiVision fv = with(faulty)) {
            Request request = Request.of(KIND).field(frames(3, 1)).build();
            assertThatExceptionOfType(PluginFailedException.class)
                    .isThrownBy(() -> fv.analyze(request))
                    .satisfies(e -> assertThat(e.plugin()).isEqualTo(Id.of(KIND)))
                    .satisfies(e -> assertThat(e.getCause()).isNotNull());
        }
    }

    private static void assertRejected(FertiVision fv, Request.Builder request, RejectionCode code, String words) {
        Rejection rejection = rejected(fv, request.field(frames(1, 1)));
        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.detail()).contains(words);
    }

    private static Rejection rejected(FertiVision fv, Request.Builder request) {
        Outcome outcome = fv.analyze(request.build());
        return outcome.fold(
                report -> {
                    throw new AssertionError("completed");
                },
                Function.identity());
    }

    private static double cells(Report report) {
        return report.findings().summary().reading(SpermMeasures.CELLS).figure().orElseThrow();
    }

    private static java.util.Optional<Double> area(FertiVision fv, Request.Builder request) {
        Report report = fv.analyze(request.build()).orElseThrow();
        return report.findings()
                .fields()
                .get(0)
                .items()
                .get(0)
                .reading(FieldMeasures.AREA)
                .figure();
    }

    private static Source frames(int cells, int seed) {
        return Source.frames(() -> Frames.of(Eye.field(cells, seed)));
    }

    private static Source scaled(double umPerPixel) {
        return Source.frames(() -> Frames.of(Eye.field(3, 1)).calibrated(Calibration.umPerPixel(umPerPixel)));
    }

    private static FertiVision with(Plugin... plugins) {
        EngineConfig.Builder config = EngineConfig.builder();
        List.of(plugins).forEach(config::plugin);
        return FertiVision.create(config.build());
    }

    private static byte[] png(Frame frame) throws IOException {
        Plane gray = frame.gray();
        BufferedImage image = new BufferedImage(gray.width(), gray.height(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[gray.width()];
        for (int y = 0; y < gray.height(); y++) {
            gray.row(y, row);
            image.getRaster().setSamples(0, y, gray.width(), 1, 0, row);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** What a careless plug-in answers. */
    @SuppressWarnings("NullAway")
    private static <A, B> B nothing(A ignored) {
        return null;
    }
}
