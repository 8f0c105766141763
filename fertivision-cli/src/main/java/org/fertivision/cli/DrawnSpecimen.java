package org.fertivision.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.Rendered;
import org.fertivision.phantom.TrueValue;
import org.fertivision.report.Report;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;

/**
 * A specimen that is drawn or filmed, so that all of it is known.
 *
 * @param analyzer the kind
 * @param rendered the picture or film
 * @param fileName what its file is called
 * @param calibration how large a pixel is
 * @param drawn its settings, by name
 * @param told what a person would tell the analysis of it, by the parameter's name
 * @param truth what an analysis should find
 * @param frames its pixels, where they can be handed over without a file
 */
record DrawnSpecimen(
        Descriptor analyzer,
        Rendered rendered,
        String fileName,
        Calibration calibration,
        Map<String, String> drawn,
        Map<String, String> told,
        List<TrueValue> truth,
        Optional<Source> frames) {
    /** What no picture tells and a person must: the parameter of the analysis, and the drawing's own name for it. */
    private static final Map<String, String> TOLD = Map.of("chamberDepth", "depthUm", "dilution", "dilution");

    /** The kinds that can be both drawn and measured. */
    static List<Descriptor> kinds(FertiVision engine) {
        List<Descriptor> kinds = new ArrayList<>(engine.plugins().analyzers());
        kinds.removeIf(kind ->
                !Phantoms.kinds().contains(Kind.word(kind)) && !Films.kinds().contains(Kind.word(kind)));
        return kinds;
    }

    /** A specimen of a kind, as the phantom draws it without being told anything. */
    static DrawnSpecimen of(Descriptor analyzer) {
        String kind = Kind.word(analyzer);
        return Films.kinds().contains(kind)
                ? filmed(analyzer, Films.of(kind).draw())
                : drawn(analyzer, Phantoms.of(kind).draw());
    }

    private static DrawnSpecimen drawn(Descriptor analyzer, Drawn image) {
        return new DrawnSpecimen(
                analyzer,
                image,
                "image.png",
                image.calibration(),
                image.truth().settings(),
                image.truth().told(),
                image.truth().summary(),
                Optional.of(Source.frames(() -> Frames.of(image.frame()))));
    }

    private static DrawnSpecimen filmed(Descriptor analyzer, Film film) {
        return new DrawnSpecimen(
                analyzer,
                film,
                "film.avi",
                film.calibration(),
                film.truth().settings(),
                Map.of(),
                film.truth().summary(),
                Optional.empty());
    }

    /** How an analysis of the given source of its pixels ends. */
    Outcome measured(FertiVision engine, Source seen) {
        Request.Builder request = Request.of(Kind.word(analyzer))
                .field(seen)
                .calibration(calibration)
                .specimen("phantom");
        for (Parameter<?> parameter : analyzer.parameters()) {
            String value = told.getOrDefault(parameter.name(), drawn.get(TOLD.getOrDefault(parameter.name(), "")));
            if (value != null) {
                request.set(parameter.name(), value);
            }
        }
        return engine.analyze(request.build());
    }

    /** What was measured beside what is known. */
    BesideTruth beside(Report report) {
        return new BesideTruth(report, truth);
    }
}
