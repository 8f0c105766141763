package org.fertivision.server.analysis;

import java.util.UUID;
import org.fertivision.server.analysis.AnalysisRow.Status;
import org.jspecify.annotations.Nullable;

/**
 * The work on an analysis as it is kept.
 *
 * @param id its id, which is the analysis's
 * @param status how far it is
 * @param progress the share that was looked at, 0 to 1
 * @param stage what is done now, or null where nothing is
 * @param attempt which attempt it is, from 1; 0 before the first
 * @param cancelAsked whether somebody called it off
 * @param queuePosition its place among the tenant's analyses that wait, from 1; 0 where it does not wait
 * @param problemCode why there is no result, or null
 * @param problem why there is no result, as a sentence, or null
 */
record JobRow(
        UUID id,
        Status status,
        double progress,
        @Nullable String stage,
        int attempt,
        boolean cancelAsked,
        long queuePosition,
        @Nullable String problemCode,
        @Nullable String problem) {}
