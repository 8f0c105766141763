package org.fertivision.memo;

import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Everything that what is seen in a field depends on, and nothing else.
 *
 * <p>These parts of a request do not matter to a look and so are not here: its other fields, the names of fields and
 * specimen, the scorers (unless one asks for patches), parameters for the summary, annotations, the deadline and the
 * listener for progress. {@code CacheKeyTest} holds this list against the request.
 *
 * @param scope whose request it is
 * @param content hash of the bytes, or of the pixels where frames were given
 * @param page which page of the file is the field, from 0, or null where all of it is
 * @param reader id and version of a stranger's reader, or empty for the built-in ones
 * @param analyzer id and version of the analyzer
 * @param settings settings for the look, as this field sees them
 * @param calibration what the caller or the given frames said of the size of a pixel, or null
 * @param timing what the caller or the given frames said of the frame rate, or null
 * @param patches whether pictures of the items are kept
 * @param build version of the software
 */
public record CacheKey(
        String scope,
        String content,
        @Nullable Integer page,
        String reader,
        String analyzer,
        Settings settings,
        @Nullable Calibration calibration,
        @Nullable Timing timing,
        boolean patches,
        String build) {
    private static final int OBJECT_BYTES = 512;

    /** This key with the scale and speed that given frames carry themselves, where the caller said nothing else. */
    public CacheKey told(Frames frames) {
        return new CacheKey(
                scope,
                content,
                page,
                reader,
                analyzer,
                settings,
                calibration == null ? frames.calibration().orElse(null) : calibration,
                timing == null ? frames.timing().orElse(null) : timing,
                patches,
                build);
    }

    /** About how many bytes of memory this holds; a drawn outline among the settings may be long. */
    int weight() {
        long bytes = OBJECT_BYTES + 2L * scope.length();
        for (String text : settings.texts().values()) {
            bytes += 4L * text.length();
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
