package org.fertivision.phantom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;

/**
 * A drawn image and all that is known of it.
 *
 * @param frame the pixels, 8 bits a sample, gray or red, green, blue
 * @param calibration how large a pixel is
 * @param truth what is in it
 */
public record Drawn(Frame frame, Calibration calibration, Truth truth) implements Rendered {
    private static final String TRUTH_ENDING = ".truth.json";

    /** Writes the image as PNG: the pixels exactly, without metadata. */
    public void writePng(Path file) throws IOException {
        ImageFile.png(frame, file);
    }

    /** Writes the image as JPEG of quality 0.95: no longer exactly the drawn pixels. */
    public void writeJpeg(Path file) throws IOException {
        ImageFile.jpeg(frame, file);
    }

    /** Writes the truth as JSON. */
    public void writeTruth(Path file) throws IOException {
        Files.write(file, truth.toJson().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the image, its format by the ending {@code .png}, {@code .jpg} or {@code .jpeg}, and beside it the truth.
     *
     * @return the truth's file: the image's name with {@code .truth.json} appended
     * @throws BadSettingException for any other ending
     */
    @Override
    public Path write(Path image) throws IOException {
        ImageFile.byName(image).write(frame, image);
        Path truthFile = image.resolveSibling(image.getFileName() + TRUTH_ENDING);
        writeTruth(truthFile);
        return truthFile;
    }
}
