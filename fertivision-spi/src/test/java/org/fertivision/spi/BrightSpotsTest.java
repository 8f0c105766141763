package org.fertivision.spi;

import java.util.List;
import java.util.function.Supplier;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;

/** The contract, kept by an analyzer of a few lines. */
class BrightSpotsTest extends AnalyzerContractTest {
    @Override
    protected Analyzer plugin() {
        return new BrightSpots();
    }

    @Override
    protected List<Supplier<Frames>> fields() {
        return twoFields();
    }

    static List<Supplier<Frames>> twoFields() {
        return List.of(still(spots(3)), still(spots(5)));
    }

    private static Frame spots(int many) {
        byte[] samples = new byte[32 * 32];
        for (int i = 0; i < many; i++) {
            for (int pixel = 0; pixel < i + 2; pixel++) {
                samples[(4 + 5 * i) * 32 + 3 + pixel] = (byte) 240;
            }
        }
        return Frame.gray(Plane.takeBytes(32, 32, samples));
    }
}
