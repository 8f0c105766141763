package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StainedSmearPhantomTest {
    private static final int GREEN = 1;
    private static final double PALE = 0.15 * 205;
    private static final double THICK = 32;
    private static final double BLUISH = 55;
    private static final double MIDPIECE_UM2 = 0.8 * 4.5;

    /** The light that a thread takes, over what a square micrometer of it takes, is its area; and that its length. */
    @ParameterizedTest
    @ValueSource(doubles = {12, 20, 28})
    void theTruthTellsTheTailThatIsDrawn(double tailUm) {
        Phantom<Drawn> one = oneSperm().with("tailUm", tailUm);
        Drawn tailed = one.draw();
        Drawn bare = one.with("tail", false).draw();

        double perPixel = tailed.calibration().pixelAreaUm2();
        double taken = (light(bare) - light(tailed)) * perPixel;
        double tailUm2 = (taken - (PALE + THICK) * MIDPIECE_UM2) / PALE;
        double lengthUm = 4.5 + tailUm2 / 0.6;

        assertThat(sperm(tailed).tailUm()).isEqualTo(tailUm).isCloseTo(lengthUm, withinPercentage(2));
        assertThat(sperm(bare).tailUm()).isZero();
    }

    /** Beside head and midpiece nothing but its own light is taken: over what a square micrometer takes, it is its area. */
    @ParameterizedTest
    @CsvSource({"20, 0, 1", "40, 45, 1.4", "80, -60, 0.6"})
    void theTruthTellsTheCytoplasmThatIsDrawn(double percent, double neckDeg, double midpieceUm) {
        Phantom<Drawn> one = oneSperm().with("neckDeg", neckDeg).with("midpieceUm", midpieceUm);
        Drawn left = one.with("cytoplasm", percent).draw();
        Drawn bare = one.draw();

        double um2 = (light(bare) - light(left)) * left.calibration().pixelAreaUm2() / BLUISH;

        assertThat(left.truth().value("cytoplasmicResidue")).isEqualTo(percent);
        assertThat(bare.truth().value("cytoplasmicResidue")).isZero();
        assertThat(um2 / sperm(left).shape().areaUm2()).isCloseTo(percent / 100, withinPercentage(2));
    }

    /** A smear with many sperm, some of them cut or touching, tells of each the tail that its summary tells. */
    @Test
    void everySpermOfASmearHasItsTail() {
        Truth truth =
                Phantoms.of("stained-smear").seed(4).with("touching", 30).draw().truth();

        double beyondMidpiece = truth.value("tailLength");
        assertThat(truth.objects(object -> object.objectClass().isSperm()))
                .hasSizeGreaterThan(10)
                .allSatisfy(sperm -> assertThat(sperm.tailUm()).isEqualTo(beyondMidpiece + 4.5));
        assertThat(truth.objects(object -> !object.objectClass().isSperm()))
                .isNotEmpty()
                .allSatisfy(crumb -> assertThat(crumb.tailUm()).isZero());
    }

    private static Phantom<Drawn> oneSperm() {
        return Phantoms.of("stained-smear")
                .seed(2)
                .with("cells", 1)
                .with("borderCells", 0)
                .with("debris", 0)
                .with("snr", 1000);
    }

    private static TrueObject sperm(Drawn drawn) {
        return drawn.truth().objects(TrueObject::isWholeSperm).get(0);
    }

    private static double light(Drawn drawn) {
        double sum = 0;
        int[] row = new int[drawn.frame().width()];
        for (int y = 0; y < drawn.frame().height(); y++) {
            drawn.frame().planes().get(GREEN).row(y, row);
            for (int level : row) {
                sum += level;
            }
        }
        return sum;
    }
}
