package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Frames;
import org.fertivision.image.Point;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.Overlay;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;

/** Places that a person points at anew: the field is measured again with them, and what was measured before stands beside. */
class PlacingTest {
    private static final String BY = "Dr. A";
    private static final String CALIPERS = "calipers";

    private final List<Drawn> uteri = IntStream.of(401, 402)
            .mapToObj(seed -> Phantoms.of("endometrium")
                    .with("mmPerPixel", 0.2)
                    .with("depthMm", 46)
                    .seed(seed)
                    .draw())
            .toList();
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void movedCalipersGiveWhatTheyWouldHaveGivenAtFirst() {
        List<Point> moved = moved(calipers(0), 3);

        Report original = report(request -> request);
        Report amended = report(request -> request.annotation(new Annotation.Place(BY, 0, CALIPERS, moved)));
        Report atFirst = report(request -> request.set(0, CALIPERS, text(moved)));

        assertThat(amended.findings().fields()).isEqualTo(atFirst.findings().fields());
        assertThat(amended.findings().summary())
                .isEqualTo(atFirst.findings().summary())
                .isNotEqualTo(original.findings().summary());
        assertThat(amended.findings().beforeCorrections())
                .contains(original.findings().summary());
        assertThat(thickness(amended)).isEqualTo(thickness(original) + 3 * 0.2, within(0.02));
        assertThat(amended.settings()).isEqualTo(original.settings());
    }

    @Test
    void thePictureShowsThePointsWhereTheyAreNow() {
        List<Point> moved = moved(calipers(0), 3);

        byte[] amended = overlay(report(request -> request.annotation(new Annotation.Place(BY, 0, CALIPERS, moved))));

        assertThat(amended)
                .isEqualTo(overlay(report(request -> request.set(0, CALIPERS, text(moved)))))
                .isNotEqualTo(overlay(report(request -> request)));
    }

    @Test
    void pointsThatNobodySetCanBePlacedAfterwards() {
        Request.Builder bare = bare();
        Report original = analyzed(bare);
        Report amended = analyzed(bare.annotation(new Annotation.Place(BY, 1, CALIPERS, calipers(1))));

        assertThat(original.findings().summary().reading(EndometriumMeasures.THICKNESS))
                .isInstanceOf(Reading.NotMeasured.class);
        assertThat(thickness(amended)).isEqualTo(8, within(0.05));
        assertThat(amended.findings().fields().get(0).reading(EndometriumMeasures.THICKNESS))
                .isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void aGivenValueStandsUntilItIsMeasured() {
        Annotation given = new Annotation.Value(BY, EndometriumMeasures.THICKNESS, 6);
        Annotation place = new Annotation.Place(BY, 0, CALIPERS, calipers(0));

        assertThat(thickness(bare().annotation(given))).isInstanceOf(Reading.Given.class);
        for (Request.Builder both : List.of(
                bare().annotation(given).annotation(place),
                bare().annotation(place).annotation(given))) {
            assertThat(thickness(both)).isInstanceOf(Reading.Measured.class);
        }
    }

    private static Reading thickness(Request.Builder request) {
        return analyzed(request).findings().summary().reading(EndometriumMeasures.THICKNESS);
    }

    @Test
    void onlyTheFieldOfThePointsIsOpenedAgain() {
        try (FertiVision fv = FertiVision.create()) {
            fv.analyze(request().build()).orElseThrow();
            int once = opened.get();
            fv.analyze(request().build()).orElseThrow();
            int remembered = opened.get() - once;
            fv.analyze(request()
                            .annotation(new Annotation.Place(BY, 0, CALIPERS, moved(calipers(0), 3)))
                            .build())
                    .orElseThrow();

            assertThat(opened.get() - once - remembered).isEqualTo(remembered + 1);
        }
    }

    @Test
    void pointsThatLieWhereTheyLayChangeNothing() {
        Report amended = report(request -> request.annotation(new Annotation.Place(BY, 0, CALIPERS, calipers(0))));

        assertThat(amended.findings().beforeCorrections()).isEmpty();
    }

    @Test
    void theLastWordHolds() {
        List<Point> last = moved(calipers(0), 2);

        Report amended =
                report(request -> request.annotation(new Annotation.Place(BY, 0, CALIPERS, moved(calipers(0), 5)))
                        .annotation(new Annotation.Place("Dr. B", 0, CALIPERS, last)));

        assertThat(amended.findings().fields())
                .isEqualTo(report(request -> request.set(0, CALIPERS, text(last)))
                        .findings()
                        .fields());
    }

    @Test
    void theDocumentIsReadBackAndAskedAgain() {
        Report amended =
                report(request -> request.annotation(new Annotation.Place(BY, 0, CALIPERS, moved(calipers(0), 3))));
        byte[] document = ReportJson.write(amended);
        ParsedReport parsed = ReportJson.parse(document, amended.analyzer().measures());
        Request again = parsed.again(uteri.stream().map(this::source).toList());

        try (FertiVision fv = FertiVision.create()) {
            assertThat(ReportJson.write(fv.analyze(again).orElseThrow())).isEqualTo(document);
            assertThat(fv.summarize(again, parsed.fields()).summary()).isEqualTo(parsed.summary());
        }
    }

    @Test
    void whatCannotBePlacedIsRefused() {
        assertThat(refused(new Annotation.Place(BY, 0, CALIPERS, List.of(new Point(9, 9), new Point(9, 4000)))))
                .contains("(9.0, 4000.0)", "outside the image");
        assertThat(refused(new Annotation.Place(BY, 0, CALIPERS, List.of(new Point(9, 9)))))
                .contains("2 to 4 places");
        assertThat(refused(new Annotation.Place(
                        BY, 0, CALIPERS, List.of(new Point(9, 9), new Point(9, 20), new Point(9, 40)))))
                .contains("two points or four, not 3");
        assertThat(refused(new Annotation.Place(BY, 0, CALIPERS, List.of(new Point(9, 9), new Point(9, 9)))))
                .contains("the points are one");
        assertThat(refused(new Annotation.Place(
                        BY, 0, "outline", List.of(new Point(9, 9), new Point(18, 18), new Point(27, 27)))))
                .contains("outline is ", "which encloses nothing");
        assertThat(refused(new Annotation.Place(BY, 0, "leastStep", calipers(0))))
                .contains("no places are called leastStep");
        assertThat(refused(new Annotation.Place(BY, 2, CALIPERS, calipers(0)))).contains("no field 2");
    }

    @Test
    void anObjectThatIsWhatAPersonPointedAtIsPlacedAndNotDrawn() {
        List<Point> square = List.of(new Point(9, 9), new Point(90, 9), new Point(90, 90), new Point(9, 90));

        assertThat(refused(new Annotation.Draw(BY, 0, 0, square))).contains("place the outline or the calipers anew");
        assertThat(analyzed(request().annotation(new Annotation.Draw(BY, 0, null, square)))
                        .findings()
                        .fields()
                        .get(0)
                        .items())
                .hasSize(2);
        assertThat(analyzed(bare().annotation(new Annotation.Draw(BY, 0, null, square))
                                .annotation(new Annotation.Draw(BY, 0, 0, square)))
                        .findings()
                        .fields()
                        .get(0)
                        .items())
                .hasSize(1);
    }

    @Test
    void objectsThatWereSpokenOfAreNotExchanged() {
        Annotation said = new Annotation.Exclude(BY, 0, 0, new Exclusion("other"));
        Annotation moved = new Annotation.Place(BY, 0, CALIPERS, moved(calipers(0), 3));

        assertThat(rejected(request().annotation(said).annotation(moved).build())
                        .detail())
                .contains("other objects than those that were spoken of");
        assertThat(analyzed(request().annotation(moved).annotation(said))
                        .findings()
                        .fields()
                        .get(0)
                        .counted())
                .isEmpty();
    }

    @Test
    void whatWasSaidOfObjectsStaysWhereTheyAreTheSame() {
        Drawn ovary = Phantoms.of("follicle")
                .with("mmPerPixel", 0.2)
                .with("depthMm", 46)
                .with("follicles", 4)
                .draw();
        List<Point> outline = List.of(new Point(1, 1), new Point(20, 1), new Point(20, 20), new Point(1, 20));
        Request.Builder request = Request.of("follicle")
                .field(Source.frames(() -> Frames.of(ovary.frame())))
                .calibration(ovary.calibration())
                .annotation(new Annotation.Exclude(BY, 0, 0, new Exclusion("cyst")))
                .annotation(new Annotation.Place(BY, 0, "ovary", outline));

        Report placed = analyzed(request);

        assertThat(placed.findings().fields().get(0).items().get(0).whyExcluded())
                .contains(new Exclusion("cyst"));
        assertThat(placed.findings()
                        .summary()
                        .reading(FollicleMeasures.FOLLICLES)
                        .figure())
                .isNotEqualTo(placed.findings()
                        .beforeCorrections()
                        .orElseThrow()
                        .reading(FollicleMeasures.FOLLICLES)
                        .figure());
    }

    private Request.Builder bare() {
        Request.Builder request =
                Request.of("endometrium").calibration(uteri.get(0).calibration());
        uteri.stream().map(this::source).forEach(request::field);
        return request;
    }

    private Request.Builder request() {
        return bare().set(0, CALIPERS, text(calipers(0))).set(1, CALIPERS, text(calipers(1)));
    }

    private Source source(Drawn drawn) {
        return Source.frames(() -> {
            opened.incrementAndGet();
            return Frames.of(drawn.frame());
        });
    }

    private Report report(UnaryOperator<Request.Builder> asked) {
        return analyzed(asked.apply(request()));
    }

    private static Report analyzed(Request.Builder request) {
        try (FertiVision fv = FertiVision.create()) {
            return fv.analyze(request.build()).orElseThrow();
        }
    }

    private String refused(Annotation word) {
        return rejected(request().annotation(word).build()).detail();
    }

    private static Rejection rejected(Request request) {
        try (FertiVision fv = FertiVision.create()) {
            Rejection rejection = fv.analyze(request)
                    .fold(
                            report -> {
                                throw new AssertionError("completed");
                            },
                            r -> r);
            assertThat(rejection.code()).isEqualTo(RejectionCode.INVALID_REQUEST);
            return rejection;
        }
    }

    private static byte[] overlay(Report report) {
        return Overlay.png(report, 0);
    }

    private static double thickness(Report report) {
        return report.findings().fields().stream()
                .flatMap(field -> field.reading(EndometriumMeasures.THICKNESS).figure().stream())
                .findFirst()
                .orElseThrow();
    }

    private List<Point> calipers(int field) {
        Map<String, String> told = uteri.get(field).truth().told();
        return List.of(told.get(CALIPERS).split(" ")).stream()
                .map(place -> place.split(","))
                .map(place -> new Point(Double.parseDouble(place[0]), Double.parseDouble(place[1])))
                .toList();
    }

    /** The same points, the last of them so many pixels farther from the first. */
    private static List<Point> moved(List<Point> points, double pixels) {
        Point first = points.get(0);
        Point last = points.get(1);
        double apart = Math.hypot(last.x() - first.x(), last.y() - first.y());
        double more = 1 + pixels / apart;
        return List.of(
                first, new Point(first.x() + more * (last.x() - first.x()), first.y() + more * (last.y() - first.y())));
    }

    private static String text(List<Point> points) {
        return String.join(" ", points.stream().map(p -> p.x() + "," + p.y()).toList());
    }
}
