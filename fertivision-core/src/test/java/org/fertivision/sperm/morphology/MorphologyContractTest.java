package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.function.Supplier;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.AnalyzerContractTest;

class MorphologyContractTest extends AnalyzerContractTest {
    private static final Drawn DARK = Phantoms.of("sperm-morphology")
            .with("width", 400)
            .with("height", 320)
            .with("cells", 4)
            .draw();
    private static final Drawn BRIGHT = Phantoms.of("sperm-morphology")
            .with("preset", "ram")
            .with("width", 500)
            .with("height", 400)
            .with("cells", 3)
            .draw();

    @Override
    protected Analyzer plugin() {
        return new SpermMorphologyAnalyzer();
    }

    @Override
    protected List<Supplier<Frames>> fields() {
        return List.of(() -> Frames.of(DARK.frame()).calibrated(DARK.calibration()), () -> Frames.of(BRIGHT.frame()));
    }
}
