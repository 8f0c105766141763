package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Timing;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;

class FocalStackTest {
    private static final Phantom<Drawn> OOCYTE = DrawnOocyte.of(7401, "relief", 0.8, 3);

    /** Planes of one size, half a micrometer a pixel. */
    private static Frames stack(List<Frame> planes) {
        Iterator<Frame> left = planes.iterator();
        return new Frames() {
            @Override
            public int width() {
                return planes.get(0).width();
            }

            @Override
            public int height() {
                return planes.get(0).height();
            }

            @Override
            public int count() {
                return planes.size();
            }

            @Override
            public Optional<Frame> next() {
                return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
            }

            @Override
            public Optional<Calibration> calibration() {
                return Optional.of(Calibration.umPerPixel(0.5));
            }

            @Override
            public Optional<Timing> timing() {
                return Optional.empty();
            }
        };
    }

    private static Frame plane(double blurUm) {
        return OOCYTE.with("blurUm", blurUm).draw().frame();
    }

    @Test
    void theSharpPlaneIsMeasuredAndNamed() {
        FieldOfView field = DrawnOocyte.look(stack(List.of(plane(6), plane(2.2), plane(0.8), plane(6))));

        assertThat(field.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("focal-plane");
            assertThat(notice.detail())
                    .isEqualTo("Plane 2 of 4 (counted from 0) is measured: zona and cell stand out most there;"
                            + " planes that hold: 2.");
        });
        double known = OOCYTE.draw().truth().value("ooplasmDiameter");
        assertThat(DrawnOocyte.summary(field).reading(OOPLASM_DIAMETER).figure().orElseThrow())
                .isCloseTo(known, within(0.03 * known));
    }

    @Test
    void theZonaOfAnEmbryoIsMeasuredInItsSharpPlane() {
        Phantom<Drawn> embryo = DrawnEmbryo.of(7411, "relief", 0.8, 3);
        Frame blurred = embryo.with("blurUm", 6).draw().frame();

        FieldOfView field =
                DrawnEmbryo.look(stack(List.of(blurred, embryo.draw().frame(), blurred)));

        assertThat(field.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.detail()).startsWith("Plane 1 of 3"));
        double known = embryo.draw().truth().value("zonaOuterDiameter");
        assertThat(DrawnEmbryo.summary(field)
                        .reading(ZONA_OUTER_DIAMETER)
                        .figure()
                        .orElseThrow())
                .isCloseTo(known, within(0.03 * known));
    }

    @Test
    void aBlastocystIsMeasuredInItsSharpPlane() {
        Phantom<Drawn> blastocyst = DrawnBlastocyst.of(7421, "relief", 0.8, 3);
        Frame blurred = blastocyst.with("blurUm", 6).draw().frame();

        FieldOfView field = DrawnBlastocyst.look(
                stack(List.of(blurred, blurred, blastocyst.draw().frame())));

        assertThat(field.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.detail())
                        .isEqualTo("Plane 2 of 3 (counted from 0) is measured: the outline stands out most there;"
                                + " planes that hold: 1."));
        double known = blastocyst.draw().truth().value("blastocystDiameter");
        assertThat(DrawnBlastocyst.summary(field)
                        .reading(BLASTOCYST_DIAMETER)
                        .figure()
                        .orElseThrow())
                .isCloseTo(known, within(0.03 * known));
    }

    @Test
    void embryosOfTwoSizesAreRefused() {
        Phantom<Drawn> embryo = DrawnEmbryo.of(7411, "relief", 0.8, 3).with("innerUm", 124);
        Frame larger = embryo.with("innerUm", 140).draw().frame();

        FieldOfView field = DrawnEmbryo.look(stack(List.of(embryo.draw().frame(), larger)));

        assertThat(DrawnEmbryo.reason(DrawnEmbryo.summary(field), ZONA_OUTER_DIAMETER))
                .isEqualTo("ambiguous");
    }

    @Test
    void blastocystsOfTwoSizesAreRefused() {
        Phantom<Drawn> blastocyst = DrawnBlastocyst.of(7421, "relief", 0.8, 3).with("diameterUm", 150);
        Frame larger = blastocyst.with("diameterUm", 165).draw().frame();

        FieldOfView field = DrawnBlastocyst.look(stack(List.of(blastocyst.draw().frame(), larger)));

        assertThat(DrawnBlastocyst.reason(DrawnBlastocyst.summary(field), BLASTOCYST_DIAMETER))
                .isEqualTo("ambiguous");
    }

    @Test
    void aStackThatIsRefusedIsLookedAtOnly() {
        FieldOfView field = DrawnOocyte.look(stack(List.of(plane(6), plane(6))));

        assertThat(DrawnOocyte.reason(DrawnOocyte.summary(field), OOPLASM_DIAMETER))
                .isNotEmpty();
        assertThat(field.notices())
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.detail()).contains("is looked at: ").endsWith("planes that hold: 0."));
    }

    @Test
    void noPlaneOfAnEmptyStackIsNamed() {
        Frame blank = Frame.gray(Plane.takeBytes(300, 300, new byte[300 * 300]));

        FieldOfView field = DrawnEmbryo.look(stack(List.of(blank, blank, blank)));

        assertThat(field.notices()).isEmpty();
        assertThat(field.items()).isEmpty();
    }

    @Test
    void aStackOfOneIsTheStill() {
        Frame sharp = plane(0.8);

        FieldOfView still = DrawnOocyte.look(Frames.of(sharp).calibrated(Calibration.umPerPixel(0.5)));

        assertThat(DrawnOocyte.look(stack(List.of(sharp)))).isEqualTo(still);
        assertThat(still.notices()).isEmpty();
    }

    @Test
    void planesThatDisagreeAreRefused() {
        Frame larger = OOCYTE.with("ooplasmUm", OOCYTE.draw().truth().value("ooplasmDiameter") * 1.08)
                .draw()
                .frame();

        FieldOfView field = DrawnOocyte.look(stack(List.of(plane(0.8), larger)));

        assertThat(DrawnOocyte.reason(DrawnOocyte.summary(field), OOPLASM_DIAMETER))
                .isEqualTo("ambiguous");
    }

    @Test
    void framesThatFollowInTimeAreNoStack() {
        Frames film = stack(List.of(plane(0.8), plane(0.8))).timed(Timing.framesPerSecond(1));

        assertThatThrownBy(() -> DrawnOocyte.look(film)).isInstanceOf(RejectedException.class);
    }
}
