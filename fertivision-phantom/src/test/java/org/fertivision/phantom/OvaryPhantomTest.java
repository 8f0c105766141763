package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;

class OvaryPhantomTest {
    @Test
    void oneSeedDrawsTheSameTwiceAndAnotherSeedDoesNot() {
        Drawn first = small().seed(7).draw();

        assertThat(Pixels.sha256(small().seed(7).draw().frame())).isEqualTo(Pixels.sha256(first.frame()));
        assertThat(small().seed(7).draw().truth()).isEqualTo(first.truth());
        assertThat(small().seed(8).draw().truth().objects())
                .isNotEqualTo(first.truth().objects());
        assertThat(Pixels.sha256(first.frame()))
                .isNotEqualTo(Pixels.sha256(
                        small().with("noiseDb", -30).seed(7).draw().frame()));
    }

    @Test
    void folliclesAreDarkAndTissueIsBright() {
        Drawn drawn = small().draw();
        Plane gray = drawn.frame().gray();

        List<TrueObject> follicles = drawn.truth().objects(o -> o.objectClass() == ObjectClass.FOLLICLE);

        assertThat(follicles).hasSize(3).allSatisfy(follicle -> {
            assertThat(gray.at((int) follicle.centerPx().x(), (int)
                            follicle.centerPx().y()))
                    .isLessThan(110);
            assertThat(follicle.cutByBorder()).isFalse();
        });
        assertThat(Pixels.mean(gray)).isBetween(60.0, 180.0);
        assertThat(gray.at(1, gray.height() - 2)).isZero();
    }

    @Test
    void theTruthSaysHowManyHowLargeAndWhatAPersonWouldTell() {
        Truth truth = small().draw().truth();

        assertThat(truth.value("follicles")).isEqualTo(3);
        assertThat(truth.value("antralFollicles")).isEqualTo(3);
        assertThat(truth.value("largestFollicle")).isBetween(4.0, 9.0);
        assertThat(truth.value("ovaryArea")).isBetween(1413.0, 1414.0);
        assertThat(truth.told().get("ovary").split(" ")).hasSize(48);
        assertThat(truth.toJson()).contains("\"told\":{\"ovary\":\"");
    }

    @Test
    void whatIsEasilyTakenForAFollicleIsDrawnBesideThem() {
        Drawn drawn = Phantoms.of("follicle")
                .with("mmPerPixel", 0.4)
                .with("follicles", 1)
                .with("pairs", 1)
                .with("tubes", 1)
                .with("shadows", 1)
                .with("debrisCysts", 1)
                .with("crosses", 2)
                .with("letters", true)
                .with("scatterers", 4)
                .draw();

        assertThat(drawn.truth().counts())
                .containsEntry(ObjectClass.FOLLICLE, 3)
                .containsEntry(ObjectClass.TUBE, 1)
                .containsEntry(ObjectClass.REFLECTOR, 1)
                .containsEntry(ObjectClass.DEBRIS_CYST, 1);
        assertThat(drawn.truth().objects(o -> !o.touches().isEmpty())).hasSize(2);
        assertThat(drawn.frame().isColor()).isTrue();
        assertThat(small().draw().frame().isColor()).isFalse();
        assertThat(small().with("flow", true).draw().frame().isColor()).isTrue();
    }

    @Test
    void aBladderLiesBeforeTheOvary() {
        Drawn drawn = Phantoms.of("follicle")
                .with("preset", "abdominal")
                .with("mmPerPixel", 0.5)
                .with("bladder", true)
                .draw();

        TrueObject bladder = drawn.truth()
                .objects(o -> o.objectClass() == ObjectClass.BLADDER)
                .get(0);
        TrueObject ovary =
                drawn.truth().objects(o -> o.objectClass() == ObjectClass.OVARY).get(0);
        assertThat(bladder.centerPx().y()).isLessThan(ovary.centerPx().y());
    }

    @Test
    void croppingCutsTheSectorAndRefusesWhatFindsNoRoom() {
        assertThat(small().with("crop", 20).draw().frame().width())
                .isLessThan(small().draw().frame().width());
        assertThatThrownBy(() ->
                        small().with("follicles", 60).with("smallestMm", 9).draw())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("room");
    }

    private static Phantom<Drawn> small() {
        return Phantoms.of("follicle")
                .with("mmPerPixel", 0.4)
                .with("depthMm", 50)
                .with("smallestMm", 4)
                .with("largestMm", 9)
                .with("follicles", 3);
    }
}
