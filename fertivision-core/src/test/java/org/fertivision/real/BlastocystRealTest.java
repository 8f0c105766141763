package org.fertivision.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.fertivision.FertiVision;
import org.fertivision.finding.Item;
import org.fertivision.request.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Day-5 blastocysts in time-lapse wells (STORK, Khosravi 2019, npj Digit Med 2:21; no scale, no masks). Centers and radii
 * are those of outlines that were looked at one by one; the limits were chosen with these pictures in view.
 */
class BlastocystRealTest {
    private static final double CLOSE = 0.05;

    @ParameterizedTest
    @CsvSource({
        "32176207, 346, 233, 127",
        "32898300, 234, 348, 120",
        "34107362, 213, 230, 156",
        "36338476, 308, 210, 149",
        "36933247, 318, 273, 116",
        "41019399, 305, 179, 114"
    })
    void theOutlineRunsAlongTheWall(String embryo, double x, double y, double radius) {
        Item outline = outline(embryo);

        assertThat(outline.counts()).isTrue();
        assertThat(outline.center().x()).isCloseTo(x, within(CLOSE * radius));
        assertThat(outline.center().y()).isCloseTo(y, within(CLOSE * radius));
        assertThat(outline.box().width() + outline.box().height())
                .isCloseTo((int) (4 * radius), within((int) (4 * CLOSE * radius)));
    }

    @ParameterizedTest
    @CsvSource({"33996213", "39008723", "66503199"})
    void whereTheWallIsNotFoundNothingCounts(String embryo) {
        assertThat(outline(embryo).counts()).isFalse();
    }

    private static Item outline(String embryo) {
        Path file = RealData.folder("stork-blastocyst").resolve(embryo).resolve("000um.jpg");
        try (FertiVision engine = FertiVision.create()) {
            return engine.analyze(Request.of("blastocyst").field(file).build())
                    .orElseThrow()
                    .findings()
                    .fields()
                    .get(0)
                    .items()
                    .get(0);
        }
    }
}
