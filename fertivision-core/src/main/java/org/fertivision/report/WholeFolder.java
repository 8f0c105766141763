package org.fertivision.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder that appears and goes as a whole: it is filled under a hidden name beside its place and then renamed. Whenever
 * the process dies, the folder is there whole or not at all; hidden leftovers are swept by the next writing.
 */
final class WholeFolder {
    private final Path folder;
    private final Path filling;
    private final Path leaving;

    /** Puts files into a folder. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException;
    }

    WholeFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        String name = String.valueOf(this.folder.getFileName());
        this.filling = this.folder.resolveSibling("." + name + ".partial");
        this.leaving = this.folder.resolveSibling("." + name + ".old");
    }

    /** Whether it is a folder that may be renamed, no link, all of whose entries are files with names of the pattern. */
    boolean holdsOnly(Pattern names) throws IOException {
        Path around = folder.getParent();
        if (around == null || !Files.isWritable(around)) {
            return false;
        }
        if (!Files.isDirectory(folder) || Files.isSymbolicLink(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!names.matcher(String.valueOf(entry.getFileName())).matches() || Files.isDirectory(entry)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Fills a new folder and puts it into place, instead of the one that may be there. */
    void replace(Filling content) throws IOException {
        sweep();
        Files.createDirectories(filling);
        try {
            content.into(filling);
            if (Files.exists(folder)) {
                Files.move(folder, leaving, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(filling, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            sweep();
        }
    }

    /** Removes the folder with all that is in it. */
    void remove() throws IOException {
        Files.move(folder, leaving, StandardCopyOption.ATOMIC_MOVE);
        sweep();
    }

    /** Removes what an interrupted writing left. */
    void sweep() throws IOException {
        delete(filling);
        delete(leaving);
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
