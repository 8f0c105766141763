package org.fertivision.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.phantom.Drawn;
import org.fertivision.request.Request;

/** A drawn still of one structure as a JPEG file in memory, and what is known of it besides. */
final class StructureStill {
    private final Structure structure;
    private final byte[] file;
    private final Calibration calibration;
    private final Map<String, String> told;

    private StructureStill(Structure structure, byte[] file, Calibration calibration, Map<String, String> told) {
        this.structure = structure;
        this.file = file;
        this.calibration = calibration;
        this.told = told;
    }

    /** Draws one. */
    static StructureStill of(Structure structure, double megapixels) {
        Drawn drawn = structure.draw(megapixels);
        try {
            Path path = Files.createTempFile("fertivision-" + structure.word(), ".jpg");
            try {
                drawn.writeJpeg(path);
                return new StructureStill(
                        structure,
                        Files.readAllBytes(path),
                        drawn.calibration(),
                        drawn.truth().told());
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To the channels that the kind looks at, with both hashes. */
    Frame decode() {
        return Line.ownDecode(file, structure.channels());
    }

    /** To canonical JSON. */
    byte[] json() {
        Request.Builder request = Request.of(structure.word()).field(file).calibration(calibration);
        told.forEach(request::set);
        return Line.json(request.build());
    }
}
