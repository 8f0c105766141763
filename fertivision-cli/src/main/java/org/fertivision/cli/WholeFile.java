package org.fertivision.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all: filled under a hidden name beside its own, then moved into place. */
final class WholeFile {
    private WholeFile() {}

    /** What fills a file. */
    @FunctionalInterface
    interface Content {
        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    /** Writes a file in place of the one that may be there. */
    static void write(Path file, Content content) {
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            try {
                try (OutputStream out = Files.newOutputStream(partial)) {
                    content.to(out);
                }
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file in place of the one that may be there. */
    static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }
}
