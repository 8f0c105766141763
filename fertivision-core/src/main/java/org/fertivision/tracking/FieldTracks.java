package org.fertivision.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fertivision.image.Calibration;

/**
 * Tracks in one or more fields, places in pixels, as a file lists them. A track of one field has nothing to do with a track
 * of the same name in another. Fill it, then compare; not thread-safe.
 */
public final class FieldTracks {
    private final List<Row> rows = new ArrayList<>();

    /** No tracks yet. */
    public FieldTracks() {}

    private record Row(int field, String track, int frame, double xPx, double yPx) {}

    /**
     * Adds one place.
     *
     * @param field number of the field, 0 or more
     * @param track name of the track within the field
     * @param frame number of the frame, 0 or more
     * @param xPx finite
     * @param yPx finite
     * @throws IllegalArgumentException if a number is not in its range
     */
    public void add(int field, String track, int frame, double xPx, double yPx) {
        if (field < 0 || frame < 0) {
            throw new IllegalArgumentException("fields and frames count from 0, not " + Math.min(field, frame));
        }
        rows.add(new Row(field, track, frame, xPx, yPx));
    }

    /** How many places there are. */
    public int places() {
        return rows.size();
    }

    /**
     * How well told tracks keep to these.
     *
     * @param told what a linker says of the same fields
     * @param reachPx largest distance of a match, pixels
     * @throws IllegalArgumentException if there is no place here, a track has two places in a frame, a place is not finite or
     *     the reach is not positive
     */
    public TrackingScore score(FieldTracks told, double reachPx) {
        return score(told, reachPx, 1, 1);
    }

    /** The same with a reach in micrometers, pixels of the given size. */
    public TrackingScore score(FieldTracks told, double reachUm, Calibration pixel) {
        return score(told, reachUm, pixel.umPerPixelX(), pixel.umPerPixelY());
    }

    private TrackingScore score(FieldTracks told, double reach, double unitX, double unitY) {
        Map<Long, Integer> frames = new TreeMap<>();
        rows.forEach(row -> frames.put(moment(row), 0));
        told.rows.forEach(row -> frames.put(moment(row), 0));
        int number = 0;
        for (Map.Entry<Long, Integer> frame : frames.entrySet()) {
            frame.setValue(number++);
        }
        return TrackingScore.of(table(frames, unitX, unitY), told.table(frames, unitX, unitY), reach);
    }

    /** Fields one after the other, their frames in order. */
    private static long moment(Row row) {
        return (long) row.field << 32 | row.frame;
    }

    private TrackTable table(Map<Long, Integer> frames, double unitX, double unitY) {
        TrackTable.Builder table = TrackTable.builder();
        for (Row row : rows) {
            table.add(
                    row.field + " " + row.track, frames.getOrDefault(moment(row), 0), row.xPx * unitX, row.yPx * unitY);
        }
        return table.build();
    }
}
