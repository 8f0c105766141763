package org.fertivision.memo;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Patch;
import org.fertivision.finding.Path;
import org.fertivision.finding.Series;
import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.jspecify.annotations.Nullable;

/**
 * One field that was looked at: what was seen, and what it was made from.
 *
 * @param field what was seen
 * @param facts hashes and sizes of the input
 * @param calibration how large a pixel was taken to be, or null if nobody said
 * @param timing how fast the frames follow, or null if nobody said
 */
public record LookedAt(
        FieldOfView field,
        InputFacts facts,
        @Nullable Calibration calibration,
        @Nullable Timing timing) {
    private static final int OBJECT_BYTES = 256;
    private static final int READING_BYTES = 96;
    private static final int LABEL_BYTES = 64;
    private static final int CORNER_BYTES = 16;
    private static final int POINT_BYTES = 40;
    private static final long PLACE_BYTES = 12;

    /** About how many bytes of memory this holds; never less than what its arrays need. */
    public int weight() {
        long bytes = OBJECT_BYTES + (long) READING_BYTES * field.readings().size();
        for (Item item : field.items()) {
            bytes += weight(item);
        }
        for (Series series : field.series()) {
            bytes += OBJECT_BYTES + (long) CORNER_BYTES * series.size();
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    private static long weight(Item item) {
        List<?> labels = item.labels();
        return OBJECT_BYTES
                + (long) READING_BYTES * item.readings().size()
                + (long) LABEL_BYTES * labels.size()
                + (long) CORNER_BYTES * item.outline().size()
                + item.parts().stream()
                        .mapToLong(part -> OBJECT_BYTES
                                + (long) POINT_BYTES * part.places().size())
                        .sum()
                + item.course().map(Path::size).orElse(0) * PLACE_BYTES
                + item.picture().map(Patch::bytes).orElse(0L);
    }
}
