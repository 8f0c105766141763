package org.fertivision.server.analysis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client takes, as its {@code Accept} says (RFC 9110, section 12.5.1). */
final class Accepted {
    private static final Pattern QUALITY =
            Pattern.compile("\\s*[qQ]\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*");

    private final List<Range> ranges;

    /** A range of media types, and how much they are wanted. */
    private record Range(String type, BigDecimal quality) {
        static Range of(String text) {
            String[] parts = text.split(";", -1);
            BigDecimal quality = Arrays.stream(parts)
                    .skip(1)
                    .map(QUALITY::matcher)
                    .filter(Matcher::matches)
                    .map(found -> new BigDecimal(found.group(1)))
                    .findFirst()
                    .orElse(BigDecimal.ONE);
            return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality);
        }

        /** How closely it names a media type: 0 not at all. */
        int closeness(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            return type.equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*") ? 2 : type.equals("*/*") ? 1 : 0;
        }
    }

    /** Reads the header; an empty one takes everything. */
    Accepted(String header) {
        this.ranges = header.isBlank()
                ? List.of(new Range("*/*", BigDecimal.ONE))
                : Arrays.stream(header.split(",")).map(Range::of).toList();
    }

    /** The one that is wanted most, the first of equals; nothing where none is taken. */
    Optional<String> best(List<String> mediaTypes) {
        return mediaTypes.stream()
                .filter(type -> quality(type).signum() > 0)
                .reduce((one, other) -> quality(other).compareTo(quality(one)) > 0 ? other : one);
    }

    private BigDecimal quality(String mediaType) {
        return ranges.stream()
                .filter(range -> range.closeness(mediaType) > 0)
                .max(Comparator.comparingInt(range -> range.closeness(mediaType)))
                .map(Range::quality)
                .orElse(BigDecimal.ZERO);
    }
}
