package org.fertivision.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real images with published truth, which never enter the repository: found beside it, or loudly missed. */
public final class RealData {
    private RealData() {}

    /** A folder of the collection; ends the test as not run, and says so, where there is none. */
    public static Path folder(String name) {
        String told = System.getProperty("fertivision.data");
        List<Path> places = new ArrayList<>();
        if (told != null) {
            places.add(Path.of(told));
        } else {
            for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
                places.add(up.resolve("shared").resolve("data"));
            }
        }
        for (Path place : places) {
            if (Files.isDirectory(place.resolve(name))) {
                return place.resolve(name);
            }
        }
        System.err.println("NOT CHECKED: " + name + " of the real data is absent (set -Dfertivision.data=FOLDER).");
        Assumptions.abort(name + " of the real data is absent");
        throw new IllegalStateException("aborted");
    }

    /** The files of a folder, sorted by name. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
