package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;

import java.util.List;
import java.util.function.Function;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture turned, mirrored, darker, brighter or finer shows the same diameters, within 1 % and 0.3 um. */
class BorderInvarianceTest {
    private static final int WHITE = 255;

    /** Where the pixel of a changed picture comes from. */
    private interface Origin {
        int level(Plane plane, int x, int y);
    }

    private static final List<Origin> CHANGES = List.of(
            (plane, x, y) -> plane.at(y, plane.height() - 1 - x),
            (plane, x, y) -> plane.at(plane.width() - 1 - x, y),
            (plane, x, y) -> (int) Math.round(0.8 * plane.at(x, y)),
            (plane, x, y) -> (int) Math.round(Math.min(WHITE, 1.2 * plane.at(x, y))));

    @ParameterizedTest
    @ValueSource(strings = {"relief", "brightField"})
    void diametersOfAnOocyteStay(String contrast) {
        same(
                DrawnOocyte.of(7401, contrast, 0.8, 3).with("polarBodies", 0),
                DrawnOocyte::look,
                field -> DrawnOocyte.summary(field),
                ZONA_OUTER_DIAMETER,
                ZONA_INNER_DIAMETER,
                OOPLASM_DIAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relief", "brightField"})
    void diametersOfAnEmbryosZonaStay(String contrast) {
        same(
                DrawnEmbryo.of(7411, contrast, 0.8, 3),
                DrawnEmbryo::look,
                DrawnEmbryo::summary,
                ZONA_OUTER_DIAMETER,
                ZONA_INNER_DIAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relief", "brightField"})
    void theDiameterOfABlastocystStays(String contrast) {
        same(
                DrawnBlastocyst.of(7421, contrast, 0.8, 3).with("width", 480).with("height", 480),
                DrawnBlastocyst::look,
                DrawnBlastocyst::summary,
                BLASTOCYST_DIAMETER);
    }

    private static void same(
            Phantom<Drawn> phantom,
            Function<Frames, FieldOfView> look,
            Function<FieldOfView, Summary> sum,
            Measure... measures) {
        Drawn drawn = phantom.draw();
        Summary first = sum.apply(look.apply(Frames.of(drawn.frame()).calibrated(drawn.calibration())));
        for (int change = 0; change < CHANGES.size(); change++) {
            Frame changed = changed(drawn.frame().gray(), CHANGES.get(change));
            Summary again = sum.apply(look.apply(Frames.of(changed).calibrated(drawn.calibration())));
            for (Measure measure : measures) {
                double known = first.reading(measure).figure().orElseThrow();
                assertThat(again.reading(measure).figure().orElseThrow())
                        .as(measure.code() + ", change " + change)
                        .isCloseTo(known, within(0.01 * known + 0.3));
            }
        }
    }

    private static Frame changed(Plane plane, Origin origin) {
        byte[] levels = new byte[plane.width() * plane.height()];
        for (int y = 0, at = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++, at++) {
                levels[at] = (byte) origin.level(plane, x, y);
            }
        }
        return Frame.gray(Plane.takeBytes(plane.width(), plane.height(), levels));
    }
}
