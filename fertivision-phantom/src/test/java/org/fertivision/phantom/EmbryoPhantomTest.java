package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmbryoPhantomTest {
    private static Phantom<Drawn> small() {
        return Phantoms.of("embryo").with("umPerPixel", 1).with("width", 220).with("height", 220);
    }

    @Test
    void oneSeedDrawsTheSameTwice() {
        Phantom<Drawn> phantom = small().with("debris", 4).with("fragments", 10);

        assertThat(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isEqualTo(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isNotEqualTo(Pixels.sha256(phantom.seed(8).draw().frame()));
    }

    @Test
    void threeCellsAreOneLargeAndTwoSmallOnes() {
        Truth truth = small().with("cells", 3).draw().truth();
        List<TrueObject> cells = truth.objects(o -> o.objectClass() == ObjectClass.BLASTOMERE);

        assertThat(cells).hasSize(3);
        assertThat(truth.value("blastomereEvenness")).isCloseTo(Math.cbrt(0.5), within(1e-9));
        assertThat(truth.value("fragmentation")).isZero();
    }

    @Test
    void fragmentsTakeTheShareThatWasSet() {
        Truth truth = small().with("fragments", 15).draw().truth();

        assertThat(truth.value("fragmentation")).isCloseTo(15, within(1.0));
        assertThat(truth.objects(o -> o.objectClass() == ObjectClass.FRAGMENT)).hasSizeGreaterThan(3);
    }

    @Test
    void cellsLieWithinTheZona() {
        Truth truth = small().with("cells", 8).with("aspect", 1).draw().truth();
        TrueObject inner =
                truth.objects(o -> o.objectClass() == ObjectClass.ZONA_INNER).get(0);

        for (TrueObject cell : truth.objects(o -> o.objectClass() == ObjectClass.BLASTOMERE)) {
            double reach =
                    cell.centerPx().distanceTo(inner.centerPx()) + cell.shape().lengthUm() / 2;
            assertThat(reach).isLessThanOrEqualTo(inner.shape().lengthUm() / 2);
        }
    }
}
