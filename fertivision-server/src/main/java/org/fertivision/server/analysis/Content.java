package org.fertivision.server.analysis;

import java.util.List;
import org.fertivision.server.seal.DataKey;

/**
 * What was handed in for an analysis, as it is kept.
 *
 * @param key under which it is sealed
 * @param query what was asked
 * @param origin where the specimen comes from
 * @param fields the images, one field each
 */
record Content(DataKey key, AnalysisQuery query, Origin origin, List<Submission.Field> fields) {
    /** Copies the fields. */
    Content {
        fields = List.copyOf(fields);
    }

    /** The same, with further words of persons behind those that were handed in. */
    Content saying(List<Object> words) {
        return new Content(key, query.saying(words), origin, fields);
    }
}
