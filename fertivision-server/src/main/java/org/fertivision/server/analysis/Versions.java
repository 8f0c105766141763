package org.fertivision.server.analysis;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Query;

/** Finds the version of a result that a call asks for: as it was measured, or as it is since somebody said something. */
final class Versions {
    private static final String VERSION = "version";

    private final Analyses analyses;
    private final Reviews reviews;
    private final Lookup lookup;

    Versions(Analyses analyses, Reviews reviews, Lookup lookup) {
        this.analyses = analyses;
        this.reviews = reviews;
        this.lookup = lookup;
    }

    /**
     * The version that a call asks for; without a word, the result as it was measured.
     *
     * @param others what else the call may ask for
     * @throws ProblemException if there is none
     */
    Version of(Call call, String... others) {
        AnalysisRow row = lookup.succeeded(call);
        Query query = call.query();
        query.noneBut(Stream.concat(Stream.of(VERSION), Stream.of(others)).toArray(String[]::new));
        List<Review> said = said(call, row);
        String text = query.one(VERSION).orElse("0");
        if (!text.matches("0|[1-9][0-9]{0,5}") || Integer.parseInt(text) > said.size()) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "There is no such version; they count from 0 to " + said.size() + ".");
        }
        return new Version(row, said.subList(0, Integer.parseInt(text)), said.size());
    }

    /** The version with all that was said. */
    Version latest(Call call) {
        AnalysisRow row = lookup.succeeded(call);
        List<Review> said = said(call, row);
        return new Version(row, said, said.size());
    }

    private List<Review> said(Call call, AnalysisRow row) {
        return row.version() == 0 ? List.of() : reviews.of(call.principal().tenant(), row.id());
    }

    /** The result document of a version. */
    byte[] document(UUID tenant, Version version) {
        UUID id = version.row().id();
        return version.number() == 0
                ? analyses.document(tenant, id)
                : reviews.document(tenant, id, version.number()).orElseGet(() -> analyses.document(tenant, id));
    }
}
