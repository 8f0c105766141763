package org.fertivision.sperm.motility;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantom;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Films as the analyzer sees them where nothing is set. */
final class Analyzed {
    private static final SpermMotilityAnalyzer ANALYZER = new SpermMotilityAnalyzer();
    private static final Settings SETTINGS =
            Settings.defaults(ANALYZER.descriptor().parameters());

    private Analyzed() {}

    /** A film of 50 frames with the given settings, {@code name=value} with blanks between. */
    static Phantom<Film> film(long seed, String settings) {
        Phantom<Film> phantom = Films.of("sperm-motility").seed(seed).with("frames", 50);
        for (String setting : settings.split(" ")) {
            phantom = phantom.with(setting.split("=")[0], setting.split("=")[1]);
        }
        return phantom;
    }

    static FieldOfView look(Frames frames) {
        return ANALYZER.look(frames, SETTINGS.only(Parameter.Use.LOOK), Work.unlimited());
    }

    static Summary summary(List<FieldOfView> fields) {
        return ANALYZER.summarize(fields, SETTINGS).summary();
    }

    static Summary summary(Frames frames) {
        return summary(List.of(look(frames)));
    }
}
