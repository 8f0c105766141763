package org.fertivision.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A specimen of a batch.
 *
 * @param name its name: the name of its folder in the results, unlike that of every other one
 * @param place the file or folder it is
 * @param files its fields, in order; none where its folder holds no image
 */
public record Specimen(String name, Path place, List<Path> files) {
    /** Copies the list. */
    public Specimen {
        files = List.copyOf(files);
    }

    /** What one specimen is. */
    enum By {
        /** Every file is one, with a single field. */
        FILE,
        /** Every folder is one, with the images in it as its fields. */
        FOLDER,
        /** Every folder is one, with the images in it as the frames of its single field. */
        VIDEO
    }

    /**
     * The specimens of a folder, sorted by name.
     *
     * @param results the folder that results go to, which is none of them
     * @throws Failure if there is none
     */
    static List<Specimen> of(Path folder, By by, Path results) {
        try {
            if (!Files.exists(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            if (!Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            List<Specimen> found = by == By.FILE ? files(folder) : folders(folder, by, results);
            if (found.isEmpty()) {
                throw nothing(folder, by);
            }
            return named(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Failure nothing(Path folder, By by) throws IOException {
        String hint;
        if (by != By.FILE) {
            hint = ImageFiles.directlyIn(folder).isEmpty() ? "" : " (there are images: --by file takes each for one)";
        } else {
            hint = subfolders(folder).isEmpty() ? "" : " (there are folders: --by folder takes each for one)";
        }
        String missing = by != By.FILE ? "no folder" : "no image";
        return new Failure(ExitCode.UNREADABLE, "there is " + missing + " in " + folder + hint);
    }

    private static List<Specimen> files(Path folder) throws IOException {
        List<Specimen> found = new ArrayList<>();
        for (Path file : ImageFiles.directlyIn(folder)) {
            String name = ImageFiles.name(file);
            found.add(new Specimen(name.substring(0, name.lastIndexOf('.')), file, List.of(file)));
        }
        return found;
    }

    private static List<Specimen> folders(Path folder, By by, Path results) throws IOException {
        List<Specimen> found = new ArrayList<>();
        for (Path inner : subfolders(folder)) {
            if (!Files.exists(results) || !Files.isSameFile(inner, results)) {
                List<Path> fields = by == By.VIDEO ? List.of(inner) : ImageFiles.directlyIn(inner);
                found.add(new Specimen(ImageFiles.name(inner), inner, fields));
            }
        }
        return found;
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry) && !ImageFiles.name(entry).startsWith(".")) {
                    found.add(entry);
                }
            }
        }
        found.sort(Comparator.comparing(ImageFiles::name));
        return found;
    }

    /**
     * The same specimens with names of their own: the first to have a name keeps it, the others get {@code -2},
     * {@code -3} and so on behind it. Names that differ in upper and lower case or in how an accent is spelled collide on
     * some file systems, so they count as equal on all.
     */
    private static List<Specimen> named(List<Specimen> found) {
        Set<String> taken = new HashSet<>(BatchPlace.FILES);
        List<Specimen> first = new ArrayList<>();
        List<Specimen> later = new ArrayList<>();
        for (Specimen specimen : found) {
            (taken.add(folded(specimen.name)) ? first : later).add(specimen);
        }
        for (Specimen specimen : later) {
            int number = 2;
            while (!taken.add(folded(specimen.name + "-" + number))) {
                number++;
            }
            first.add(new Specimen(specimen.name + "-" + number, specimen.place, specimen.files));
        }
        first.sort(Comparator.comparing(Specimen::name));
        return first;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
