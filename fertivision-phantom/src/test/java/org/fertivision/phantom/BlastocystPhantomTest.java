package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlastocystPhantomTest {
    private static Phantom<Drawn> small() {
        return Phantoms.of("blastocyst")
                .with("umPerPixel", 1)
                .with("width", 260)
                .with("height", 260);
    }

    @Test
    void oneSeedDrawsTheSameTwiceAndNoiseLeavesTheBlastocystWhereItIs() {
        Phantom<Drawn> phantom = small().with("debris", 4);

        assertThat(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isEqualTo(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isNotEqualTo(Pixels.sha256(phantom.seed(8).draw().frame()));
        assertThat(phantom.with("noiseLevels", 12).draw().truth().objects())
                .isEqualTo(phantom.draw().truth().objects());
    }

    @Test
    void theZonaKeepsItsVolumeAndTheCavityItsShare() {
        Truth truth =
                small().with("diameterUm", 170).with("cavity", 51.2).draw().truth();

        double outer = 85 + truth.value("zonaThickness");
        assertThat(outer * outer * outer - 85 * 85 * 85).isCloseTo(77.5 * 77.5 * 77.5 - 60 * 60 * 60, within(1e-6));
        assertThat(truth.value("blastocoelFraction")).isCloseTo(64, within(1e-9));
        assertThat(truth.value("blastocystArea")).isCloseTo(Math.PI * 85 * 85, within(1e-6));
    }

    @Test
    void everythingWithinLiesInsideTheOutline() {
        Truth truth = small().with("wallCells", 60).with("aspect", 1).draw().truth();
        TrueObject outline =
                truth.objects(o -> o.objectClass() == ObjectClass.BLASTOCYST).get(0);

        for (TrueObject cell : truth.objects(o -> o.objectClass() == ObjectClass.TROPHECTODERM_CELL)) {
            double reach = cell.centerPx().distanceTo(outline.centerPx())
                    + cell.shape().widthUm() / 2;
            assertThat(reach).isLessThanOrEqualTo(outline.shape().lengthUm() / 2);
        }
    }

    @Test
    void aFieldMayBeEmptyOrHoldTwo() {
        assertThat(small().with("blastocysts", 0).draw().truth().objects()).isEmpty();
        assertThat(small().with("blastocysts", 2)
                        .with("width", 520)
                        .draw()
                        .truth()
                        .objects(o -> o.objectClass() == ObjectClass.BLASTOCYST))
                .hasSize(2);
    }
}
