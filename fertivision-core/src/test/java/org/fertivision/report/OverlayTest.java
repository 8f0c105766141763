package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final int ORANGE = 0xE69F00;
    private static final int SKY_BLUE = 0x56B4E9;
    private static final int BLUISH_GREEN = 0x009E73;
    private static final int VERMILLION = 0xD55E00;
    private static final int BLUE = 0x0072B2;
    private static final int YELLOW = 0xF0E442;
    private static final int LIGHT_GREEN = 0xB8F28C;

    @Test
    void pictureIsAPngOfTheFieldBetweenTwoStrips() throws IOException {
        BufferedImage overlay = ImageIO.read(new ByteArrayInputStream(Overlay.png(SampleReport.of(1), 0)));
        assertThat(overlay.getWidth()).isEqualTo(SampleReport.WIDTH);
        assertThat(overlay.getHeight()).isBetween(SampleReport.HEIGHT + 30, SampleReport.HEIGHT + 80);
        assertThat(overlay.getRGB(SampleReport.WIDTH - 1, 0)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void sameReportGivesTheSameBytes() {
        assertThat(Overlay.png(SampleReport.of(1), 0)).isEqualTo(Overlay.png(SampleReport.of(1), 0));
    }

    @Test
    void wordsStandBeforeTheHeadingAndNothingElseChanges() throws IOException {
        BufferedImage plain = ImageIO.read(new ByteArrayInputStream(Overlay.png(SampleReport.of(1), 0)));
        BufferedImage said =
                ImageIO.read(new ByteArrayInputStream(Overlay.png(SampleReport.of(1), 0, "DEMO", Language.ENGLISH)));
        assertThat(Overlay.png(SampleReport.of(1), 0, "", Language.ENGLISH))
                .isEqualTo(Overlay.png(SampleReport.of(1), 0));
        int changed = -1;
        for (int y = 0; y < plain.getHeight(); y++) {
            for (int x = 0; x < plain.getWidth(); x++) {
                changed = plain.getRGB(x, y) == said.getRGB(x, y) ? changed : y;
            }
        }
        assertThat(changed).isBetween(5, 40);
    }

    @Test
    void eachWordHasItsColor() {
        BufferedImage overlay = Overlay.picture(
                black(1200, 900, square(0, 300, "dead"), square(1, 700, "live")), 0, 4096, Language.ENGLISH);
        int top = overlay.getHeight() - 900 - key(overlay);
        assertThat(colors(overlay, 280, top + 280, 60, 60))
                .anyMatch(c -> isNear(c, ORANGE))
                .noneMatch(c -> isNear(c, SKY_BLUE));
        assertThat(colors(overlay, 680, top + 680, 60, 60))
                .anyMatch(c -> isNear(c, SKY_BLUE))
                .noneMatch(c -> isNear(c, ORANGE));
    }

    @Test
    void eachPartHasItsColorAndStandsInTheKey() {
        Item parted = square(0, 300, "dead")
                .parted(List.of(
                        part("acrosome", true, 310, 310, 330, 310, 330, 330, 310, 330),
                        part("tail", false, 341, 320, 500, 320)));

        BufferedImage with = Overlay.picture(black(1200, 900, parted), 0, 4096, Language.ENGLISH);
        BufferedImage without = Overlay.picture(black(1200, 900, square(0, 300, "dead")), 0, 4096, Language.ENGLISH);

        int top = with.getHeight() - 900 - key(with);
        assertThat(colors(with, 308, top + 308, 24, 24)).anyMatch(c -> isNear(c, BLUISH_GREEN));
        assertThat(colors(with, 400, top + 316, 20, 8)).anyMatch(c -> isNear(c, BLUE));
        assertThat(colors(without, 400, top + 316, 20, 8)).containsExactly(0);
        assertThat(colors(with, 312, top + 312, 16, 16))
                .as("the picture shows through a part")
                .allMatch(c -> (c >> 8 & 0xFF) < 120 && (c >> 8 & 0xFF) > 20);
        int strip = top + 900;
        assertThat(colors(with, 0, strip, 1200, with.getHeight() - strip)).contains(BLUISH_GREEN, BLUE);
        assertThat(colors(without, 0, strip, 1200, without.getHeight() - strip)).doesNotContain(BLUISH_GREEN);
    }

    @Test
    void noUnknownPartHasTheColorOfAKnownOneThatIsThere() {
        String[] names = {"aaa", "acrosome", "bbb", "midpiece", "zzz"};
        List<ItemPart> parts = Arrays.stream(names)
                .map(name -> part(name, false, 341, 320, 500, 320))
                .toList();
        OverlayKey key = OverlayKey.of(black(1200, 900, square(0, 300, "dead").parted(parts)));

        assertThat(parts).extracting(key::color).containsExactly(SKY_BLUE, BLUISH_GREEN, BLUE, VERMILLION, YELLOW);
    }

    private static ItemPart part(String name, boolean closed, double... places) {
        return new ItemPart(
                name,
                IntStream.range(0, places.length / 2)
                        .mapToObj(i -> new Point(places[2 * i], places[2 * i + 1]))
                        .toList(),
                closed);
    }

    @Test
    void excludedObjectIsDashedAndHasNoColorOfItsWord() {
        Item excluded = square(0, 300, "dead").excluded(new Exclusion("too-large"));
        BufferedImage overlay =
                Overlay.picture(black(1200, 900, excluded, square(1, 700, "live")), 0, 4096, Language.ENGLISH);
        int top = overlay.getHeight() - 900 - key(overlay);
        assertThat(colors(overlay, 290, top + 290, 30, 30))
                .anyMatch(c -> isNear(c, 0xFFFFFF))
                .noneMatch(c -> isNear(c, ORANGE));
        int edge = 0;
        int white = 0;
        for (int x = 302; x < 338; x++) {
            edge++;
            white += (overlay.getRGB(x, top + 300) & 0xFF) > 128 ? 1 : 0;
        }
        assertThat(white).isBetween(edge / 4, 3 * edge / 4);
    }

    @Test
    void whatAPersonPointedAtIsDotted() {
        Report report = black(1200, 900, square(0, 300, "live"));
        Parameter<List<Point>> ovary = Parameter.polygon("ovary", "Outline of the ovary.");
        Settings outlined = Settings.of(List.of(ovary), Map.of("ovary", "600,600 800,600 800,800"), Map.of());

        BufferedImage without = Overlay.picture(report, 0, 4096, Language.ENGLISH);
        BufferedImage with = Overlay.picture(withSettings(report, outlined), 0, 4096, Language.ENGLISH);

        int top = with.getHeight() - 900 - key(with);
        assertThat(colors(with, 590, top + 590, 220, 220)).anyMatch(c -> isNear(c, LIGHT_GREEN));
        assertThat(colors(without, 590, top + 590, 220, 220)).noneMatch(c -> isNear(c, LIGHT_GREEN));
    }

    @Test
    void millimetersStandBesideTheNumber() {
        Item bare = square(0, 300, "live");
        Item measured = bare.read(List.of(Reading.measured(FollicleMeasures.MEAN_DIAMETER, 12.34, "test")));

        assertThat(white(Overlay.picture(black(1200, 900, measured), 0, 4096, Language.ENGLISH)))
                .isGreaterThan(3 * white(Overlay.picture(black(1200, 900, bare), 0, 4096, Language.ENGLISH)));
    }

    /** White points about the object at 300, 300: the strokes of its number. */
    private static long white(BufferedImage overlay) {
        int top = overlay.getHeight() - 900 - key(overlay);
        return colors(overlay, 150, top + 250, 350, 150).stream()
                .filter(c -> isNear(c, 0xFFFFFF))
                .count();
    }

    private static Report withSettings(Report report, Settings settings) {
        return new Report(
                report.specimen(),
                report.analyzer(),
                report.provider(),
                settings,
                report.inputs(),
                report.findings(),
                report.scores(),
                report.notices(),
                report.software(),
                report.pictures());
    }

    @Test
    void barIsAsLongAsItSays() {
        for (double size : new double[] {0.07, 0.481, 3.3, 150}) {
            ScaleBar bar = ScaleBar.within(Calibration.umPerPixel(size), 1000, 0.2);
            assertThat(bar.lengthPx() * size)
                    .isCloseTo(bar.lengthUm(), org.assertj.core.data.Percentage.withPercentage(1e-9));
            assertThat(bar.lengthPx()).isBetween(1000 * 0.2 / 2.5 - 1, 1000 * 0.2 + 1e-6);
        }
        assertThat(ScaleBar.within(Calibration.umPerPixel(0.481), 960, 0.18).label(Language.ENGLISH))
                .isEqualTo("50 µm");
        assertThat(ScaleBar.within(Calibration.umPerPixel(150), 960, 0.18).label(Language.ENGLISH))
                .isEqualTo("20 mm");
    }

    @Test
    void smallFieldIsEnlargedByAWholeNumberSoThatNumbersCanBeRead() {
        assertThat(Overlay.picture(black(131, 131, square(0, 40, "live")), 0, 4096, Language.ENGLISH)
                        .getWidth())
                .isEqualTo(7 * 131);
    }

    @Test
    void largeFieldIsShrunkToWhatWasAskedFor() {
        BufferedImage overlay = Overlay.picture(black(3000, 2000, square(0, 40, "live")), 0, 1400, Language.ENGLISH);
        assertThat(overlay.getWidth()).isEqualTo(1400);
        assertThat(overlay.getHeight()).isBetween(933 + 30, 933 + 100);
    }

    @Test
    void objectsWithoutBorderAndMovingObjectsAreDrawnToo() {
        Item spot = Item.of(0, new Point(600, 400), Outline.none(), new Region(600, 400, 1, 1), List.of(), List.of());
        Item mover = Item.of(1, new Point(100, 100), Outline.none(), new Region(100, 100, 1, 1), List.of(), List.of())
                .moving(new Path(new int[] {0, 5}, new double[] {100, 300}, new double[] {800, 800}));
        BufferedImage overlay = Overlay.picture(black(1200, 900, spot, mover), 0, 4096, Language.ENGLISH);
        int top = overlay.getHeight() - 900 - key(overlay);
        assertThat(colors(overlay, 590, top + 390, 20, 20)).anyMatch(c -> isNear(c, YELLOW));
        assertThat(colors(overlay, 150, top + 795, 20, 10)).anyMatch(c -> isNear(c, YELLOW));
    }

    @Test
    void emptyFieldIsDrawnWithoutComplaint() {
        assertThat(Overlay.png(black(1200, 900), 0)).isNotEmpty();
    }

    @Test
    void deepSamplesAreStretchedEvenlyAndShallowOnesLeftAlone() {
        short[] deep = new short[100];
        for (int i = 0; i < deep.length; i++) {
            deep[i] = (short) (1000 + 10 * i);
        }
        BufferedImage shown =
                FramePicture.of(Frame.gray(Plane.takeShorts(10, 10, deep))).whole(10);
        assertThat(shown.getRGB(0, 0) & 0xFF).isZero();
        assertThat(shown.getRGB(9, 9) & 0xFF).isEqualTo(255);
        assertThat(shown.getRGB(5, 5) & 0xFF).isEqualTo((int) Math.round(55 / 99.0 * 255));
        BufferedImage same = FramePicture.of(Frame.gray(Plane.takeBytes(2, 1, new byte[] {7, (byte) 200})))
                .whole(2);
        assertThat(same.getRGB(0, 0) & 0xFF).isEqualTo(7);
        assertThat(same.getRGB(1, 0) & 0xFF).isEqualTo(200);
    }

    @Test
    void shrinkingAveragesAndKeepsTheMean() {
        byte[] samples = new byte[90 * 70];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 2 == 0 ? 50 : 150);
        }
        BufferedImage shown =
                FramePicture.of(Frame.gray(Plane.takeBytes(90, 70, samples))).whole(40);
        assertThat(shown.getWidth()).isEqualTo(40);
        double sum = 0;
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                sum += shown.getRGB(x, y) & 0xFF;
            }
        }
        assertThat(sum / (shown.getWidth() * shown.getHeight())).isBetween(99.0, 101.0);
    }

    @Test
    void partBeyondTheBorderIsGray() {
        BufferedImage part =
                FramePicture.of(Frame.gray(Plane.takeBytes(4, 4, new byte[16]))).part(new Region(-2, -2, 4, 4), 4);
        assertThat(part.getRGB(0, 0)).isEqualTo(0xFFB0B0B0);
        assertThat(part.getRGB(3, 3)).isEqualTo(0xFF000000);
    }

    @Test
    void everyPrintableCharacterHasItsStrokesAndOthersABox() {
        Lettering lettering = Lettering.load();
        for (char c = '!'; c <= '~'; c++) {
            assertThat(lettering.strokes("" + c, 0, 21, 21).getBounds2D().getHeight() + lettering.width("" + c, 21))
                    .as("%s", c)
                    .isGreaterThan(3);
            assertThat(lettering.strokes("" + c, 0, 21, 21).getBounds2D())
                    .isNotEqualTo(lettering.strokes("\u4e2d", 0, 21, 21).getBounds2D());
        }
        assertThat(lettering.width("\u4e2d", 21)).isEqualTo(18);
    }

    private static Item square(int id, double corner, String term) {
        double[] x = {corner + 0.5, corner + 40.5, corner + 40.5, corner + 0.5};
        double[] y = {corner + 0.5, corner + 0.5, corner + 40.5, corner + 40.5};
        return Item.of(
                id,
                new Point(corner + 20, corner + 20),
                Outline.of(x, y),
                new Region((int) corner, (int) corner, 40, 40),
                List.of(),
                List.of(new Label("vitality", term)));
    }

    private static Report black(int width, int height, Item... items) {
        FieldOfView field = FieldOfView.still(
                width, height, Arrays.asList(items), List.of(), new Quality(null, 0, true, List.of()), List.of(), null);
        @Nullable Calibration unknown = null;
        return new Report(
                null,
                SampleReport.ANALYZER,
                "built-in",
                SampleReport.of(1).settings(),
                List.of(new FieldFacts(
                        new InputFacts(null, null, null, "image/png", 0, width, height, 1), unknown, null)),
                Findings.of("fertivision.sperm-vitality", List.of(field), new Summary(List.of())),
                List.of(),
                List.of(),
                "test",
                new StillPictures(f -> Frame.gray(Plane.takeBytes(width, height, new byte[width * height]))));
    }

    /** How high the strip below is: from the last black row down. */
    private static int key(BufferedImage overlay) {
        for (int y = overlay.getHeight() - 1; y >= 0; y--) {
            if ((overlay.getRGB(overlay.getWidth() - 1, y) & 0xFFFFFF) == 0) {
                return overlay.getHeight() - 1 - y;
            }
        }
        throw new AssertionError("no black row");
    }

    private static List<Integer> colors(BufferedImage picture, int x, int y, int width, int height) {
        return Arrays.stream(picture.getRGB(x, y, width, height, null, 0, width))
                .map(color -> color & 0xFFFFFF)
                .distinct()
                .boxed()
                .toList();
    }

    /** Edges are smoothed, so colors are a little darker than the pen's. */
    private static boolean isNear(int color, int pen) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance = Math.max(distance, Math.abs((color >> shift & 0xFF) - (pen >> shift & 0xFF)));
        }
        return distance < 75;
    }
}
