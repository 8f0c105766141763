package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.CleavageMeasures.CELLS_AT_66_H;
import static org.fertivision.finding.measures.CleavageMeasures.PRONUCLEI_FADED;
import static org.fertivision.finding.measures.CleavageMeasures.T2;
import static org.fertivision.finding.measures.CleavageMeasures.T3;
import static org.fertivision.finding.measures.CleavageMeasures.T5;

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
 * The rules of Petersen 2016 for day 3, on times that a person gives, the first that holds: 1 where t3 - tPNf is below 11.48
 * h, 2 where t3 is above 42.91 h, 3 where (t5 - t3) / (t5 - t2) lies outside 0.34 to 0.58, 4 where there are fewer than 8
 * cells at 66 h, else 5.
 */
public final class PetersenScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified(
                    "fertivision.petersen2016", "Petersen 2016, day 3, by times")
            .scores("embryo", "embryo-timelapse")
            .source("Petersen 2016, doi:10.1093/humrep/dew188")
            .build();
    private static final double LEAST_AFTER_FADING = 11.48;
    private static final double LATEST_T3 = 42.91;
    private static final double LEAST_SHARE = 0.34;
    private static final double MOST_SHARE = 0.58;
    private static final int CELLS = 8;
    private static final int MOST_CELLS = 64;

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        Optional<Double> faded = evidence.figure(PRONUCLEI_FADED);
        Optional<Double> t2 = evidence.figure(T2);
        Optional<Double> t3 = evidence.figure(T3);
        Optional<Double> t5 = evidence.figure(T5);
        Optional<Integer> cells = evidence.whole(CELLS_AT_66_H, 1, MOST_CELLS);
        if (faded.isEmpty() || t2.isEmpty() || t3.isEmpty() || t5.isEmpty() || cells.isEmpty()) {
            return evidence.missing();
        }
        if (!(0 < faded.get() && faded.get() <= t2.get() && t2.get() <= t3.get() && t3.get() <= t5.get())
                || t5.get() <= t2.get()) {
            return Score.notScored("times are above 0 and in order: tPNf, t2, t3, t5");
        }
        double share = (t5.get() - t3.get()) / (t5.get() - t2.get());
        if (t3.get() - faded.get() < LEAST_AFTER_FADING) {
            return graded(
                    evidence, 1, T3, "t3 - tPNf is " + Evidence.plain(t3.get() - faded.get()) + " h, below 11.48");
        }
        if (t3.get() > LATEST_T3) {
            return graded(evidence, 2, T3, "above 42.91 h");
        }
        if (share < LEAST_SHARE || share > MOST_SHARE) {
            return graded(
                    evidence, 3, T5, "(t5 - t3) / (t5 - t2) is " + Evidence.plain(share) + ", outside 0.34 to 0.58");
        }
        return cells.get() < CELLS
                ? graded(evidence, 4, CELLS_AT_66_H, "fewer than 8")
                : graded(evidence, 5, CELLS_AT_66_H, "8 or more, and no other rule holds");
    }

    private static Score graded(Evidence evidence, int grade, Measure measure, String rule) {
        String word = String.valueOf(grade);
        return new Score.Scored(
                "Petersen 2016, day 3",
                word,
                (double) grade,
                List.of(evidence.component(measure, word, rule)),
                List.of());
    }
}
