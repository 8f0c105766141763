package org.fertivision.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fertivision.request.Source;

/** The files that the words of a command name: the fields of one specimen, in the order of their names. */
final class ImageFiles {
    /** Endings of images and videos, of those that cannot be read too: a person who sees one in a folder expects it to count. */
    private static final Set<String> ENDINGS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "gif", "webp", "heic", "jp2", "dcm", "avi",
            "mp4", "m4v", "mov", "mkv", "webm", "mpg", "mpeg", "wmv");

    private static final Pattern OVERLAY = Pattern.compile("overlay-\\d+\\.png");

    private static final Comparator<Path> BY_NAME =
            Comparator.<Path, String>comparing(ImageFiles::name).thenComparing(Path::toString);

    private ImageFiles() {}

    /**
     * The files that the words name, sorted by file name in the order of UTF-16 units; a folder stands for the images
     * and videos directly in it.
     *
     * @param talk is told what was left aside in folders
     */
    static List<Path> of(List<String> words, Talk talk) {
        List<Path> files = new ArrayList<>();
        Set<Path> known = new HashSet<>();
        try {
            for (String word : words) {
                Path path = path(word);
                for (Path file : Files.isDirectory(path) ? within(path, talk) : List.of(path)) {
                    if (!known.add(file.toRealPath())) {
                        throw namedTwice(file);
                    }
                    files.add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(BY_NAME);
        return files;
    }

    /** The files and folders that the words name, each of them a field, sorted by name. */
    static List<Path> orFolders(List<String> words) {
        List<Path> fields = new ArrayList<>();
        Set<Path> known = new HashSet<>();
        try {
            for (String word : words) {
                Path path = path(word);
                if (!known.add(path.toRealPath())) {
                    throw namedTwice(path);
                }
                fields.add(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fields.sort(BY_NAME);
        return fields;
    }

    /** What is read from a path: a folder is the frames of one video. */
    static Source source(Path path) {
        return Files.isDirectory(path) ? Source.frames(path) : Source.of(path);
    }

    private static Failure namedTwice(Path path) {
        return new Failure(ExitCode.USAGE, path + " is named twice; a field counts once");
    }

    /** The last part of a path. */
    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** The images and videos directly in a folder, sorted; maybe none. */
    static List<Path> directlyIn(Path folder) throws IOException {
        List<Path> images = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isImage(entry) && !isOurs(entry)) {
                    images.add(entry);
                }
            }
        }
        images.sort(BY_NAME);
        return images;
    }

    private static Path path(String word) throws NoSuchFileException {
        if (word.equals("-")) {
            throw new Failure(ExitCode.USAGE, "'-' for standard input is not understood; name files or folders");
        }
        if (word.contains("://")) {
            throw new Failure(ExitCode.USAGE, word + " is an address; name files or folders on this machine");
        }
        try {
            Path path = Path.of(word);
            if (!Files.exists(path)) {
                throw new NoSuchFileException(word);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new Failure(ExitCode.FILES, "'" + word + "' cannot be the name of a file here: " + e.getReason());
        }
    }

    private static List<Path> within(Path folder, Talk talk) throws IOException {
        List<Path> images = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isImage(entry) && !isOurs(entry)) {
                    images.add(entry);
                } else {
                    skipped.add(name(entry));
                }
            }
        }
        if (images.isEmpty()) {
            throw new Failure(
                    ExitCode.UNREADABLE,
                    "there is no image in the folder " + folder + " (folders within it are not searched)");
        }
        skipped.sort(null);
        skipped.forEach(name -> talk.detail("left aside in " + folder + ": " + name));
        return images;
    }

    /** Whether it is a picture that an earlier report left in the folder: no field of the specimen. */
    private static boolean isOurs(Path entry) {
        return OVERLAY.matcher(name(entry)).matches() && Files.exists(entry.resolveSibling("report.json"));
    }

    private static boolean isImage(Path entry) {
        String name = name(entry);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending) && !Files.isDirectory(entry);
    }
}
