package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.TrueObject;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stained smears drawn in color, measured and held against their exact heads and acrosomes. Seeds from 900 on. */
class StainedSmearTest {
    private static final String SMEAR = "stained-smear";

    @ParameterizedTest
    @CsvSource({"901, 0.06, 55, 4.1, 2.8, 30", "902, 0.06, 45, 4.5, 3.0, 20", "903, 0.08, 65, 4.1, 2.8, 30"})
    void headsAndAcrosomesAreMeasured(
            long seed, double umPerPixel, double acrosome, double length, double width, double snr) {
        Drawn drawn = smear(seed)
                .with("umPerPixel", umPerPixel)
                .with("acrosome", acrosome)
                .with("lengthUm", length)
                .with("widthUm", width)
                .with("snr", snr)
                .draw();

        Findings findings = findings(drawn, Map.of());
        List<Item> items = counted(findings);

        List<TrueObject> heads = drawn.truth().objects(TrueObject::isWholeSperm);
        assertThat(items).hasSameSizeAs(heads);
        List<Double> lengths = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        List<Double> areas = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (TrueObject head : heads) {
            Item item = nearest(items, head);
            lengths.add(Math.abs(
                    figure(item, SpermMeasures.HEAD_LENGTH) / head.shape().lengthUm() - 1));
            widths.add(Math.abs(
                    figure(item, SpermMeasures.HEAD_WIDTH) / head.shape().widthUm() - 1));
            areas.add(Math.abs(
                    figure(item, SpermMeasures.HEAD_AREA) / head.shape().areaUm2() - 1));
            shares.add(Math.abs(figure(item, SpermMeasures.ACROSOME_FRACTION) - acrosome));
        }
        System.out.printf(
                "stained heads n=%d, median difference: length %.3f width %.3f area %.3f, acrosome %.1f points%n",
                heads.size(), median(lengths), median(widths), median(areas), median(shares));
        assertThat(median(lengths)).isLessThanOrEqualTo(0.03);
        assertThat(median(widths)).isLessThanOrEqualTo(0.04);
        assertThat(median(areas)).isLessThanOrEqualTo(0.06);
        assertThat(median(shares)).isLessThanOrEqualTo(5);
    }

    @Test
    void touchingHeadsAreParted() {
        Drawn drawn = smear(911)
                .with("touching", 100)
                .with("cells", 10)
                .with("tail", false)
                .draw();

        List<Item> items = counted(findings(drawn, Map.of()));

        assertThat(items).hasSizeBetween(9, 10);
    }

    @Test
    void anAcrosomeThatIsTooSmallIsSaidToBe() {
        Drawn drawn = smear(921)
                .with("acrosome", 25)
                .with("lengthCv", 0)
                .with("widthCv", 0)
                .draw();

        List<Item> items = counted(findings(drawn, Map.of("stain", "papanicolaou")));

        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.labels()).contains(new Label("strict", "smallAcrosome")));
    }

    @Test
    void withoutAnAcrosomeToldApartNoHeadIsCalledNormal() {
        Drawn drawn = smear(922)
                .with("acrosome", 0)
                .with("lengthCv", 0)
                .with("widthCv", 0)
                .draw();

        Findings findings = findings(drawn, Map.of("stain", "papanicolaou"));

        assertThat(counted(findings)).isNotEmpty().allSatisfy(item -> {
            assertThat(item.reading(SpermMeasures.ACROSOME_FRACTION))
                    .isInstanceOf(Reading.NotMeasured.class)
                    .hasFieldOrPropertyWithValue("reason", "acrosome and nucleus are stained alike");
            assertThat(item.labels()).doesNotContain(new Label("strict", "normal"));
        });
    }

    @Test
    void withTheStainNoneAColorPictureIsReadAsBefore() {
        Drawn drawn = smear(931).draw();

        Findings findings = findings(drawn, Map.of("stain", "none"));

        assertThat(findings.fields().get(0).notices()).extracting(Notice::code).doesNotContain("stained-smear");
        assertThat(findings.summary().reading(SpermMeasures.ACROSOME_FRACTION)).isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void grayPicturesAndBrightCellsAreNoSmears() {
        Frame gray = Phantoms.of("sperm-morphology")
                .seed(941)
                .with("width", 640)
                .with("height", 480)
                .with("cells", 6)
                .draw()
                .frame();
        Frame fluorescence = Phantoms.of("sperm-vitality")
                .seed(942)
                .with("width", 640)
                .with("height", 480)
                .with("cells", 12)
                .draw()
                .frame();

        assertThat(StainedSmear.isShownBy(gray)).isFalse();
        assertThat(StainedSmear.isShownBy(fluorescence)).isFalse();
        assertThat(StainedSmear.isShownBy(smear(943).draw().frame())).isTrue();
        assertThat(StainedSmear.isShownBy(smear(944)
                        .with("cells", 0)
                        .with("borderCells", 0)
                        .draw()
                        .frame()))
                .isFalse();
    }

    private static Phantom<Drawn> smear(long seed) {
        return Phantoms.of(SMEAR).seed(seed).with("width", 1000).with("height", 800);
    }

    private static Findings findings(Drawn drawn, Map<String, String> set) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-morphology")
                    .field(Source.frames(() -> Frames.of(drawn.frame())))
                    .calibration(drawn.calibration());
            set.forEach(request::set);
            return engine.analyze(request.build()).orElseThrow().findings();
        }
    }

    private static List<Item> counted(Findings findings) {
        return findings.fields().get(0).items().stream().filter(Item::counts).toList();
    }

    private static Item nearest(List<Item> items, TrueObject head) {
        return items.stream()
                .min(Comparator.comparingDouble(item -> item.center().distanceTo(head.centerPx())))
                .orElseThrow();
    }

    private static double figure(Item item, Measure measure) {
        return item.reading(measure).figure().orElseThrow();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
