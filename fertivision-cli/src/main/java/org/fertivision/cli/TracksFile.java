package org.fertivision.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Calibration;
import org.fertivision.tracking.FieldTracks;

/**
 * Tracks read from a file: a table with the columns of {@code tracks.csv}, or the truth of a drawn film.
 *
 * @param tracks the tracks
 * @param calibration how large a pixel is, where the file says so
 */
record TracksFile(FieldTracks tracks, Optional<Calibration> calibration) {
    private static final List<String> COLUMNS = List.of("track", "frame", "xPx", "yPx");

    /** Reads a file of either form; its first sign tells which. */
    static TracksFile read(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            int first = stream.read();
            return first == '{' ? new Truth(file).read() : table(file, CsvFile.read(file));
        }
    }

    private static TracksFile table(Path file, CsvFile table) {
        for (String column : COLUMNS) {
            if (!table.has(column)) {
                throw new Failure(
                        ExitCode.UNREADABLE,
                        file + " has no column '" + column
                                + "': tracks are a table field,track,frame,xPx,yPx (tracks.csv of a report; field may be"
                                + " missing) or the truth.json of a drawn film");
            }
        }
        FieldTracks tracks = new FieldTracks();
        int number = 1;
        for (List<String> row : table.rows()) {
            number++;
            try {
                tracks.add(
                        table.has("field") ? Integer.parseInt(table.cell(row, "field")) : 0,
                        table.cell(row, "track"),
                        Integer.parseInt(table.cell(row, "frame")),
                        Double.parseDouble(table.cell(row, "xPx")),
                        Double.parseDouble(table.cell(row, "yPx")));
            } catch (IllegalArgumentException e) {
                throw new Failure(ExitCode.UNREADABLE, file + ", line " + number + ": " + e.getMessage());
            }
        }
        return new TracksFile(tracks, Optional.empty());
    }

    /** The truth of a drawn film, read token by token. */
    private static final class Truth {
        private final Path file;
        private final FieldTracks tracks = new FieldTracks();
        private double umPerPixelX;
        private double umPerPixelY;
        private boolean known;

        Truth(Path file) {
            this.file = file;
        }

        TracksFile read() throws IOException {
            try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    switch (name) {
                        case "calibration" -> calibration(json);
                        case "tracks" -> tracks(json);
                        default -> json.skipChildren();
                    }
                }
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw new Failure(ExitCode.UNREADABLE, file + " is no truth of a drawn film: " + e.getMessage());
            }
            if (!known) {
                throw new Failure(ExitCode.UNREADABLE, file + " is no truth of a drawn film: it has no list of tracks");
            }
            return new TracksFile(
                    tracks,
                    umPerPixelX > 0 && umPerPixelY > 0
                            ? Optional.of(Calibration.umPerPixel(umPerPixelX, umPerPixelY))
                            : Optional.empty());
        }

        private void calibration(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "umPerPixelX" -> umPerPixelX = json.getDoubleValue();
                    case "umPerPixelY" -> umPerPixelY = json.getDoubleValue();
                    default -> json.skipChildren();
                }
            }
        }

        private void tracks(JsonParser json) throws IOException {
            known = json.currentToken() == JsonToken.START_ARRAY;
            while (json.nextToken() == JsonToken.START_OBJECT) {
                track(json);
            }
        }

        private void track(JsonParser json) throws IOException {
            String id = "";
            List<Double> frames = List.of();
            List<Double> x = List.of();
            List<Double> y = List.of();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> id = json.getText();
                    case "frames" -> frames = numbers(json);
                    case "xPx" -> x = numbers(json);
                    case "yPx" -> y = numbers(json);
                    default -> json.skipChildren();
                }
            }
            if (frames.size() != x.size() || frames.size() != y.size()) {
                throw new IllegalArgumentException("track " + id + " has not one place for each frame");
            }
            for (int i = 0; i < frames.size(); i++) {
                tracks.add(0, id, frames.get(i).intValue(), x.get(i), y.get(i));
            }
        }

        private static List<Double> numbers(JsonParser json) throws IOException {
            List<Double> numbers = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                numbers.add(json.getDoubleValue());
            }
            return numbers;
        }
    }
}
