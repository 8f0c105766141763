package org.fertivision.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Interval;
import org.fertivision.image.Calibration;
import org.fertivision.tracking.TrackingScore;
import org.jspecify.annotations.Nullable;

/**
 * How well the tracks of one file keep to those of another.
 *
 * @param score the figures
 * @param within how far a match may be apart
 */
record TrackAgreement(TrackingScore score, Within within) {
    /** Compares two files; {@code pixel} is how large a pixel is, or null where only the files may know. */
    static TrackAgreement of(Path truth, Path told, Within within, @Nullable Calibration pixel) throws IOException {
        TracksFile known = TracksFile.read(truth);
        TracksFile said = TracksFile.read(told);
        try {
            if (!within.inUm()) {
                return new TrackAgreement(known.tracks().score(said.tracks(), within.distance()), within);
            }
            Calibration scale = Optional.ofNullable(pixel)
                    .or(known::calibration)
                    .or(said::calibration)
                    .orElseThrow(() -> new Failure(
                            ExitCode.SCALE,
                            "nobody says how large a pixel is, so " + within + " cannot be told in the files' pixels:"
                                    + " give --um-per-pixel X, or the distance in pixels (--within 10px)"));
            return new TrackAgreement(known.tracks().score(said.tracks(), within.distance(), scale), within);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.REQUEST, "the tracks cannot be compared: " + e.getMessage());
        }
    }

    /** Prints a table for people, each figure with what it says. */
    void print(PrintWriter out) {
        out.print(Plain.count(score.toldTracks(), "track") + " with " + Plain.count(score.toldPlaces(), "place")
                + " beside " + score.trueTracks() + " true with " + score.truePlaces() + ", matched within " + within
                + "\n\n");
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("", "value", "", "95 % interval", "");
        percent(
                table,
                "IDF1",
                Optional.of(score.idf1()),
                score.idf1Ci95(),
                "places with the right identity throughout");
        percent(table, "HOTA", Optional.of(score.hota()), null, "detection and identity alike, all distances");
        percent(
                table,
                "MOTA",
                Optional.of(score.mota()),
                null,
                "less missed, extra and switched; barely sees identity");
        percent(table, "detection recall", Optional.of(score.recall()), null, "true places that were found");
        percent(table, "detection precision", score.precision(), null, "places found that are true");
        table.row(
                "identity switches",
                Integer.toString(score.switches()),
                "",
                "",
                "times a cell goes on as another track");
        percent(
                table,
                "wrong ends",
                score.wrongEndsShare(),
                null,
                score.wrongEnds() + " of " + Plain.count(score.judgedEnds(), "track")
                        + " of ten places or more end as another cell");
        table.print(out, 2);
    }

    private static void percent(
            TextTable table, String name, Optional<Double> value, @Nullable Interval interval, String says) {
        table.row(
                name,
                value.map(Plain::figure).orElse("not measured"),
                value.isPresent() ? "%" : "",
                interval == null ? "" : Plain.interval(interval),
                says);
    }

    /** Writes the figures as one JSON object; what cannot be told is absent. */
    void json(PrintWriter out) throws IOException {
        try (JsonGenerator json = ListFormat.json(out)) {
            json.writeStartObject();
            json.writeNumberField("within", within.distance());
            json.writeStringField("withinUnit", within.inUm() ? "um" : "px");
            json.writeNumberField("trueTracks", score.trueTracks());
            json.writeNumberField("truePlaces", score.truePlaces());
            json.writeNumberField("tracks", score.toldTracks());
            json.writeNumberField("places", score.toldPlaces());
            json.writeNumberField("matched", score.matched());
            json.writeNumberField("idf1", score.idf1());
            json.writeArrayFieldStart("idf1Ci95");
            json.writeNumber(score.idf1Ci95().lo());
            json.writeNumber(score.idf1Ci95().hi());
            json.writeEndArray();
            json.writeNumberField("hota", score.hota());
            json.writeNumberField("mota", score.mota());
            json.writeNumberField("recall", score.recall());
            if (score.precision().isPresent()) {
                json.writeNumberField("precision", score.precision().get());
            }
            json.writeNumberField("identitySwitches", score.switches());
            json.writeNumberField("judgedEnds", score.judgedEnds());
            json.writeNumberField("wrongEnds", score.wrongEnds());
            if (score.wrongEndsShare().isPresent()) {
                json.writeNumberField("wrongEndsShare", score.wrongEndsShare().get());
            }
            json.writeEndObject();
        }
        out.print("\n");
    }
}
