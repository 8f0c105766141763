package org.fertivision.beam;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.fertivision.cli.Batch;

/**
 * The batches that this process works on, by their words: each with one engine for all threads, which the runner makes and
 * ends as it likes.
 */
final class BatchesHere {
    /** Beam copies a step for each thread, so that what they share can be found in no other way. */
    private static final ConcurrentMap<List<String>, Batch> OPEN = new ConcurrentHashMap<>();

    private BatchesHere() {}

    /** The batch of these words; joined where this process did not begin it. */
    static Batch of(List<String> words) {
        return OPEN.computeIfAbsent(words, Batch::joined);
    }

    /** Lends the batch that this process has begun. */
    static void lend(List<String> words, Batch batch) {
        OPEN.put(words, batch);
    }

    /** Ends the loan. */
    static void takeBack(List<String> words) {
        OPEN.remove(words);
    }
}
