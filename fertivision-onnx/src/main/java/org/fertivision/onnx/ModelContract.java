package org.fertivision.onnx;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a model is, wants and answers, as its owner says it; held against the model when it is loaded.
 *
 * @param id its name, {@code vendor.name}
 * @param version its version, {@code major.minor.patch}
 * @param title a few words for people
 * @param intendedUse what it is for, and what it is not for
 * @param kinds the kinds whose items it is asked about
 * @param sha256 SHA-256 of the model's bytes, lower-case hexadecimal digits: the contract is of this model and no other
 * @param picture the pictures that it wants
 * @param meaning what its numbers mean
 * @param labels what it can call an item, in the order of its numbers
 * @param counted the label whose share is the score
 */
public record ModelContract(
        String id,
        String version,
        String title,
        String intendedUse,
        List<String> kinds,
        String sha256,
        Picture picture,
        Meaning meaning,
        List<String> labels,
        String counted) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** What is said of the model itself begins so. */
    static final String RESERVED = "model.";

    private static final Set<String> NAMES = Set.of(
            "id",
            "version",
            "title",
            "intendedUse",
            "kinds",
            "sha256",
            "width",
            "height",
            "channels",
            "mean",
            "deviation",
            "umPerPixel",
            "meaning",
            "labels",
            "counted");

    /** What the numbers of a model mean. */
    public enum Meaning {
        /** One for each label, from 0 to 1, together 1. */
        PROBABILITIES,
        /** One for each label, of any size; the largest is the model's word. */
        LOGITS
    }

    /**
     * The pictures that a model wants: batches of one, channels before rows before columns, {@code (sample / 255 - mean) /
     * deviation}.
     *
     * @param width columns, 1 to 1024
     * @param height rows, 1 to 1024
     * @param channels 1 (gray) or 3 (red, green, blue)
     * @param mean what is taken off each sample
     * @param deviation what each sample is divided by
     * @param umPerPixel size of its pixels, micrometers, or 0 where an object fills the picture whatever its size
     */
    public record Picture(int width, int height, int channels, double mean, double deviation, double umPerPixel) {
        private static final int LARGEST = 1024;

        /** Refuses sizes, channels and figures that no model has. */
        public Picture {
            if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
                throw new IllegalArgumentException(
                        "a model's picture has 1 to " + LARGEST + " pixels a side, not " + width + " x " + height);
            }
            if (channels != 1 && channels != 3) {
                throw new IllegalArgumentException("a model's picture has 1 channel or 3, not " + channels);
            }
            if (!Double.isFinite(mean) || !(deviation > 0) || !Double.isFinite(deviation)) {
                throw new IllegalArgumentException("mean is finite and deviation above 0");
            }
            if (!(umPerPixel >= 0) || !Double.isFinite(umPerPixel)) {
                throw new IllegalArgumentException("umPerPixel is the size of a pixel, or 0");
            }
        }
    }

    /** Copies lists; refuses what contradicts itself. */
    public ModelContract {
        kinds = List.copyOf(kinds);
        labels = List.copyOf(labels);
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 has 64 hexadecimal digits in lower case, not '" + sha256 + "'");
        }
        if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("a model has two labels or more, no two the same: " + labels);
        }
        if (labels.stream().anyMatch(label -> label.isBlank() || label.startsWith(RESERVED))) {
            throw new IllegalArgumentException("a label has letters and does not begin with " + RESERVED);
        }
        if (!labels.contains(counted)) {
            throw new IllegalArgumentException("counted is one of the labels " + labels + ", not '" + counted + "'");
        }
    }

    /**
     * Reads a contract as text: a line {@code name=value} for each of id, version, title, intendedUse, kinds, sha256,
     * width, height, channels, mean, deviation, umPerPixel (optional), meaning (probabilities or logits), labels, counted.
     * Lists are separated by commas.
     *
     * @throws IOException if reading fails
     * @throws IllegalArgumentException if something is missing, unknown or cannot be
     */
    public static ModelContract read(Reader text) throws IOException {
        Properties said = new Properties();
        said.load(text);
        Set<String> unknown = new TreeSet<>(said.stringPropertyNames());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "a model's contract says " + new TreeSet<>(NAMES) + " and no " + unknown);
        }
        Picture picture = new Picture(
                whole(said, "width"),
                whole(said, "height"),
                whole(said, "channels"),
                number(said, "mean"),
                number(said, "deviation"),
                said.containsKey("umPerPixel") ? number(said, "umPerPixel") : 0);
        return new ModelContract(
                text(said, "id"),
                text(said, "version"),
                text(said, "title"),
                text(said, "intendedUse"),
                list(said, "kinds"),
                text(said, "sha256"),
                picture,
                meaning(said),
                list(said, "labels"),
                text(said, "counted"));
    }

    private static Meaning meaning(Properties said) {
        String word = text(said, "meaning");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "probabilities" -> Meaning.PROBABILITIES;
            case "logits" -> Meaning.LOGITS;
            default -> throw new IllegalArgumentException("meaning is probabilities or logits, not '" + word + "'");
        };
    }

    private static String text(Properties said, String name) {
        String value = said.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a model's contract says its " + name);
        }
        return value;
    }

    private static List<String> list(Properties said, String name) {
        return List.of(text(said, name).split(",")).stream().map(String::strip).toList();
    }

    private static int whole(Properties said, String name) {
        try {
            return Integer.parseInt(text(said, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number, not '" + text(said, name) + "'", e);
        }
    }

    private static double number(Properties said, String name) {
        try {
            return Double.parseDouble(text(said, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number, not '" + text(said, name) + "'", e);
        }
    }
}
