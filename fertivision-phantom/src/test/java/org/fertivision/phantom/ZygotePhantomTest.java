package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZygotePhantomTest {
    private static Phantom<Drawn> small() {
        return Phantoms.of("zygote").with("umPerPixel", 1).with("width", 220).with("height", 220);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relief", "brightField"})
    void oneSeedDrawsTheSameTwiceAndNoiseLeavesThePronucleiWhereTheyAre(String contrast) {
        Phantom<Drawn> phantom = small().with("contrast", contrast).with("debris", 4);

        assertThat(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isEqualTo(Pixels.sha256(phantom.seed(7).draw().frame()))
                .isNotEqualTo(Pixels.sha256(phantom.seed(8).draw().frame()));
        assertThat(phantom.with("noiseLevels", 12).draw().truth().objects())
                .isEqualTo(phantom.draw().truth().objects());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theTruthListsEveryPronucleusInsideTheOoplasm(int count) {
        for (long seed = 1; seed <= 5; seed++) {
            Truth truth = small().seed(seed).with("pronuclei", count).draw().truth();

            TrueObject cell =
                    truth.objects(o -> o.objectClass() == ObjectClass.OOPLASM).get(0);
            List<TrueObject> pronuclei = truth.objects(o -> o.objectClass() == ObjectClass.PRONUCLEUS);
            assertThat(truth.value("pronuclei")).isEqualTo(count);
            assertThat(pronuclei)
                    .hasSize(count)
                    .allSatisfy(p -> assertThat(p.centerPx().distanceTo(cell.centerPx())
                                    + p.shape().lengthUm() / 2)
                            .isLessThan(cell.shape().widthUm() / 2));
            assertThat(truth.objects(o -> o.objectClass() == ObjectClass.NUCLEOLUS))
                    .hasSize(5 * count);
        }
    }

    @Test
    void pronucleiLieApartAsFarAsTheyAreTold() {
        Truth truth = small().with("pronucleiGapUm", 7)
                .with("pronucleusUm", 22)
                .with("pronucleiDifferUm", 3)
                .draw()
                .truth();

        List<TrueObject> two = truth.objects(o -> o.objectClass() == ObjectClass.PRONUCLEUS);
        assertThat(two.get(0).centerPx().distanceTo(two.get(1).centerPx())).isCloseTo(29, within(1e-6));
        assertThat(two.get(1).shape().lengthUm() - two.get(0).shape().lengthUm())
                .isCloseTo(3, within(1e-9));
        assertThat(truth.value("pronucleusDiameter")).isEqualTo(22);
        assertThat(truth.value("polarBodies")).isEqualTo(2);
    }

    @Test
    void aPronucleusIsSeenAndWithoutContrastItIsNot() {
        Phantom<Drawn> quiet =
                small().with("noiseLevels", 0).with("gradient", 0).with("grains", 0);
        Plane without = quiet.with("pronuclei", 0).draw().frame().gray();
        Plane faint = quiet.with("pronucleusContrast", 0).draw().frame().gray();
        Drawn drawn = quiet.draw();
        Plane seen = drawn.frame().gray();
        TrueObject one = drawn.truth()
                .objects(o -> o.objectClass() == ObjectClass.PRONUCLEUS)
                .get(0);

        int differs = 0;
        for (int y = 0; y < 220; y++) {
            for (int x = 0; x < 220; x++) {
                differs += Math.abs(seen.at(x, y) - without.at(x, y)) > 3 ? 1 : 0;
                assertThat(faint.at(x, y)).isEqualTo(without.at(x, y));
            }
        }
        assertThat(differs).isGreaterThan((int) (one.shape().areaUm2() / 4));
    }

    @Test
    void pronucleiThatDoNotFitAreRefused() {
        Phantom<Drawn> tooLarge =
                small().with("ooplasmUm", 60).with("pronucleusUm", 36).with("pronucleiGapUm", 30);

        assertThatThrownBy(tooLarge::draw)
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("do not fit");
    }
}
