package org.fertivision;

import java.time.Duration;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.report.GraticuleReport;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Pictures;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.scale.WhichLines;

/**
 * The front door: measures the images of one specimen and answers with a report. Thread-safe; has no state but its cache
 * and no threads of its own.
 *
 * <pre>{@code
 * try (FertiVision fv = FertiVision.create()) {
 *     Outcome outcome = fv.analyze(Request.of("sperm-vitality")
 *             .field(Path.of("field-01.jpg")).field(Path.of("field-02.jpg"))
 *             .calibration(Calibration.umPerPixel(0.481))
 *             .build());
 *     outcome.fold(report -> ..., rejection -> ...);
 * }
 * }</pre>
 */
public final class FertiVision implements AutoCloseable {
    private final Engine engine;

    private FertiVision(Engine engine) {
        this.engine = engine;
    }

    /** An engine with the standard configuration. */
    public static FertiVision create() {
        return create(EngineConfig.standard());
    }

    /**
     * An engine with the given configuration.
     *
     * @throws IllegalStateException if plug-ins are strict and one cannot be taken
     */
    public static FertiVision create(EngineConfig config) {
        return new FertiVision(Engine.start(config));
    }

    /**
     * Measures one specimen.
     *
     * @throws PluginFailedException if an analyzer or reader has a bug
     * @throws java.io.UncheckedIOException if a file cannot be read from its disk
     */
    public Outcome analyze(Request request) {
        return engine.analyze(request);
    }

    /**
     * Sums up fields again that a result document holds, with the same settings: no pixel is needed.
     *
     * @throws org.fertivision.spi.RejectedException for an unknown kind or a setting that is not allowed
     */
    public Findings summarize(Request request, List<FieldOfView> fields) {
        return engine.summarize(request, fields);
    }

    /**
     * The pictures behind a result document, read from the files that it was made of; no other file than the one asked for
     * is read, and a video's frame is reached without decoding those before it.
     *
     * @param files where the pixels come from, one for each of {@link ParsedReport#files()}, in their order
     * @param atMost how long reading one frame may take
     * @throws org.fertivision.spi.RejectedException for a kind, a reader or a setting that is not there any more
     */
    public Pictures pictures(ParsedReport report, List<Source> files, Duration atMost) {
        return engine.pictures(report, List.copyOf(files), atMost);
    }

    /**
     * Reads the size of a pixel from a picture of a stage micrometer, a ruler, the ruling of a counting chamber or
     * the depth ticks beside an ultrasound image.
     *
     * @param spacingUm the true distance of neighboring lines, micrometers
     * @throws org.fertivision.spi.RejectedException if the picture cannot be read, or shows no ruling that leaves no doubt
     * @throws java.io.UncheckedIOException if the file cannot be read from its disk
     */
    public GraticuleReport calibrate(Source picture, double spacingUm, WhichLines which) {
        return engine.calibrate(picture, spacingUm, which);
    }

    /** Who can be asked. */
    public Plugins plugins() {
        return engine.plugins();
    }

    /** The version of this software. */
    public String version() {
        return engine.version();
    }

    /** Forgets what was remembered, and closes the plug-ins of the configuration that are {@link AutoCloseable}. */
    @Override
    public void close() {
        engine.close();
    }
}
