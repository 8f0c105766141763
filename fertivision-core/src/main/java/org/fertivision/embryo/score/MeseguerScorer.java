package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.CleavageMeasures.ABRUPT_DIVISION;
import static org.fertivision.finding.measures.CleavageMeasures.MULTINUCLEATED;
import static org.fertivision.finding.measures.CleavageMeasures.T2;
import static org.fertivision.finding.measures.CleavageMeasures.T3;
import static org.fertivision.finding.measures.CleavageMeasures.T4;
import static org.fertivision.finding.measures.CleavageMeasures.T5;
import static org.fertivision.finding.measures.CleavageMeasures.UNEVEN_TWO_CELLS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * The hierarchy of Meseguer 2011 on times that a person gives: E where the two cells are uneven, one cell became three, or
 * the four cells are multinucleated; else A to D by t5 (48.8 to 56.6 h) and s2 = t4 - t3 (at most 0.76 h), with + where
 * cc2 = t3 - t2 is at most 11.9 h. It ranked embryos of one clinic in 2011 and carries no claim to others.
 */
public final class MeseguerScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified(
                    "fertivision.meseguer2011", "Meseguer 2011, by times")
            .scores("embryo", "embryo-timelapse")
            .source("Meseguer 2011, doi:10.1093/humrep/der256")
            .build();
    private static final double T5_FROM = 48.8;
    private static final double T5_TO = 56.6;
    private static final double MOST_S2 = 0.76;
    private static final double MOST_CC2 = 11.9;

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        List<Score.Component> parts = new ArrayList<>();
        boolean excluded = false;
        boolean known = true;
        for (Measure measure : List.of(UNEVEN_TWO_CELLS, ABRUPT_DIVISION, MULTINUCLEATED)) {
            Optional<Integer> seen = evidence.whole(measure, 0, 1);
            known &= seen.isPresent();
            if (seen.isPresent() && seen.get() == 1) {
                excluded = true;
                parts.add(evidence.component(measure, "E", "excludes"));
            }
        }
        if (excluded) {
            return new Score.Scored("Meseguer 2011", "E", null, parts, List.of());
        }
        Optional<Double> t2 = evidence.figure(T2);
        Optional<Double> t3 = evidence.figure(T3);
        Optional<Double> t4 = evidence.figure(T4);
        Optional<Double> t5 = evidence.figure(T5);
        if (!known || t2.isEmpty() || t3.isEmpty() || t4.isEmpty() || t5.isEmpty()) {
            return evidence.missing();
        }
        if (!(0 < t2.get() && t2.get() <= t3.get() && t3.get() <= t4.get() && t4.get() <= t5.get())) {
            return Score.notScored("times are above 0 and in order: t2, t3, t4, t5");
        }
        boolean inTime = t5.get() >= T5_FROM && t5.get() <= T5_TO;
        boolean together = t4.get() - t3.get() <= MOST_S2;
        boolean quick = t3.get() - t2.get() <= MOST_CC2;
        String letter = inTime ? (together ? "A" : "B") : (together ? "C" : "D");
        parts.add(evidence.component(T5, inTime ? "A or B" : "C or D", "from 48.8 to 56.6 h"));
        parts.add(evidence.component(
                T4,
                together ? "A or C" : "B or D",
                "s2 = " + Evidence.plain(t4.get() - t3.get()) + " h, at most 0.76"));
        parts.add(evidence.component(
                T3, quick ? "+" : "-", "cc2 = " + Evidence.plain(t3.get() - t2.get()) + " h, at most 11.9"));
        return new Score.Scored("Meseguer 2011", letter + (quick ? "+" : "-"), null, parts, List.of());
    }
}
