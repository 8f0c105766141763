package org.fertivision.sperm.count;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.AnalyzerContractTest;
import org.fertivision.spi.Settings;

class SpermCountContractTest extends AnalyzerContractTest {
    private static final Drawn BRIGHT =
            CountTrial.field().with("width", 320).with("height", 256).draw();
    private static final Drawn DARK = CountTrial.field()
            .with("preset", "makler-bright-field")
            .with("width", 320)
            .with("height", 256)
            .seed(2)
            .draw();

    @Override
    protected Analyzer plugin() {
        return new SpermCountAnalyzer();
    }

    @Override
    protected List<Supplier<Frames>> fields() {
        return List.of(
                () -> Frames.of(BRIGHT.frame()).calibrated(BRIGHT.calibration()),
                () -> Frames.of(DARK.frame()).calibrated(DARK.calibration()));
    }

    @Override
    protected Settings settings() {
        return CountTrial.settings(Map.of("chamber", "leja", "volume", "3", "dilution", "2"));
    }
}
