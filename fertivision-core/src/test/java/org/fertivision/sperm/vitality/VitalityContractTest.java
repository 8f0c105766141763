package org.fertivision.sperm.vitality;

import java.util.List;
import java.util.function.Supplier;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.AnalyzerContractTest;

class VitalityContractTest extends AnalyzerContractTest {
    private static final Drawn FIELD = Phantoms.of("sperm-vitality")
            .with("width", 320)
            .with("height", 256)
            .with("cells", 12)
            .draw();

    @Override
    protected Analyzer plugin() {
        return new VitalityAnalyzer();
    }

    @Override
    protected List<Supplier<Frames>> fields() {
        return List.of(() -> Frames.of(FIELD.frame()).calibrated(FIELD.calibration()), () -> Frames.of(FIELD.frame()));
    }
}
