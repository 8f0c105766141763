package org.fertivision.sperm.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class SpermCountAnalyzerTest {
    private static final SpermCountAnalyzer ANALYZER = new SpermCountAnalyzer();

    @Test
    void concentrationIsCellsPerVolumeTimesDilution() {
        Drawn drawn = CountTrial.field().seed(4).with("dilution", 2).draw();
        Map<String, String> set = Map.of("chamber", "leja", "dilution", "2", "volume", "3.5");
        FieldOfView field = CountTrial.look(drawn, set);
        Summary summary = summary(List.of(field), set);

        double cells = value(summary, SpermMeasures.CELLS);
        double concentration = value(summary, SpermMeasures.CONCENTRATION);
        assertThat(cells).isEqualTo(drawn.truth().value("cells"));
        assertThat(field.areaMm2()).isCloseTo(640 * 512 * 0.48 * 0.48 * 1e-6, within(1e-9));
        assertThat(field.volumeNl()).isCloseTo(640 * 512 * 0.48 * 0.48 * 20 * 1e-6, within(1e-9));
        assertThat(concentration).isCloseTo(drawn.truth().value("concentration"), within(1e-6));
        assertThat(value(summary, SpermMeasures.TOTAL_COUNT)).isCloseTo(3.5 * concentration, within(1e-6));
        assertThat(value(summary, SpermMeasures.ROUND_CELLS))
                .isCloseTo(drawn.truth().value("roundCells"), within(1e-6));
        Reading.Measured count = measured(summary, SpermMeasures.CELLS);
        Reading.Measured perVolume = measured(summary, SpermMeasures.CONCENTRATION);
        assertThat(perVolume.interval().orElseThrow().lo() / concentration)
                .isCloseTo(count.interval().orElseThrow().lo() / cells, within(1e-6));
        assertThat(perVolume.n()).isEqualTo((int) cells);
    }

    @Test
    void givenDepthGoesBeforeTheNominalOneAndSilencesTheNoticeOfIt() {
        Drawn drawn = CountTrial.field().seed(4).draw();
        Map<String, String> nominal = Map.of("chamber", "makler");
        Map<String, String> given = Map.of("chamber", "makler", "chamberDepth", "11.07");

        FieldOfView shallow = CountTrial.look(drawn, nominal);
        FieldOfView deep = CountTrial.look(drawn, given);

        assertThat(deep.volumeNl() / shallow.volumeNl()).isCloseTo(1.107, within(1e-6));
        assertThat(codes(summary(List.of(shallow), nominal))).contains("chamber-depth");
        assertThat(codes(summary(List.of(deep), given))).doesNotContain("chamber-depth", "capillary-filling");
        assertThat(summary(List.of(shallow), nominal).notices())
                .filteredOn(notice -> notice.code().equals("chamber-depth"))
                .singleElement()
                .extracting(Notice::detail)
                .asString()
                .contains("11.07", "11 % too high", "10.22074/ijfs.2016.4612");
    }

    @Test
    void withoutDepthCellsAreCountedAndNothingPerVolumeIsMeasured() {
        FieldOfView field = CountTrial.look(CountTrial.field().seed(4).draw(), Map.of());
        Summary summary = summary(List.of(field), Map.of());

        assertThat(field.volumeNl()).isNull();
        assertThat(value(summary, SpermMeasures.CELLS)).isPositive();
        for (Measure measure :
                List.of(SpermMeasures.CONCENTRATION, SpermMeasures.TOTAL_COUNT, SpermMeasures.ROUND_CELLS)) {
            assertThat(summary.reading(measure)).isEqualTo(Reading.notMeasured(measure, "chamber depth not given"));
        }
        assertThat(CountTrial.called(field, "sperm")).isNotEmpty();
    }

    @Test
    void totalCountNeedsAVolume() {
        Map<String, String> set = Map.of("chamber", "leja");
        FieldOfView field = CountTrial.look(CountTrial.field().seed(4).draw(), set);

        assertThat(summary(List.of(field), set).reading(SpermMeasures.TOTAL_COUNT))
                .isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void fieldWithoutCellsIsAResultWithItsUpperBound() {
        Map<String, String> set = Map.of("chamber", "leja", "volume", "2");
        FieldOfView field = CountTrial.look(
                CountTrial.field()
                        .with("concentration", 0)
                        .with("roundCells", 0)
                        .draw(),
                set);
        Summary summary = summary(List.of(field), set);

        assertThat(field.items()).isEmpty();
        assertThat(value(summary, SpermMeasures.CELLS)).isZero();
        assertThat(measured(summary, SpermMeasures.CELLS)
                        .interval()
                        .orElseThrow()
                        .hi())
                .isCloseTo(3.689, within(0.001));
        assertThat(measured(summary, SpermMeasures.CONCENTRATION)
                        .interval()
                        .orElseThrow()
                        .hi())
                .isCloseTo(3.689 / field.volumeNl(), within(0.001));
        assertThat(value(summary, SpermMeasures.TOTAL_COUNT)).isZero();
    }

    @Test
    void summaryOfDarkAndBrightPicturesOfOneFieldIsTheSame() {
        Drawn drawn = CountTrial.field()
                .with("preset", "makler-bright-field")
                .with("concentration", 80)
                .seed(6)
                .draw();
        Frame negative = negative(drawn.frame());
        FieldOfView dark = CountTrial.look(drawn, Map.of());
        FieldOfView bright = ANALYZER.look(
                Frames.of(negative).calibrated(drawn.calibration()), CountTrial.settings(Map.of()), Work.unlimited());

        assertThat(CountTrial.called(bright, "sperm")).hasSameSizeAs(CountTrial.called(dark, "sperm"));
        assertThat(dark.notices())
                .singleElement()
                .extracting(Notice::detail)
                .asString()
                .contains("darker");
        assertThat(bright.notices())
                .singleElement()
                .extracting(Notice::detail)
                .asString()
                .contains("brighter");
    }

    @Test
    void fieldsOfUnequalSizeAreWeighedByTheirVolume() {
        Map<String, String> set = Map.of("chamber", "leja");
        FieldOfView small = CountTrial.look(CountTrial.field().seed(1).draw(), set);
        FieldOfView large =
                CountTrial.look(CountTrial.field().with("width", 1280).seed(2).draw(), set);
        Summary summary = summary(List.of(small, large), set);

        double cells = CountTrial.called(small, "sperm").size()
                + CountTrial.called(large, "sperm").size();
        assertThat(value(summary, SpermMeasures.CONCENTRATION))
                .isCloseTo(cells / (small.volumeNl() + large.volumeNl()), within(1e-6));
    }

    @Test
    void excludedObjectsAreWholeItemsWithAReason() {
        FieldOfView field = CountTrial.look(
                CountTrial.field().with("debris", 100).with("snr", 20).seed(3).draw(), Map.of());
        List<Item> excluded =
                field.items().stream().filter(item -> !item.counts()).toList();

        assertThat(excluded).isNotEmpty();
        assertThat(excluded).allSatisfy(item -> {
            assertThat(item.outline().size()).isGreaterThan(3);
            assertThat(item.whyExcluded().orElseThrow().detail()).isNotBlank();
        });
        assertThat(excluded)
                .anyMatch(item -> item.whyExcluded().orElseThrow().reason().equals("too-small"));
    }

    @Test
    void heapOfHeadsThatCannotBePartedIsNotCountedAndNoticed() {
        Map<String, String> set = Map.of("chamber", "leja");
        Drawn drawn = CountTrial.field().seed(5).draw();
        FieldOfView field = ANALYZER.look(
                Frames.of(blotted(drawn.frame())).calibrated(drawn.calibration()),
                CountTrial.settings(set),
                Work.unlimited());
        List<Item> clusters = field.items().stream()
                .filter(item -> item.whyExcluded()
                        .filter(why -> why.reason().equals("cluster"))
                        .isPresent())
                .toList();

        assertThat(clusters).hasSize(1);
        assertThat(clusters.get(0).reading(SpermMeasures.CLUSTER_CELLS).figure().orElseThrow())
                .isGreaterThan(5);
        assertThat(codes(summary(List.of(field), set))).contains("clusters");
    }

    @Test
    void borderStripIsNeitherCountedNorPartOfTheArea() {
        Drawn drawn = CountTrial.field().seed(7).draw();
        FieldOfView whole = CountTrial.look(drawn, Map.of("chamberDepth", "20"));
        FieldOfView inner = CountTrial.look(drawn, Map.of("chamberDepth", "20", "border", "24"));

        assertThat(inner.areaMm2()).isCloseTo((640 - 100) * (512 - 100) * 0.48 * 0.48 * 1e-6, within(1e-9));
        assertThat(inner.items()).hasSameSizeAs(whole.items());
        assertThat(CountTrial.called(inner, "sperm"))
                .allMatch(item -> item.center().x() >= 50 && item.center().x() < 590)
                .hasSizeLessThan(CountTrial.called(whole, "sperm").size());
    }

    @Test
    void borderStripThatLeavesNothingIsRefused() {
        Drawn drawn = CountTrial.field().draw();

        assertThatThrownBy(() -> CountTrial.look(drawn, Map.of("border", "130")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.PARAMETER_OUT_OF_RANGE));
    }

    @Test
    void limitsInTheWrongOrderAreRefused() {
        Drawn drawn = CountTrial.field().draw();

        assertThatThrownBy(() -> CountTrial.look(drawn, Map.of("minHeadArea", "50")))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> CountTrial.look(drawn, Map.of("roundCellMin", "20")))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void pictureOfOneGrayLevelIsUnusable() {
        FieldOfView field = ANALYZER.look(
                Frames.of(Frame.gray(Plane.takeBytes(100, 100, new byte[10_000])))
                        .calibrated(Calibration.umPerPixel(0.5)),
                CountTrial.settings(Map.of()),
                Work.unlimited());

        assertThat(field.quality().usable()).isFalse();
    }

    @Test
    void calibrationIsRequiredAndEveryPromisedMeasureIsAnswered() {
        Descriptor about = ANALYZER.descriptor();
        FieldOfView field = CountTrial.look(CountTrial.field().draw(), Map.of());
        Summary summary = summary(List.of(field), Map.of());

        assertThat(about.id().toString()).isEqualTo("fertivision.sperm-count");
        assertThat(about.calibration()).isEqualTo(Descriptor.CalibrationNeed.REQUIRED);
        assertThat(summary.readings()).extracting(Reading::measure).containsExactlyElementsOf(about.measures());
        assertThat(field.items())
                .allSatisfy(item -> assertThat(item.readings())
                        .extracting(Reading::measure)
                        .containsExactlyElementsOf(about.itemMeasures()));
    }

    private static Summary summary(List<FieldOfView> fields, Map<String, String> set) {
        return ANALYZER.summarize(fields, CountTrial.settings(set)).summary();
    }

    private static Reading.Measured measured(Summary summary, Measure measure) {
        return (Reading.Measured) summary.reading(measure);
    }

    private static double value(Summary summary, Measure measure) {
        return measured(summary, measure).value();
    }

    private static List<String> codes(Summary summary) {
        return summary.notices().stream().map(Notice::code).toList();
    }

    private static Frame negative(Frame frame) {
        return mapped(frame, (x, y, level) -> 255 - level);
    }

    /** A bright sun with ten blunt rays in the middle, 32 pixels wide, on an even patch: no cut makes its sides smoother. */
    private static Frame blotted(Frame frame) {
        return mapped(frame, (x, y, level) -> {
            double dx = x - 320;
            double dy = y - 256;
            double edge = 12 + 4 * Math.cos(10 * Math.atan2(dy, dx));
            boolean near = Math.abs(dx) < 30 && Math.abs(dy) < 30;
            return dx * dx + dy * dy < edge * edge ? 200 : near ? 90 + (x * 7 + y * 13) % 5 : level;
        });
    }

    private interface Change {
        int to(int x, int y, int level);
    }

    private static Frame mapped(Frame frame, Change change) {
        Plane plane = frame.gray();
        byte[] samples = new byte[plane.width() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                samples[y * plane.width() + x] = (byte) change.to(x, y, plane.at(x, y));
            }
        }
        return Frame.gray(Plane.takeBytes(plane.width(), plane.height(), samples));
    }
}
