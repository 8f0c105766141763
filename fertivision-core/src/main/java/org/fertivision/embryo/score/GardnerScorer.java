package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCOEL_FRACTION;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_DIAMETER;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_EXPANSION;
import static org.fertivision.finding.measures.BlastocystMeasures.HERNIATION;
import static org.fertivision.finding.measures.BlastocystMeasures.INNER_CELL_MASS_GRADE;
import static org.fertivision.finding.measures.BlastocystMeasures.TROPHECTODERM_GRADE;

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
 * Expansion of a blastocyst by Gardner and Schoolcraft 1999, as a person sees it or by figures; the letters of inner cell
 * mass and trophectoderm only as a person gives them. Half the volume is 63 % of the area of concentric spheres; the other
 * figures are FertiVision's reading of the words (full, thinned, hatching), see ADR 33.
 */
public final class GardnerScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified(
                    "fertivision.gardner", "Gardner grade, expansion by rule")
            .scores("blastocyst")
            .source("Gardner and Schoolcraft 1999 (words); FertiVision, ADR 33 (figures)")
            .build();
    private static final double HALF_VOLUME = 63;
    private static final double FULL = 85;
    private static final double EXPANDED_UM = 175;
    private static final double HATCHING = 3;
    private static final int HATCHED = 6;
    private static final List<String> LETTERS = List.of("A", "B", "C");

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        List<Score.Component> parts = new ArrayList<>();
        Optional<Integer> expansion = expansion(evidence, parts);
        if (expansion.isEmpty()) {
            return evidence.missing();
        }
        Optional<String> mass = letter(evidence, INNER_CELL_MASS_GRADE, parts);
        Optional<String> wall = letter(evidence, TROPHECTODERM_GRADE, parts);
        boolean lettered = mass.isPresent() && wall.isPresent() && expansion.get() >= 3;
        String grade = expansion.get()
                + (lettered
                        ? mass.orElseThrow() + wall.orElseThrow()
                        : expansion.get() < 3 ? "" : ", letters not scored");
        return new Score.Scored("Gardner and Schoolcraft 1999", grade, null, parts, List.of());
    }

    /** A person's word first; then, where herniation is known, the figures. */
    private static Optional<Integer> expansion(Evidence evidence, List<Score.Component> parts) {
        Optional<Integer> given = evidence.wholeIfKnown(BLASTOCYST_EXPANSION, 1, HATCHED);
        if (given.isPresent()) {
            parts.add(evidence.component(BLASTOCYST_EXPANSION, String.valueOf(given.get()), "as seen by a person"));
            return given;
        }
        Optional<Double> herniation = evidence.figure(HERNIATION);
        if (herniation.isPresent() && herniation.get() > HATCHING) {
            parts.add(evidence.component(HERNIATION, "5", "above 3 % of the area lie outside the zona"));
            return Optional.of(5);
        }
        Optional<Double> diameter = evidence.figure(BLASTOCYST_DIAMETER);
        if (herniation.isPresent() && diameter.isPresent() && diameter.get() >= EXPANDED_UM) {
            parts.add(evidence.component(BLASTOCYST_DIAMETER, "4", "175 um or more"));
            return Optional.of(4);
        }
        Optional<Double> cavity = evidence.figure(BLASTOCOEL_FRACTION);
        if (herniation.isEmpty() || diameter.isEmpty() || cavity.isEmpty()) {
            return Optional.empty();
        }
        int grade = cavity.get() < HALF_VOLUME ? 1 : cavity.get() < FULL ? 2 : 3;
        parts.add(evidence.component(
                BLASTOCOEL_FRACTION, String.valueOf(grade), "1 below 63 % (half the volume), 2 below 85 %, else 3"));
        return Optional.of(grade);
    }

    private static Optional<String> letter(Evidence evidence, Measure measure, List<Score.Component> parts) {
        Optional<String> letter =
                evidence.wholeIfKnown(measure, 1, LETTERS.size()).map(number -> LETTERS.get(number - 1));
        letter.ifPresent(word -> parts.add(evidence.component(measure, word, "1 is A, 2 is B, 3 is C")));
        return letter;
    }
}
