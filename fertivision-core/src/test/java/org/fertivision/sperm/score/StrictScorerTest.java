package org.fertivision.sperm.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/** Strict morphology of drawn smears, scored. Seeds from 980 on. */
class StrictScorerTest {
    @Test
    void aSampleIsPlacedBesideTheCentileWithItsNumberOfSperm() {
        Findings findings = findings(981, 0, Map.of("stain", "papanicolaou"));

        Score.Scored score = (Score.Scored) score(StrictScorer.sixthEdition(), findings);

        assertThat(score.system()).isEqualTo("Strict criteria, WHO 2021");
        assertThat(score.grade()).isIn("above", "not-distinguishable");
        assertThat(score.components().get(0).code()).isEqualTo("normalForms");
        assertThat(score.components().get(0).detail())
                .contains("(95 % CI ")
                .contains("5th centile (4 %)")
                .contains("It rests on " + score.items().size() + " sperm; the manual asks for at least 200.");
        assertThat(score.value())
                .isEqualTo(findings.summary()
                        .reading(SpermMeasures.NORMAL_FORMS)
                        .figure()
                        .orElseThrow());
    }

    @Test
    void everySpermThatWasSeenWholeHasItsVerdict() {
        Findings findings = findings(982, 60, Map.of("stain", "papanicolaou"));

        Score.Scored score = (Score.Scored) score(StrictScorer.fifthEdition(), findings);

        assertThat(score.system()).isEqualTo("Strict criteria, WHO 2010");
        assertThat(score.items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.grade()).contains("bentNeck"));
        assertThat(score.components())
                .extracting(Score.Component::code)
                .containsExactly(
                        "normalForms", "teratozoospermiaIndex", "spermDeformityIndex", "multipleAnomaliesIndex");
    }

    @Test
    void withoutVerdictsNothingIsScored() {
        Score score = score(StrictScorer.sixthEdition(), findings(983, 0, Map.of()));

        assertThat(score)
                .isInstanceOfSatisfying(
                        Score.NotScored.class,
                        none -> assertThat(none.reason())
                                .startsWith("normalForms (strict size limits hold for Papanicolaou"));
    }

    private static Score score(StrictScorer scorer, Findings findings) {
        return scorer.score(findings, Settings.defaults(List.of()), Work.unlimited());
    }

    private static Findings findings(long seed, double neckDeg, Map<String, String> set) {
        Drawn drawn = Phantoms.of("stained-smear")
                .seed(seed)
                .with("width", 1100)
                .with("height", 900)
                .with("cells", 6)
                .with("borderCells", 0)
                .with("gapUm", 10)
                .with("tailUm", 28)
                .with("lengthCv", 2)
                .with("widthCv", 2)
                .with("neckDeg", neckDeg)
                .draw();
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-morphology")
                    .field(Source.frames(() -> Frames.of(drawn.frame())))
                    .calibration(drawn.calibration());
            set.forEach(request::set);
            return engine.analyze(request.build()).orElseThrow().findings();
        }
    }
}
