package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Patch;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Score;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final Calibration QUARTER = Calibration.umPerPixel(0.25);

    private final Judge plain = Judge.of("acme.plain", found -> Score.scored("acme", "fine"));
    private final Judge learned =
            new Judge(Judge.described("acme.learned").wantsPatches().build(), found -> Score.scored("acme", "fine"));

    @Test
    void areCutOnlyWhereAScorerWantsThem() {
        Eye eye = new Eye();
        Source field = Source.frames(() -> Frames.of(Eye.field(4, 2)));
        try (FertiVision fv = FertiVision.create(
                EngineConfig.builder().plugin(eye).plugin(plain).plugin(learned).build())) {
            fv.analyze(Request.of("acme.eye").field(field).score("acme.plain").build())
                    .orElseThrow();
            assertThat(items(plain))
                    .hasSize(4)
                    .allSatisfy(i -> assertThat(i.picture()).isEmpty());

            fv.analyze(Request.of("acme.eye")
                            .field(field)
                            .score("acme.learned")
                            .score("acme.plain")
                            .calibration(QUARTER)
                            .build())
                    .orElseThrow();
            assertThat(items(learned))
                    .hasSize(4)
                    .allSatisfy(i -> assertThat(i.picture()).isPresent());
            assertThat(items(learned).get(0).picture().map(Patch::calibration)).contains(QUARTER);
        }
    }

    @Test
    void showTheObjectWithItsMarginAtItsPlace() {
        Frame frame = ramp(100, 80);
        Patch patch = cut(frame, new Region(20, 30, 20, 10));

        assertThat(patch.corner()).isEqualTo(new Point(17, 27));
        assertThat(patch.planes().get(0).width()).isEqualTo(26);
        assertThat(patch.planes().get(0).height()).isEqualTo(16);
        assertThat(patch.shrink()).isEqualTo(1);
        assertThat(patch.planes().get(0).at(3, 3)).isEqualTo(frame.gray().at(20, 30));
    }

    @Test
    void endAtTheBorderOfTheImage() {
        Patch patch = cut(ramp(100, 80), new Region(0, 70, 10, 10));

        assertThat(patch.corner()).isEqualTo(new Point(0, 68));
        assertThat(patch.planes().get(0).width()).isEqualTo(12);
        assertThat(patch.planes().get(0).height()).isEqualTo(12);
    }

    @Test
    void haveAtMost512PixelsASideForOneObjectAnd128ForMany() {
        Frame frame = ramp(1_200, 1_100);
        Region large = new Region(10, 10, 1_000, 500);

        Patch one = cut(frame, large);
        assertThat(one.planes().get(0).width()).isBetween(256, 512);
        assertThat(one.shrink()).isEqualTo(3);

        FieldOfView many = PatchCutter.pictured(field(frame, List.of(large, new Region(0, 0, 5, 5))), frame, QUARTER);
        Patch small = many.items().get(0).picture().orElseThrow();
        assertThat(small.planes().get(0).width()).isBetween(64, 128);
        assertThat(small.calibration()).isEqualTo(Calibration.umPerPixel(0.25 * small.shrink()));
    }

    @Test
    void ofSixteenBitsAreShownInEight() {
        short[] samples = new short[16];
        java.util.Arrays.fill(samples, (short) 0xAB12);
        Frame frame = Frame.gray(Plane.takeShorts(4, 4, samples));

        assertThat(cut(frame, new Region(1, 1, 2, 2)).planes().get(0).at(0, 0)).isEqualTo(0xAB);
    }

    @Test
    void ofColorHaveThreeChannels() {
        Plane plane = ramp(20, 20).gray();

        assertThat(cut(Frame.color(plane, plane, plane), new Region(5, 5, 4, 4)).planes())
                .hasSize(3);
    }

    @Test
    void takeAtMostEightMebibytesAFieldAndSayWhatWasLeftOut() {
        Frame frame = ramp(1_024, 1_024);
        List<Region> boxes = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            boxes.add(new Region(8 * (i % 100), 100 + i % 7, 98, 98));
        }
        FieldOfView field = PatchCutter.pictured(field(frame, boxes), frame, null);
        long bytes = field.items().stream()
                .flatMap(i -> i.picture().stream())
                .mapToLong(Patch::bytes)
                .sum();
        long without = field.items().stream().filter(i -> i.picture().isEmpty()).count();

        assertThat(bytes).isBetween((8L << 20) - 128 * 128, 8L << 20);
        assertThat(without).isPositive();
        assertThat(field.notices())
                .singleElement()
                .extracting(Notice::detail)
                .asString()
                .startsWith(without + " items have no picture");
    }

    private static Patch cut(Frame frame, Region box) {
        return PatchCutter.pictured(field(frame, List.of(box)), frame, null)
                .items()
                .get(0)
                .picture()
                .orElseThrow();
    }

    private static FieldOfView field(Frame frame, List<Region> boxes) {
        List<Item> items = new ArrayList<>();
        for (Region box : boxes) {
            items.add(Item.of(items.size(), new Point(box.x(), box.y()), Outline.none(), box, List.of(), List.of()));
        }
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                items,
                List.of(),
                new Quality(null, 1, true, List.of()),
                List.of(),
                null);
    }

    private static Frame ramp(int width, int height) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % width * 7 + i / width * 3);
        }
        return Frame.gray(Plane.takeBytes(width, height, samples));
    }

    private static List<Item> items(Judge judge) {
        return judge.shown.get().fields().get(0).items();
    }
}
