package org.fertivision.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample project of a vendor in this repository. */
final class ExampleVendor {
    private ExampleVendor() {}

    /** Its own jar. */
    static Path jar(Path directory) throws IOException {
        return VendorJar.of(project()).packInto(directory, "acme-score-1.0.0");
    }

    private static Path project() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path project = at.resolve("examples").resolve("vendor-scorer");
            if (Files.isDirectory(project)) {
                return project;
            }
        }
        throw new IllegalStateException(
                "examples/vendor-scorer is not above " + Path.of("").toAbsolutePath());
    }
}
