package org.fertivision.embryo;

import java.util.List;
import java.util.Random;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Drawn zygotes of many sizes, and what is measured of them. */
final class DrawnZygote {
    private static final ZygoteAnalyzer ANALYZER = new ZygoteAnalyzer();
    private static final Settings SETTINGS =
            Settings.defaults(ANALYZER.descriptor().parameters());
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private DrawnZygote() {}

    /** A zygote whose sizes, place, light and gradient come from the seed. */
    static Phantom<Drawn> of(long seed, String contrast, int pronuclei, double blurUm, double noiseLevels) {
        Random random = new Random(seed * SPREAD);
        return Phantoms.of("zygote")
                .seed(seed)
                .with("contrast", contrast)
                .with("pronuclei", pronuclei)
                .with("blurUm", blurUm)
                .with("noiseLevels", noiseLevels)
                .with("ooplasmUm", 104 + 16 * random.nextDouble())
                .with("pvsUm", 3 + 8 * random.nextDouble())
                .with("zonaUm", 12 + 10 * random.nextDouble())
                .with("aspect", 1 + 0.1 * random.nextDouble())
                .with("lightDeg", 360 * random.nextDouble())
                .with("gradient", 40 * random.nextDouble())
                .with("pronucleusUm", 20 + 8 * random.nextDouble())
                .with("pronucleiDifferUm", 4 * random.nextDouble())
                .with("pronucleiGapUm", -2 + 10 * random.nextDouble());
    }

    static FieldOfView look(Drawn drawn) {
        return look(Frames.of(drawn.frame()).calibrated(drawn.calibration()));
    }

    static FieldOfView look(Frames frames) {
        return ANALYZER.look(frames, SETTINGS.only(Parameter.Use.LOOK).forField(0), Work.unlimited());
    }

    static Summary summary(FieldOfView... fields) {
        return ANALYZER.summarize(List.of(fields), SETTINGS).summary();
    }
}
