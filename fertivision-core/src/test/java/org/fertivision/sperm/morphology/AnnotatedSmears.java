package org.fertivision.sperm.morphology;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.Input;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.real.RealData;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** Stained smears whose cells three annotators outlined, the first one part by part. */
final class AnnotatedSmears {
    private static final Set<String> TUNED_ON =
            Set.of("2022-10-29", "2022-12-02", "2023-03-28", "2023-04-06", "2023-04-26", "2023-04-27");

    private final Path folder = RealData.folder("cpnet-sperm-parsing");

    /** What is written of one cell, by the names of the columns. */
    record Cell(Map<String, String> columns) {
        int number() {
            return Integer.parseInt(columns.get("cell"));
        }

        /** A figure above 0. */
        OptionalDouble figure(String column) {
            String text = columns.getOrDefault(column, "");
            double figure = text.isEmpty() ? 0 : Double.parseDouble(text);
            return figure > 0 ? OptionalDouble.of(figure) : OptionalDouble.empty();
        }

        /** How far apart two figures are, as a share of the first. */
        OptionalDouble difference(String column, String other) {
            OptionalDouble one = figure(column);
            OptionalDouble two = figure(other);
            return one.isPresent() && two.isPresent()
                    ? OptionalDouble.of(Math.abs(two.getAsDouble() / one.getAsDouble() - 1))
                    : OptionalDouble.empty();
        }
    }

    /** The fields of the imaging dates that nothing was chosen on, every so many of them, with their cells. */
    Map<String, List<Cell>> measuredOn(int every) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("cells.csv"));
        String[] names = lines.get(0).split(",", -1);
        Map<String, List<Cell>> fields = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> columns = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                columns.put(names[i], values[i]);
            }
            Cell cell = new Cell(Map.copyOf(columns));
            if (!TUNED_ON.contains(values[0].substring(0, 10))
                    && cell.figure("head_area").isPresent()) {
                fields.computeIfAbsent(values[0], image -> new ArrayList<>()).add(cell);
            }
        }
        int[] at = {0};
        fields.keySet().removeIf(image -> at[0]++ % every != 0);
        return fields;
    }

    /** 1 acrosome, 2 nucleus, 3 vacuole, 4 midpiece, 5 tail, by the first annotator. */
    Raster parts(String image) throws IOException {
        return raster("parts", image);
    }

    /** The number of the cell at each place, by the first annotator. */
    Raster cells(String image) throws IOException {
        return raster("cells", image);
    }

    Frame frame(String image) {
        Limits limits = Limits.standard();
        Input input =
                Input.read((Source.OfBytes) Source.of(folder.resolve("images").resolve(image + ".jpg")), limits);
        Frames frames = Decoder.decode(input, limits, Descriptor.Channels.COLOR, Work.unlimited())
                .frames();
        return frames.only();
    }

    private Raster raster(String kind, String image) throws IOException {
        return ImageIO.read(folder.resolve(kind).resolve(image + ".png").toFile())
                .getRaster();
    }
}
