package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UterusPhantomTest {
    @Test
    void thePointsThatAPersonWouldTellLieAsFarApartAsTheTruthSays() {
        Truth truth = uterus().with("thicknessMm", 9).draw().truth();
        String[] points = truth.told().get("calipers").split("[ ,]");

        double dx = Double.parseDouble(points[0]) - Double.parseDouble(points[2]);
        double dy = Double.parseDouble(points[1]) - Double.parseDouble(points[3]);

        assertThat(Math.sqrt(dx * dx + dy * dy) * 0.4).isBetween(8.999, 9.001);
        assertThat(truth.value("endometrialThickness")).isEqualTo(9);
        assertThat(truth.value("endometrialArea")).isEqualTo(360);
        assertThat(uterus().with("fluidMm", 2)
                        .draw()
                        .truth()
                        .told()
                        .get("calipers")
                        .split(" "))
                .hasSize(4);
    }

    @Test
    void oneSeedDrawsTheSameTwiceAndAnotherSeedDoesNot() {
        assertThat(Pixels.sha256(uterus().seed(5).draw().frame()))
                .isEqualTo(Pixels.sha256(uterus().seed(5).draw().frame()))
                .isNotEqualTo(Pixels.sha256(uterus().seed(6).draw().frame()));
        assertThat(Pixels.sha256(uterus().with("pattern", "threeLine").draw().frame()))
                .isNotEqualTo(Pixels.sha256(uterus().draw().frame()));
    }

    @Test
    void vesselsCoverTheShareThatIsAskedFor() {
        for (int share : new int[] {0, 5, 15}) {
            Drawn drawn = Phantoms.of("hysteroscopy")
                    .with("size", 256)
                    .with("vessels", share)
                    .draw();

            assertThat(drawn.truth().value("vesselDensity")).isBetween(share - 0.05, share + 0.05);
        }
        assertThat(Phantoms.of("hysteroscopy").with("size", 128).draw().truth().value("redness"))
                .isBetween(0.48, 0.49);
    }

    private static Phantom<Drawn> uterus() {
        return Phantoms.of("endometrium").with("mmPerPixel", 0.4).with("depthMm", 44);
    }
}
