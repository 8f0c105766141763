package org.fertivision.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Who measures a still from its file to the numbers: cells with area and center, heads also with perimeter, length, width. */
enum Rival {
    /** The whole line: file to canonical JSON, hashes, gates, intervals and scores included. */
    FERTIVISION {
        @Override
        Object measure(Kind kind, Path file) {
            return Line.json(kind, file);
        }
    },
    /** ImageJ: Otsu's threshold and its particle analyzer on each channel that holds cells. */
    IMAGEJ {
        @Override
        Object measure(Kind kind, Path file) {
            return ByImageJ.measure(kind, file);
        }
    },
    /** BoofCV: Otsu's threshold, outlines and what follows from them; decoded by the JDK, since it has no JPEG of its own. */
    BOOFCV {
        @Override
        Object measure(Kind kind, Path file) throws IOException {
            return ByBoofCv.measure(kind, file);
        }
    };

    /** The measures of a still, or what holds them. */
    abstract Object measure(Kind kind, Path file) throws IOException;
}
