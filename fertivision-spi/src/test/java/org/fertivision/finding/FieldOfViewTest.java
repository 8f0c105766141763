package org.fertivision.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldOfViewTest {
    private static final Measure AREA = new Measure("area", Unit.SQUARE_MICROMETER, "Area", "Pixels x area.", "test");
    private static final Measure NOISE = new Measure("noise", Unit.GRAY, "Noise", "Scatter.", "test");
    private static final Quality GOOD = new Quality(2.0, 0.5, true, List.of());
    private static final Exclusion BORDER = new Exclusion("touches-border");

    @Test
    void countsOnlyWhatIsNotExcluded() {
        FieldOfView field = field(List.of(item(0), item(1).excluded(BORDER), item(2)));

        assertThat(field.counted().map(Item::id)).containsExactly(0, 2);
        assertThat(field.items()).hasSize(3);
    }

    @Test
    void refusesTwoItemsOfOneNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field(List.of(item(4), item(4))))
                .withMessageContaining("number 4");
    }

    @ParameterizedTest
    @CsvSource({"-1,0,2,2", "0,-1,2,2", "8,0,3,2", "0,6,2,3"})
    void refusesAnItemThatCoversPixelsOutsideTheImage(int x, int y, int width, int height) {
        Item outside =
                Item.of(7, new Point(1, 1), Outline.none(), new Region(x, y, width, height), List.of(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> field(List.of(outside)))
                .withMessageContaining("item 7")
                .withMessageContaining("outside 10 x 8");
    }

    @Test
    void takesAnItemThatCoversTheWholeImage() {
        Item whole = Item.of(0, new Point(5, 4), Outline.none(), new Region(0, 0, 10, 8), List.of(), List.of());

        assertThat(field(List.of(whole)).items()).containsExactly(whole);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnAreaVolumeOrDurationThatIsNotPositive(double amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> sized(amount, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> sized(null, amount, null));
        assertThatIllegalArgumentException().isThrownBy(() -> sized(null, null, amount));
    }

    @Test
    void refusesAFieldWithoutAPixel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldOfView.still(0, 1, List.of(), List.of(), GOOD, List.of(), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldOfView.still(1, 0, List.of(), List.of(), GOOD, List.of(), null));
    }

    @Test
    void answersForReadingsOfTheWholeField() {
        FieldOfView field =
                FieldOfView.still(10, 8, List.of(), List.of(Reading.measured(NOISE, 3, "mad")), GOOD, List.of(), null);

        assertThat(field.reading(NOISE).figure()).contains(3.0);
        assertThat(field.reading(AREA)).isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void otherNoticesOrItemsLeaveTheRestAlone() {
        FieldOfView field = sized(0.1, 2.0, 3.0);
        Notice notice = new Notice("trailing-bytes", "3 bytes after the image.");

        assertThat(field.noticed(List.of(notice)).notices()).containsExactly(notice);
        assertThat(field.noticed(List.of(notice)).noticed(List.of())).isEqualTo(field);
        assertThat(field.holding(List.of(item(1))).items()).containsExactly(item(1));
        assertThat(field.holding(List.of(item(1))).holding(field.items())).isEqualTo(field);
    }

    @Test
    void anItemIsWholeWhetherItCountsOrNot() {
        Item item = new Item(
                3,
                new Point(1, 1),
                Outline.none(),
                new Region(0, 0, 2, 2),
                List.of(Reading.measured(AREA, 2, "pixels")),
                List.of(new Label("vitality", "live"), new Label("who6", "immotile")),
                null,
                null,
                null);
        Item out = item.excluded(BORDER);

        assertThat(item.counts()).isTrue();
        assertThat(item.whyExcluded()).isEmpty();
        assertThat(out.counts()).isFalse();
        assertThat(out.whyExcluded()).contains(BORDER);
        assertThat(out.readings()).isEqualTo(item.readings());
        assertThat(out.term("vitality")).contains("live");
        assertThat(out.term("strict")).isEmpty();
        assertThat(out.reading(NOISE)).isInstanceOf(Reading.NotMeasured.class);
        assertThat(out.reading(AREA).figure()).contains(2.0);
    }

    @Test
    void anItemKeepsItsPathAndPicture() {
        Path path = new Path(new int[] {0, 2}, new double[] {1, 2}, new double[] {3, 4});
        Patch patch = new Patch(List.of(Plane.takeBytes(1, 1, new byte[1])), new Point(0, 0), 1, null);
        Item item = item(0).moving(path).pictured(patch).excluded(BORDER);

        assertThat(item.course()).contains(path);
        assertThat(item.picture()).contains(patch);
        assertThat(item(0).course()).isEmpty();
        assertThat(item(0).picture()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> item(-1));
    }

    @Test
    void aPatchIsEightBitsDeepOfOneSizeAndNeverEnlarged() {
        Plane small = Plane.takeBytes(2, 1, new byte[2]);
        Plane tall = Plane.takeBytes(1, 2, new byte[2]);
        Plane deep = Plane.takeShorts(2, 1, new short[2]);
        Point corner = new Point(0, 0);

        assertThat(new Patch(List.of(small, small, small), corner, 1, null).bytes())
                .isEqualTo(6);
        assertThatIllegalArgumentException().isThrownBy(() -> new Patch(List.of(small, small), corner, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patch(List.of(deep), corner, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patch(List.of(small, tall, small), corner, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patch(List.of(small), corner, 0.99, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patch(List.of(small), corner, Double.NaN, null));
    }

    @Test
    void qualitySaysWhyAFieldCannotBeMeasured() {
        assertThat(GOOD.edgeWidthPx()).contains(2.0);
        assertThat(new Quality(null, 0, false, List.of("no focus")).edgeWidthPx())
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Quality(null, 0, false, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quality(null, 1.01, true, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quality(null, -0.01, true, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quality(-0.01, 1, true, List.of()));
    }

    private static FieldOfView field(List<Item> items) {
        return FieldOfView.still(10, 8, items, List.of(), GOOD, List.of(), null);
    }

    private static FieldOfView sized(
            @org.jspecify.annotations.Nullable Double areaMm2,
            @org.jspecify.annotations.Nullable Double volumeNl,
            @org.jspecify.annotations.Nullable Double durationS) {
        return new FieldOfView(10, 8, List.of(), List.of(), GOOD, List.of(), List.of(), areaMm2, volumeNl, durationS);
    }

    private static Item item(int id) {
        return Item.of(id, new Point(1, 1), Outline.none(), new Region(0, 0, 2, 2), List.of(), List.of());
    }
}
