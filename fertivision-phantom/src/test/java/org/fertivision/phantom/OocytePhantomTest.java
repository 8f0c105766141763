package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OocytePhantomTest {
    private static Phantom<Drawn> small() {
        return Phantoms.of("oocyte").with("umPerPixel", 1).with("width", 220).with("height", 220);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relief", "brightField"})
    void oneSeedDrawsTheSameTwiceAndNoiseLeavesTheOocyteWhereItIs(String contrast) {
        Phantom<Drawn> phantom = small().with("contrast", contrast).with("debris", 4);

        assertThat(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isEqualTo(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isNotEqualTo(Pixels.sha256(phantom.seed(8).draw().frame()));
        assertThat(phantom.with("noiseLevels", 12).draw().truth().objects())
                .isEqualTo(phantom.draw().truth().objects());
    }

    @Test
    void theTruthIsThatOfTheGeometry() {
        Truth truth = small().with("ooplasmUm", 110)
                .with("pvsUm", 6)
                .with("zonaUm", 16)
                .with("germinalVesicle", true)
                .draw()
                .truth();

        assertThat(truth.value("zonaOuterDiameter")).isEqualTo(154);
        assertThat(truth.value("zonaInnerDiameter")).isEqualTo(122);
        assertThat(truth.value("perivitellineArea")).isCloseTo(Math.PI * (61 * 61 - 55 * 55), within(1e-6));
        TrueObject ooplasm =
                truth.objects(o -> o.objectClass() == ObjectClass.OOPLASM).get(0);
        assertThat(ooplasm.shape().areaUm2()).isCloseTo(Math.PI * 55 * 55, within(1e-6));
        assertThat(truth.objects(o -> o.objectClass() == ObjectClass.POLAR_BODY))
                .hasSize(1);
        assertThat(truth.objects(o -> o.objectClass() == ObjectClass.GERMINAL_VESICLE))
                .hasSize(1);
    }

    @Test
    void obliqueLightIsBrightOnOneSideAndDarkOnTheOtherAndTurnsWithTheLight() {
        Phantom<Drawn> quiet = small().with("noiseLevels", 0)
                .with("gradient", 0)
                .with("grains", 0)
                .with("polarBodies", 0);
        Plane fromRight = quiet.with("lightDeg", 0).draw().frame().gray();
        Plane fromLeft = quiet.with("lightDeg", 180).draw().frame().gray();

        long sum = 0;
        for (int x = 0; x < 110; x++) {
            sum += fromRight.at(x, 110) - fromLeft.at(x, 110);
        }
        assertThat(sum).isGreaterThan(500);
        assertThat(fromRight.at(2, 2)).isEqualTo(100);
    }

    @Test
    void aFieldMayBeEmptyOrHoldTwo() {
        assertThat(small().with("oocytes", 0).draw().truth().objects()).isEmpty();
        assertThat(small().with("oocytes", 2)
                        .with("width", 440)
                        .draw()
                        .truth()
                        .objects(o -> o.objectClass() == ObjectClass.OOPLASM))
                .hasSize(2);
    }
}
