package org.fertivision.cli;

import java.time.Duration;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Summary;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** An analyzer that looks at the width of the image and otherwise does what its parameter says. */
public final class Pretender implements Analyzer {
    static final String KIND = "acme.pretender";

    private static final Parameter<String> ACT = Parameter.choice(
                    "act", List.of("well", "unusable", "unscaled", "limit", "buggy", "slow", "greedy"), "What it does.")
            .defaultsTo("well")
            .eachField();
    private static final Parameter<Double> SHARE = Parameter.number(
                    "share", Unit.PERCENT, 0, 100, "The share it reports.")
            .defaultsTo(62.5)
            .inSummary();
    private static final Parameter<Double> NEEDED = Parameter.number(
                    "needed", Unit.MICROMETER, 1, 2, "Needed, if asked for.")
            .asRequired();

    private final boolean demanding;

    /** An analyzer that has a default for everything. */
    public Pretender() {
        this(false);
    }

    /** An analyzer that may have a required parameter. */
    Pretender(boolean demanding) {
        this.demanding = demanding;
    }

    @Override
    public Descriptor descriptor() {
        Descriptor.Builder about = Descriptor.analyzer(KIND, "1.2.3")
                .title("Pretends to measure")
                .measures(SpermMeasures.CELLS, SpermMeasures.LIVE, SpermMeasures.HEAD_AREA)
                .parameters(ACT, SHARE);
        return (demanding ? about.parameters(NEEDED) : about).build();
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Frame frame = frames.only();
        switch (settings.get(ACT)) {
            case "unscaled" -> throw new RejectedException(Rejection.of(RejectionCode.TIMING_MISSING, "How fast?"));
            case "limit" ->
                throw new RejectedException(Rejection.of(
                        RejectionCode.STRUCTURE_LIMIT, "Too deep.", new Rejection.Limit("depth", 10, 20_000)));
            case "buggy" -> throw new IllegalStateException("forgot a case");
            case "greedy" -> throw new OutOfMemoryError("pretended");
            case "slow" -> waste(work);
            default -> {}
        }
        boolean usable = !settings.get(ACT).equals("unusable");
        Quality quality = new Quality(null, 1, usable, usable ? List.of() : List.of("too blurred"));
        List<Reading> readings = List.of(Reading.measured(SpermMeasures.CELLS, frame.width(), "width"));
        List<Notice> notices = frame.width() > 20 ? List.of(new Notice("wide", "wider than 20 pixels")) : List.of();
        return FieldOfView.still(frame.width(), frame.height(), List.of(), readings, quality, notices, null);
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        int cells = fields.stream().mapToInt(FieldOfView::width).sum();
        return Findings.of(
                KIND,
                fields,
                new Summary(List.of(
                        Reading.measured(SpermMeasures.CELLS, cells, "width"),
                        Reading.measured(
                                SpermMeasures.LIVE,
                                settings.get(SHARE),
                                new Interval(1.0 / 3, 200.0 / 3),
                                cells,
                                "told"),
                        Reading.notMeasured(SpermMeasures.HEAD_AREA, Reading.NotMeasured.UNCALIBRATED))));
    }

    private static void waste(Work work) {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < end; ) {
            work.checkpoint();
            Thread.onSpinWait();
        }
    }
}
