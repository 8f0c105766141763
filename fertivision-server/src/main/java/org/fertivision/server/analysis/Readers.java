package org.fertivision.server.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who read which pictures: what was measured of them, and what each person made of that alone. The same pictures handed in
 * twice in the same way give the same result, so that its hash tells them. Thread-safe.
 */
final class Readers {
    /** The newest analyses of a kind that are looked at. */
    private static final int MOST = 200;

    private final Analyses analyses;
    private final Reviews reviews;

    Readers(Analyses analyses, Reviews reviews) {
        this.analyses = analyses;
        this.reviews = reviews;
    }

    /** The persons who read pictures of a kind, by name, and how many each of them read. */
    Map<String, Integer> of(UUID tenant, String kind) {
        Map<String, Integer> counts = new TreeMap<>();
        analyses(tenant, kind)
                .forEach((row, said) -> said.stream()
                        .map(Review::by)
                        .distinct()
                        .filter(by -> alone(said, by).isPresent())
                        .forEach(by -> counts.merge(by, 1, Integer::sum)));
        return counts;
    }

    /**
     * What somebody read of pictures of a kind, the newest reading of each: the hash of what was measured, and the version
     * that is his.
     *
     * @param by a person, or null for what was measured
     */
    Map<String, Version> readings(UUID tenant, String kind, @Nullable String by) {
        Map<String, Version> readings = new LinkedHashMap<>();
        analyses(tenant, kind).forEach((row, said) -> {
            Optional<List<Review>> own = by == null ? Optional.of(List.of()) : alone(said, by);
            own.ifPresent(his ->
                    readings.putIfAbsent(String.valueOf(row.resultSha256()), new Version(row, his, said.size())));
        });
        return readings;
    }

    private Map<AnalysisRow, List<Review>> analyses(UUID tenant, String kind) {
        Map<AnalysisRow, List<Review>> all = new LinkedHashMap<>();
        for (AnalysisRow row : analyses.measured(tenant, new Analyses.Filter(null, kind, null), MOST)) {
            all.put(row, row.version() == 0 ? List.of() : reviews.of(tenant, row.id()));
        }
        return all;
    }

    /** What a person said before anybody else did, unless the last of it is that the result is not taken. */
    private static Optional<List<Review>> alone(List<Review> said, String by) {
        int own = 0;
        while (own < said.size() && said.get(own).by().equals(by)) {
            own++;
        }
        List<Review> his = said.subList(0, own);
        return own == 0 || Review.state(his) == Review.State.REJECTED ? Optional.empty() : Optional.of(his);
    }
}
