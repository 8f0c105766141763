package org.fertivision.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;

/** A kind of still: how one is drawn, where real ones lie in a folder of data, and what the analysis may cost. */
enum Kind {
    /** Green and red cells. */
    VITALITY("sperm-vitality", 0.481, 60, "opencasa/vitality", 0.30),
    /** Heads, large in the picture. */
    MORPHOLOGY("sperm-morphology", 0.081, 15, "opencasa/morphometry", 0.50),
    /** Heads in a counting chamber; the phantom's own concentration sets how many. */
    COUNT("sperm-count", 0.48, 0, "", 0.30);

    private static final double SIDES = 1.5;

    private final String word;
    private final double umPerPixel;
    private final int cellsPerMegapixel;
    private final String folder;
    private final double mostOfDecode;

    Kind(String word, double umPerPixel, int cellsPerMegapixel, String folder, double mostOfDecode) {
        this.word = word;
        this.umPerPixel = umPerPixel;
        this.cellsPerMegapixel = cellsPerMegapixel;
        this.folder = folder;
        this.mostOfDecode = mostOfDecode;
    }

    /** The word by which the engine knows it. */
    String word() {
        return word;
    }

    /** The size of a pixel of its stills, micrometers. */
    double umPerPixel() {
        return umPerPixel;
    }

    /** The largest share of the time of decoding that the rest of an analysis may take. */
    double mostOfDecode() {
        return mostOfDecode;
    }

    /** Draws a still of so many megapixels, three wide and two high, as a JPEG file in a folder. */
    Path draw(double megapixels, Path into) throws IOException {
        Path file = into.resolve(String.format(Locale.ROOT, "%s-%.1f.jpg", word, megapixels));
        if (!Files.exists(file)) {
            int height = (int) Math.round(Math.sqrt(megapixels * 1e6 / SIDES));
            Phantom<Drawn> phantom = Phantoms.of(word)
                    .seed(1)
                    .with("width", (double) Math.round(height * SIDES))
                    .with("height", height)
                    .with("umPerPixel", umPerPixel);
            if (cellsPerMegapixel > 0) {
                phantom = phantom.with("cells", (double) Math.round(cellsPerMegapixel * megapixels));
            }
            phantom.draw().writeJpeg(file);
        }
        return file;
    }

    /** The first file of each real sample of this kind in a folder of data. */
    List<Path> real(Path data) throws IOException {
        Path samples = data.resolve(folder);
        if (folder.isEmpty() || !Files.isDirectory(samples)) {
            return List.of();
        }
        return children(samples).stream()
                .filter(Files::isDirectory)
                .flatMap(sample -> first(sample).stream())
                .toList();
    }

    private static Optional<Path> first(Path sample) {
        return children(sample).stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
                .findFirst();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
