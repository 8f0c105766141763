package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Point;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.TrueObject;
import org.fertivision.pixel.Contour;
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
        assertThat(median(lengths)).as("midpieces reach into the ends of heads").isLessThanOrEqualTo(0.035);
        assertThat(median(widths)).isLessThanOrEqualTo(0.04);
        assertThat(median(areas)).isLessThanOrEqualTo(0.06);
        assertThat(median(shares)).isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"951, 0.8, 0, 0", "952, 1.2, 0, 1", "953, 0.8, 45, 2"})
    void midpieceTailAndVacuolesAreMeasured(long seed, double midpieceUm, double neckDeg, int vacuoles) {
        Drawn drawn = smear(seed)
                .with("width", 1280)
                .with("height", 1024)
                .with("cells", 5)
                .with("borderCells", 0)
                .with("debris", 0)
                .with("tailUm", 22)
                .with("gapUm", 12)
                .with("midpieceUm", midpieceUm)
                .with("neckDeg", neckDeg)
                .with("vacuoles", vacuoles)
                .draw();

        List<Item> items = counted(findings(drawn, Map.of()));

        System.out.printf(
                "drawn midpiece %.1f um, %.0f deg, %d vacuoles: length %.2f width %.2f angle %.1f tail %.1f vacuoles"
                        + " %.0f, %d of %d with midpiece, %d with tail%n",
                midpieceUm,
                neckDeg,
                vacuoles,
                median(figures(items, SpermMeasures.MIDPIECE_LENGTH)),
                median(figures(items, SpermMeasures.MIDPIECE_WIDTH)),
                median(figures(items, SpermMeasures.MIDPIECE_ANGLE)),
                median(figures(items, SpermMeasures.TAIL_SEEN)),
                median(figures(items, SpermMeasures.VACUOLES)),
                figures(items, SpermMeasures.MIDPIECE_LENGTH).size(),
                items.size(),
                figures(items, SpermMeasures.TAIL_SEEN).size());
        assertThat(figures(items, SpermMeasures.MIDPIECE_WIDTH)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(median(figures(items, SpermMeasures.MIDPIECE_LENGTH))).isBetween(4.5 * 0.8, 4.5 * 1.2);
        assertThat(median(figures(items, SpermMeasures.MIDPIECE_WIDTH))).isBetween(midpieceUm * 0.8, midpieceUm * 1.2);
        assertThat(median(figures(items, SpermMeasures.MIDPIECE_ANGLE)))
                .isBetween(Math.abs(neckDeg) - 15, Math.abs(neckDeg) + 15);
        assertThat(median(figures(items, SpermMeasures.TAIL_SEEN))).isBetween(22 * 0.85, 22 * 1.05);
        assertThat(median(figures(items, SpermMeasures.VACUOLES))).isEqualTo(vacuoles);
    }

    @Test
    void partsLieWhereTheirReadingsSay() {
        Drawn drawn = smear(954)
                .with("width", 1280)
                .with("height", 1024)
                .with("cells", 5)
                .with("borderCells", 0)
                .with("debris", 0)
                .with("tailUm", 22)
                .with("gapUm", 12)
                .with("midpieceUm", 1)
                .with("vacuoles", 1)
                .draw();

        List<Item> items = counted(findings(drawn, Map.of()));

        assertThat(items).isNotEmpty();
        int midpieces = 0;
        for (Item item : items) {
            Contour head = Contour.of(item.outline().corners());
            Contour acrosome = Contour.of(part(item, "acrosome").orElseThrow().places());
            assertThat(acrosome.area()).isCloseTo(figure(item, SpermMeasures.ACROSOME_AREA_PX), withinPercentage(4));
            assertThat(head.contains(
                            acrosome.centroid().x(), acrosome.centroid().y()))
                    .isTrue();
            assertThat(item.parts().stream().filter(part -> part.name().equals("vacuole")))
                    .hasSize((int) figure(item, SpermMeasures.VACUOLES))
                    .allMatch(spot -> head.contains(
                            spot.places().get(0).x(), spot.places().get(0).y()));
            if (part(item, "midpiece").isPresent()) {
                midpieces++;
                Contour midpiece = Contour.of(part(item, "midpiece").get().places());
                double area =
                        figure(item, SpermMeasures.MIDPIECE_LENGTH_PX) * figure(item, SpermMeasures.MIDPIECE_WIDTH_PX);
                assertThat(midpiece.area()).isCloseTo(area, withinPercentage(4));
                double tail = length(part(item, "tail").orElseThrow().places());
                assertThat(tail + figure(item, SpermMeasures.MIDPIECE_LENGTH_PX))
                        .isCloseTo(figure(item, SpermMeasures.TAIL_SEEN_PX), withinPercentage(3));
            }
        }
        assertThat(midpieces).isGreaterThanOrEqualTo(2);
    }

    private static Optional<ItemPart> part(Item item, String name) {
        return item.parts().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private static double length(List<Point> way) {
        double length = 0;
        for (int i = 1; i < way.size(); i++) {
            length += way.get(i).distanceTo(way.get(i - 1));
        }
        return length;
    }

    @Test
    void aTailCutByTheBorderHasNoLength() {
        Drawn drawn = smear(961).with("cells", 8).with("tailUm", 120).draw();

        List<Item> items = counted(findings(drawn, Map.of()));

        assertThat(items)
                .extracting(item -> item.reading(SpermMeasures.TAIL_LENGTH))
                .contains(Reading.notMeasured(SpermMeasures.TAIL_LENGTH, "cut by the edge of the image"));
    }

    @Test
    void normalSpermAndBentOnesAreToldApart() {
        Findings straight = findings(strict(971, 0), Map.of("stain", "papanicolaou"));
        Findings bent = findings(strict(972, 60), Map.of("stain", "papanicolaou"));

        assertThat(percent(straight, SpermMeasures.NORMAL_FORMS)).isGreaterThanOrEqualTo(75);
        assertThat(percent(bent, SpermMeasures.NORMAL_FORMS)).isZero();
        assertThat(percent(bent, SpermMeasures.NORMAL_HEADS)).isGreaterThanOrEqualTo(75);
        assertThat(percent(bent, SpermMeasures.TERATOZOOSPERMIA_INDEX)).isBetween(1.0, 1.4);
        assertThat(counted(bent)).anySatisfy(item -> {
            assertThat(item.labels()).contains(new Label("strict", "bentNeck"));
            assertThat(item.reading(SpermMeasures.STRICT_MARGIN).figure())
                    .hasValueSatisfying(margin -> assertThat(margin).isNegative());
        });
    }

    /** Heads of 5.1 um are beyond 4.7 um by 8.5 % of it; tails leave the picture, so few sperm are seen whole. */
    @Test
    void aHeadThatIsTooLongSaysByHowMuch() {
        Drawn drawn = smear(974)
                .with("lengthUm", 5.1)
                .with("widthUm", 3)
                .with("lengthCv", 0)
                .with("widthCv", 0)
                .draw();

        List<Item> items = counted(findings(drawn, Map.of("stain", "papanicolaou")));

        assertThat(items).hasSizeGreaterThanOrEqualTo(10).allSatisfy(item -> {
            assertThat(item.labels()).contains(new Label("strict", "large"));
            assertThat(figure(item, SpermMeasures.HEAD_LENGTH.margin()))
                    .isCloseTo(100 * (1 - figure(item, SpermMeasures.HEAD_LENGTH) / 4.7), within(1e-5));
            assertThat(item.reading(SpermMeasures.HEAD_WIDTH.margin()).figure()).isEmpty();
        });
        assertThat(items)
                .anyMatch(item ->
                        item.reading(SpermMeasures.STRICT_MARGIN).figure().isEmpty());
        assertThat(median(figures(items, SpermMeasures.HEAD_LENGTH.margin()))).isBetween(-8.5 - 4, -8.5 + 4);
    }

    @Test
    void withoutTheStainThereIsNoVerdict() {
        Findings findings = findings(strict(973, 0), Map.of());

        assertThat(findings.summary().reading(SpermMeasures.NORMAL_FORMS)).isInstanceOf(Reading.NotMeasured.class);
        assertThat(counted(findings)).isNotEmpty().allSatisfy(item -> {
            assertThat(item.labels()).isEmpty();
            assertThat(item.readings()).extracting(Reading::measure).doesNotContainAnyElementsOf(StrictVerdict.MARGINS);
        });
    }

    /** Three heads are abnormal while their tails leave the picture: they are not in the share, and it is said. */
    @Test
    void abnormalSpermThatWereNotSeenWholeAreTold() {
        Findings findings = findings(smear(7).draw(), Map.of("stain", "papanicolaou"));

        int whole = ((Reading.Measured) findings.summary().reading(SpermMeasures.NORMAL_FORMS)).n();
        int all = counted(findings).size();
        assertThat(whole).isLessThan(all);
        assertThat(percent(findings, SpermMeasures.NORMAL_HEADS))
                .isLessThanOrEqualTo(percent(findings, SpermMeasures.NORMAL_FORMS));
        assertThat(percent(findings, SpermMeasures.BORDERLINE_FORMS))
                .isLessThanOrEqualTo(100 - percent(findings, SpermMeasures.NORMAL_FORMS));
        assertThat(findings.summary().notices())
                .filteredOn(notice -> notice.code().equals("parts-unseen"))
                .extracting(Notice::detail)
                .singleElement()
                .asString()
                .contains("the " + whole + " of " + all + " sperm", "3 have a defect already");
    }

    private static Drawn strict(long seed, double neckDeg) {
        return smear(seed)
                .with("cells", 6)
                .with("borderCells", 0)
                .with("lengthCv", 2)
                .with("widthCv", 2)
                .with("tailUm", 28)
                .with("gapUm", 12)
                .with("neckDeg", neckDeg)
                .draw();
    }

    private static double percent(Findings findings, Measure measure) {
        return findings.summary().reading(measure).figure().orElseThrow();
    }

    private static List<Double> figures(List<Item> items, Measure measure) {
        return items.stream()
                .flatMap(item -> item.reading(measure).figure().stream())
                .toList();
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
