package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.fertivision.decode.PixelHash;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Unit;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.report.FieldFacts;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Pictures;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a file with several pages. */
class PagesTest {
    private static final String STILLS = "acme.eye";
    private static final String PLANES = "acme.planes";
    private static final String VIDEOS = "acme.videos";
    private static final String SLICES = "ImageJ=1.54\nimages=3\nslices=3\nunit=um\nspacing=2.5\n";
    private static final String TIMES = "ImageJ=1.54\nimages=3\nframes=3\nfinterval=0.5\n";
    private static final String OME = "<OME><Image><Pixels SizeZ=\"1\" SizeT=\"3\" SizeC=\"1\" TimeIncrement=\"0.5\""
            + " DimensionOrder=\"XYCZT\"/></Image></OME>";

    /** Notes what it was given, and finds nothing in it. */
    private static final class Noting implements Analyzer {
        private final Descriptor about;
        final List<List<Frame>> given = new ArrayList<>();

        Noting(String id, Consumer<Descriptor.Builder> more) {
            Descriptor.Builder described = Eye.described(id);
            more.accept(described);
            about = described.build();
        }

        @Override
        public Descriptor descriptor() {
            return about;
        }

        @Override
        public FieldOfView look(Frames frames, Settings settings, Work work) {
            List<Frame> all = new ArrayList<>();
            for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
                all.add(next.get());
            }
            given.add(all);
            return new Eye().look(Frames.of(all.get(0)), settings, work);
        }

        @Override
        public Findings summarize(List<FieldOfView> fields, Settings settings) {
            return Findings.of(
                    about.id().toString(),
                    fields,
                    new Eye().summarize(fields, settings).summary());
        }
    }

    private final Noting planes = new Noting(PLANES, described -> {});
    private final Noting videos = new Noting(VIDEOS, Descriptor.Builder::ofVideo);

    @ParameterizedTest
    @CsvSource({
        "acme.planes, none, , 3, 1",
        "acme.videos, none, , 1, 3",
        "acme.planes, slices, , 1, 3",
        "acme.videos, slices, , 1, 3",
        "acme.planes, times, , 1, 3",
        "acme.planes, ome, , 1, 3",
        "acme.planes, slices, FIELDS, 3, 1",
        "acme.videos, none, FIELDS, 3, 1",
        "acme.planes, none, Z, 1, 3",
        "acme.planes, none, TIME, 1, 3"
    })
    void theCallersWordCountsThenTheFilesThenTheKind(
            String kind, String tags, PageMeaning said, int fields, int frames) {
        Request.Builder asked = Request.of(kind).field(file(tags));
        if (said != null) {
            asked.pages(said);
        }

        Report report = analyzed(asked);

        assertThat(report.inputs()).hasSize(fields);
        List<List<Frame>> given = kind.equals(PLANES) ? planes.given : videos.given;
        assertThat(given).hasSize(fields).allSatisfy(one -> assertThat(one).hasSize(frames));
    }

    @Test
    void focalPlanesComeWithTheirHeightsAndTimesWithTheirMoments() {
        analyzed(Request.of(PLANES).field(file("slices")));
        analyzed(Request.of(PLANES).field(file("times")));

        assertThat(planes.given.get(0)).extracting(Frame::zUm).containsExactly(0.0, 2.5, 5.0);
        assertThat(planes.given.get(1)).extracting(Frame::timeS).containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void eachPageIsMeasuredAsAFileOfItsOwnWouldBe() {
        Report together = analyzed(Request.of(STILLS).field(file("none")));
        Report apart = analyzed(Request.of(STILLS)
                .field(Paged.file(page(0)))
                .field(Paged.file(page(1)))
                .field(Paged.file(page(2))));

        assertThat(together.findings().fields()).isEqualTo(apart.findings().fields());
        assertThat(together.findings().summary()).isEqualTo(apart.findings().summary());
        assertThat(facts(together)).extracting(InputFacts::page).containsExactly(0, 1, 2);
        assertThat(facts(together)).extracting(InputFacts::frames).containsOnly(1);
        assertThat(facts(together).map(InputFacts::pixelSha256))
                .containsExactlyElementsOf(
                        facts(apart).map(InputFacts::pixelSha256).toList());
        assertThat(facts(apart)).extracting(InputFacts::page).containsOnlyNulls();
    }

    @Test
    void documentTellsThePageAndIsReadBack() {
        Report report = analyzed(Request.of(STILLS).field(file("none")));
        byte[] document = ReportJson.write(report);

        assertThat(new String(document, StandardCharsets.UTF_8)).contains("\"page\":2");
        assertThat(ReportJson.parse(document).inputs().stream()
                        .map(FieldFacts::input)
                        .map(InputFacts::page))
                .containsExactly(0, 1, 2);
    }

    @Test
    void settingOfOneFieldHoldsForItsPage() {
        Report common = analyzed(Request.of(STILLS).field(file("none")));
        Report own = analyzed(Request.of(STILLS).field(file("none")).set(2, "level", "201"));

        assertThat(common.findings().fields().get(2).items()).hasSize(4);
        assertThat(own.findings().fields().get(2).items()).isEmpty();
        assertThat(own.findings().fields().get(1))
                .isEqualTo(common.findings().fields().get(1));
    }

    @Test
    void fieldThatIsNoneIsRefusedBeforeAnyLook() {
        Rejection rejection = rejection(Request.of(PLANES).field(file("none")).set(3, "level", "90"));

        assertThat(rejection.code()).isEqualTo(RejectionCode.INVALID_REQUEST);
        assertThat(rejection.detail()).contains("no field 3").contains("0 to 2");
        assertThat(planes.given).isEmpty();
    }

    @Test
    void whatEveryFieldNeedsIsAskedForEachPage() {
        Parameter<Double> depth = Parameter.number("depth", Unit.MICROMETER, 1, 100, "Depth of the field.")
                .asRequired()
                .eachField();
        Noting needy = new Noting("acme.needy", described -> described.parameters(depth));
        Request.Builder asked = Request.of("acme.needy")
                .field(file("none"))
                .set(0, "depth", "20")
                .set(1, "depth", "20");
        try (FertiVision fv =
                FertiVision.create(EngineConfig.builder().plugin(needy).build())) {
            Outcome outcome = fv.analyze(asked.build());
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected ->
                                    assertThat(rejected.rejection().code()).isEqualTo(RejectionCode.PARAMETER_MISSING));
            assertThat(needy.given).isEmpty();
            fv.analyze(asked.set(2, "depth", "20").build()).orElseThrow();
            assertThat(needy.given).hasSize(3);
        }
    }

    @Test
    void stackForAKindOfStillsIsRefusedWithAWayOut() {
        Rejection rejection = rejection(Request.of(STILLS).field(file("slices")));

        assertThat(rejection.code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES);
        assertThat(rejection.detail()).contains("3 frames").contains("--pages fields");
    }

    @Test
    void troubleWithAPageNamesItsSourceAndItsNumber() {
        byte[] damaged = Paged.file(page(0), page(1));
        // The second page's height stands behind its width in its directory: 24 rows become 0.
        int at = last(damaged, new byte[] {1, 1, 4, 0, 1, 0, 0, 0, 24, 0, 0, 0});
        damaged[at + 8] = 25;

        Rejection rejection =
                rejection(Request.of(STILLS).field(Paged.file(page(2))).field(damaged));

        assertThat(rejection.inField()).contains(1);
        assertThat(rejection.detail()).startsWith("Page 1: ");
    }

    @Test
    void picturesOfTheReportAreThoseOfThePage() {
        Report report = analyzed(Request.of(STILLS).field(file("none")));

        for (int field = 0; field < 3; field++) {
            assertThat(PixelHash.of(List.of(report.pictures().frame(field, 0))))
                    .isEqualTo(PixelHash.of(List.of(page(field))));
        }
    }

    @Test
    void picturesOfADocumentAreDecodedWithinTheLimitsOfStills() {
        Limits fewer = new Limits(1 << 20, 100, 32 * 24, 2, 9, 32 * 24, 1 << 20, 200, 1 << 10, 99, 99, 99, 99);
        byte[] file = file("none");
        ParsedReport all =
                ReportJson.parse(ReportJson.write(analyzed(Request.of(STILLS).field(file))));
        ParsedReport chosen = ReportJson.parse(
                ReportJson.write(analyzed(Request.of(STILLS).field(file).page(2))));
        List<Source> sources = List.of(Source.of(file));

        try (FertiVision fv = FertiVision.create(
                EngineConfig.builder().plugin(new Eye()).limits(fewer).build())) {
            Pictures ofAll = fv.pictures(all, sources, Duration.ofMinutes(1));
            assertThatThrownBy(() -> ofAll.frame(2, 0))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            refused -> assertThat(refused.rejection().code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES));
            Frame shown = fv.pictures(chosen, sources, Duration.ofMinutes(1)).frame(0, 0);
            assertThat(PixelHash.of(List.of(shown))).isEqualTo(PixelHash.of(List.of(page(2))));
        }
    }

    @Test
    void firstPictureOfAnAnimationStandsForItAndThatIsSaid() throws IOException {
        byte[] gif = animation(3);

        Report report = analyzed(Request.of(STILLS).field(gif));
        Report everyOne = analyzed(Request.of(STILLS).field(gif).pages(PageMeaning.FIELDS));

        assertThat(report.findings().fields()).hasSize(1);
        assertThat(report.findings().fields().get(0).notices())
                .extracting(Notice::code)
                .containsExactly("animation-ignored");
        assertThat(everyOne.findings().fields()).hasSize(3);
        analyzed(Request.of(VIDEOS).field(gif));
        assertThat(videos.given.get(0)).hasSize(3);
    }

    private static byte[] animation(int pictures) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < pictures; i++) {
                writer.writeToSequence(
                        new IIOImage(new BufferedImage(32, 24, BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Stream<InputFacts> facts(Report report) {
        return report.inputs().stream().map(FieldFacts::input);
    }

    private static byte[] file(String tags) {
        String description =
                switch (tags) {
                    case "slices" -> SLICES;
                    case "times" -> TIMES;
                    case "ome" -> OME;
                    default -> "";
                };
        return Paged.described(description, page(0), page(1), page(2));
    }

    private static Frame page(int number) {
        return Eye.field(2 + number, number);
    }

    private static int last(byte[] within, byte[] wanted) {
        for (int at = within.length - wanted.length; at >= 0; at--) {
            if (Arrays.equals(within, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }

    private Report analyzed(Request.Builder asked) {
        try (FertiVision fv = engine()) {
            return fv.analyze(asked.build()).orElseThrow();
        }
    }

    private Rejection rejection(Request.Builder asked) {
        try (FertiVision fv = engine()) {
            return fv.analyze(asked.build())
                    .fold(
                            report -> {
                                throw new AssertionError("not refused");
                            },
                            rejected -> rejected);
        }
    }

    private FertiVision engine() {
        return FertiVision.create(EngineConfig.builder()
                .plugin(new Eye())
                .plugin(planes)
                .plugin(videos)
                .build());
    }
}
