package org.fertivision.cli;

import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** A scorer that a jar declares. */
public final class VendorScorer implements Scorer {
    /** The loader makes it. */
    public VendorScorer() {}

    @Override
    public Descriptor descriptor() {
        return Descriptor.scorer("acme.vendor", "2.0.1")
                .title("Vendor")
                .scores("sperm-vitality")
                .build();
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        return Score.scored("acme", "fine");
    }
}
