package org.fertivision.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class ItemPartTest {
    private static final Point A = new Point(1.004, 2);
    private static final Point B = new Point(3, 2);
    private static final Point C = new Point(2, 5);

    @Test
    void keepsPlacesToAHundredth() {
        assertThat(new ItemPart("acrosome", List.of(A, B, C), true).places()).containsExactly(new Point(1, 2), B, C);
    }

    @Test
    void refusesABorderWithoutInsideAWayOfOnePlaceAndANameOfSeveralWords() {
        assertThat(new ItemPart("tail", List.of(A, B), false).closed()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemPart("acrosome", List.of(A, B), true));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemPart("tail", List.of(A), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemPart("the tail", List.of(A, B), false));
    }

    @Test
    void stayWithTheirObjectWhateverIsSaidOfIt() {
        List<ItemPart> parts = List.of(new ItemPart("tail", List.of(A, B), false));
        Item item = Item.of(0, A, Outline.none(), new Region(0, 0, 5, 5), List.of(), List.of());

        assertThat(item.parts()).isEmpty();
        assertThat(item.parted(parts)
                        .excluded(new Exclusion("touches-border"))
                        .included()
                        .read(List.of())
                        .labelled(List.of())
                        .moving(new Path(new int[] {0}, new double[] {1}, new double[] {1}))
                        .parts())
                .isEqualTo(parts);
    }
}
