package org.fertivision.server.analysis;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the analyses of a batch, or why it became none.
 *
 * @param number its place in the batch, from 0
 * @param analysis its analysis, or null where it was refused
 * @param status how far it is: that of the analysis, {@code deleted} or {@code refused}
 * @param problemCode why there is no result, or null
 * @param problem why there is no result, as a sentence, or null
 */
record BatchItem(
        int number,
        @Nullable UUID analysis,
        String status,
        @Nullable String problemCode,
        @Nullable String problem) {}
