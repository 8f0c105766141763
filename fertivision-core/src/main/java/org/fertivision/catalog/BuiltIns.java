package org.fertivision.catalog;

import java.util.List;
import org.fertivision.embryo.BlastocystAnalyzer;
import org.fertivision.embryo.EmbryoAnalyzer;
import org.fertivision.embryo.OocyteAnalyzer;
import org.fertivision.embryo.ZygoteAnalyzer;
import org.fertivision.embryo.score.AceScorer;
import org.fertivision.embryo.score.GardnerScorer;
import org.fertivision.embryo.score.IstanbulBlastocystScorer;
import org.fertivision.embryo.score.IstanbulCleavageScorer;
import org.fertivision.embryo.score.MaturityScorer;
import org.fertivision.embryo.score.MeseguerScorer;
import org.fertivision.embryo.score.PetersenScorer;
import org.fertivision.embryo.score.SartScorer;
import org.fertivision.embryo.timelapse.EmbryoTimelapseAnalyzer;
import org.fertivision.endometrium.EndometriumAnalyzer;
import org.fertivision.endometrium.HysteroscopyAnalyzer;
import org.fertivision.follicle.FollicleAnalyzer;
import org.fertivision.follicle.FollicleCountScorer;
import org.fertivision.follicle.FollicleSizeScorer;
import org.fertivision.sperm.count.SpermCountAnalyzer;
import org.fertivision.sperm.fragmentation.DnaFragmentationAnalyzer;
import org.fertivision.sperm.morphology.SpermMorphologyAnalyzer;
import org.fertivision.sperm.motility.SpermMotilityAnalyzer;
import org.fertivision.sperm.score.StrictScorer;
import org.fertivision.sperm.score.WhoScorer;
import org.fertivision.sperm.vitality.VitalityAnalyzer;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Scorer;

/** What FertiVision itself brings: a plain list, so that no file of services can lose or replace it. */
final class BuiltIns {
    private BuiltIns() {}

    static List<Analyzer> analyzers() {
        return List.of(
                new SpermCountAnalyzer(),
                new SpermMotilityAnalyzer(),
                new SpermMorphologyAnalyzer(),
                new VitalityAnalyzer(),
                new DnaFragmentationAnalyzer(),
                new FollicleAnalyzer(),
                new OocyteAnalyzer(),
                new ZygoteAnalyzer(),
                new EmbryoAnalyzer(),
                new BlastocystAnalyzer(),
                new EmbryoTimelapseAnalyzer(),
                new EndometriumAnalyzer(),
                new HysteroscopyAnalyzer());
    }

    static List<Scorer> scorers() {
        return List.of(
                WhoScorer.sixthEdition(),
                WhoScorer.fifthEdition(),
                StrictScorer.sixthEdition(),
                StrictScorer.fifthEdition(),
                new FollicleCountScorer(),
                new FollicleSizeScorer(),
                new MaturityScorer(),
                new GardnerScorer(),
                new IstanbulBlastocystScorer(),
                new IstanbulCleavageScorer(),
                new AceScorer(),
                new MeseguerScorer(),
                new PetersenScorer(),
                new SartScorer());
    }

    /** The scorer that answers where a request leaves the choice. */
    static String defaultScorer() {
        return "fertivision.who6";
    }
}
