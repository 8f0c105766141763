package org.fertivision.phantom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;

/** A film of which everything is known. Its frames are drawn one by one as they are read. Immutable and thread-safe. */
public final class Film implements Rendered {
    private static final String TRUTH_ENDING = ".truth.json";

    private final Reel reel;
    private final Supplier<IntFunction<Frame>> drawing;
    private final Supplier<FilmTruth> truth;

    /**
     * A film.
     *
     * @param drawing begins to draw: the frame of each number from 0
     * @param truth tells all that is known
     */
    Film(Reel reel, Supplier<IntFunction<Frame>> drawing, Supplier<FilmTruth> truth) {
        this.reel = reel;
        this.drawing = drawing;
        this.truth = truth;
    }

    /**
     * The size of a film.
     *
     * @param width columns
     * @param height rows
     * @param frames how many frames
     * @param timing how fast they follow
     * @param calibration how large a pixel is
     */
    record Reel(int width, int height, int frames, Timing timing, Calibration calibration) {}

    /** How many frames it has. */
    public int count() {
        return reel.frames();
    }

    /** Frames a second. */
    public Timing timing() {
        return reel.timing();
    }

    /** How large a pixel is. */
    public Calibration calibration() {
        return reel.calibration();
    }

    /** Its frames from the first one on, 8 bits gray, with their scale and speed. */
    public Frames frames() {
        return new DrawnFrames(this, drawing.get()).calibrated(calibration()).timed(timing());
    }

    /** All that is known of it. */
    public FilmTruth truth() {
        return truth.get();
    }

    int width() {
        return reel.width();
    }

    int height() {
        return reel.height();
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
