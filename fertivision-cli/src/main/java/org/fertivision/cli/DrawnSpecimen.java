package org.fertivision.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.Report;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;

/** A specimen that is drawn, so that all of it is known. */
final class DrawnSpecimen {
    /** What no picture tells and a person must: the parameter of the analysis, and the drawing's own name for it. */
    private static final Map<String, String> TOLD = Map.of("chamberDepth", "depthUm", "dilution", "dilution");

    private final Descriptor analyzer;
    private final Drawn drawn;

    private DrawnSpecimen(Descriptor analyzer, Drawn drawn) {
        this.analyzer = analyzer;
        this.drawn = drawn;
    }

    /** The kinds that can be both drawn and measured. */
    static List<Descriptor> kinds(FertiVision engine) {
        List<Descriptor> kinds = new ArrayList<>(engine.plugins().analyzers());
        kinds.removeIf(kind -> !Phantoms.kinds().contains(Kind.word(kind)));
        return kinds;
    }

    /** A specimen of a kind, as the phantom draws it without being told anything. */
    static DrawnSpecimen of(Descriptor analyzer) {
        return new DrawnSpecimen(analyzer, Phantoms.of(Kind.word(analyzer)).draw());
    }

    /** The picture and its truth. */
    Drawn drawn() {
        return drawn;
    }

    /** How an analysis of the given source of its pixels ends. */
    Outcome measured(FertiVision engine, Source seen) {
        Request.Builder request = Request.of(Kind.word(analyzer))
                .field(seen)
                .calibration(drawn.calibration())
                .specimen("phantom");
        for (Parameter<?> parameter : analyzer.parameters()) {
            String value = drawn.truth().settings().get(TOLD.getOrDefault(parameter.name(), ""));
            if (value != null) {
                request.set(parameter.name(), value);
            }
        }
        return engine.analyze(request.build());
    }

    /** What was measured beside what is known. */
    BesideTruth beside(Report report) {
        return new BesideTruth(report, drawn.truth());
    }
}
