package org.fertivision.phantom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;

/** A film of which everything is known. Its frames are drawn one by one as they are read. Immutable and thread-safe. */
public final class Film implements Rendered {
    private static final String TRUTH_ENDING = ".truth.json";

    private final String kind;
    private final long seed;
    private final Choices choices;
    private final Microscope microscope;
    private final Tone tone;
    private final List<Swimmer> swimmers;
    private final MotilityPhantom.Fixtures fixtures;

    Film(
            String kind,
            long seed,
            Choices choices,
            Microscope microscope,
            Tone tone,
            List<Swimmer> swimmers,
            MotilityPhantom.Fixtures fixtures) {
        this.kind = kind;
        this.seed = seed;
        this.choices = choices;
        this.microscope = microscope;
        this.tone = tone;
        this.swimmers = List.copyOf(swimmers);
        this.fixtures = fixtures;
    }

    /** How many frames it has. */
    public int count() {
        return choices.whole("frames");
    }

    /** Frames a second. */
    public Timing timing() {
        return Timing.framesPerSecond(choices.number("fps"));
    }

    /** How large a pixel is. */
    public Calibration calibration() {
        return microscope.calibration();
    }

    /** Its frames from the first one on, 8 bits gray, with their scale and speed. */
    public Frames frames() {
        return new DrawnFrames(this, new FrameDrawing(seed, choices, microscope, tone, swimmers, fixtures))
                .calibrated(calibration())
                .timed(timing());
    }

    /** All that is known of it. */
    public FilmTruth truth() {
        return FilmTruth.of(kind, seed, choices, microscope, stage(choices), swimmers);
    }

    int width() {
        return microscope.width();
    }

    int height() {
        return microscope.height();
    }

    /** How the slide lies and drifts. */
    static Stage stage(Choices choices) {
        return new Stage(choices.number("umPerPixel"), choices.number("driftX"), choices.number("driftY"));
    }

    /**
     * Writes the film, its format by the ending {@code .avi} (uncompressed gray) or {@code .tif} (a page a frame), and
     * beside it the truth.
     *
     * @return the truth's file: the film's name with {@code .truth.json} appended
     * @throws BadSettingException for any other ending
     */
    @Override
    public Path write(Path file) throws IOException {
        FilmFile.write(this, file);
        Path truthFile = file.resolveSibling(file.getFileName() + TRUTH_ENDING);
        Files.write(truthFile, truth().toJson().getBytes(StandardCharsets.UTF_8));
        return truthFile;
    }
}
