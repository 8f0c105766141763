package org.fertivision.follicle;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.FollicleMeasures;

/**
 * The follicles that count, still by still, of those stills in which a person outlined the ovary: without an outline a
 * vessel or the bladder may be among them, and no published number is about those.
 *
 * @param sections the follicles of each still
 */
record OutlinedSections(List<List<Item>> sections) {
    static OutlinedSections of(Findings findings) {
        return new OutlinedSections(findings.fields().stream()
                .filter(OutlinedSections::isOutlined)
                .map(field -> field.counted().toList())
                .toList());
    }

    private static boolean isOutlined(FieldOfView field) {
        return field.reading(FollicleMeasures.OVARY_AREA) instanceof Reading.Measured;
    }

    /** Why published numbers cannot be set beside these findings; nothing where they can. */
    static Optional<Score> refusal(Findings findings) {
        if (findings.summary().reading(FollicleMeasures.FOLLICLES).figure().isEmpty()) {
            return Optional.of(Score.notScored("follicles were not counted"));
        }
        return findings.fields().stream().anyMatch(OutlinedSections::isOutlined)
                ? Optional.empty()
                : Optional.of(
                        Score.notScored("ovary-not-outlined: what lies outside the ovary may be among what counts"));
    }

    /** The most follicles in one still whose {@code diameter} is from {@code lowest} to below {@code end} millimeters. */
    int most(Measure diameter, double lowest, double end) {
        return sections.stream()
                .mapToInt(section -> (int) section.stream()
                        .map(follicle -> follicle.reading(diameter).figure())
                        .flatMap(Optional::stream)
                        .filter(mm -> mm >= lowest && mm < end)
                        .count())
                .max()
                .orElse(0);
    }
}
