package org.fertivision.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.image.Frames;

/** The contract, kept by a scorer of a few lines. */
class DemoCountTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new DemoCount();
    }

    @Override
    protected List<Findings> findings() {
        return eightSpots();
    }

    static List<Findings> eightSpots() {
        BrightSpots spots = new BrightSpots();
        Settings settings = Settings.defaults(spots.descriptor().parameters());
        List<FieldOfView> fields = new ArrayList<>();
        for (Supplier<Frames> field : BrightSpotsTest.twoFields()) {
            fields.add(spots.look(field.get(), settings, Work.unlimited()));
        }
        return List.of(spots.summarize(fields, settings), spots.summarize(fields.subList(0, 1), settings));
    }
}
