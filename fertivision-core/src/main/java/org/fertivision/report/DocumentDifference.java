package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place where two result documents differ.
 *
 * @param pointer the place, as a JSON pointer (RFC 6901)
 * @param before the first document's value as canonical JSON, or {@code absent}
 * @param after the second document's
 */
public record DocumentDifference(String pointer, String before, String after) {
    private static final String ABSENT = "absent";

    /**
     * All differences, in the order of the documents; empty where both say the same.
     *
     * @throws org.fertivision.spi.RejectedException if one is no JSON of a document
     */
    public static List<DocumentDifference> between(byte[] before, byte[] after) {
        List<DocumentDifference> found = new ArrayList<>();
        compare("", JsonReader.read(before, ReportJson.MAX_BYTES), JsonReader.read(after, ReportJson.MAX_BYTES), found);
        return found;
    }

    private static void compare(
            String place, @Nullable Json before, @Nullable Json after, List<DocumentDifference> found) {
        if (before instanceof Json.Members one && after instanceof Json.Members other) {
            Set<String> names = new TreeSet<>(one.named().keySet());
            names.addAll(other.named().keySet());
            names.forEach(name -> compare(
                    place + "/" + step(name),
                    one.named().get(name),
                    other.named().get(name),
                    found));
        } else if (before instanceof Json.Sequence one && after instanceof Json.Sequence other) {
            int longer = Math.max(one.elements().size(), other.elements().size());
            for (int i = 0; i < longer; i++) {
                compare(place + "/" + i, at(one, i), at(other, i), found);
            }
        } else if (!text(before).equals(text(after))) {
            found.add(new DocumentDifference(place, text(before), text(after)));
        }
    }

    private static @Nullable Json at(Json.Sequence sequence, int i) {
        return i < sequence.elements().size() ? sequence.elements().get(i) : null;
    }

    private static String text(@Nullable Json value) {
        return value == null ? ABSENT : CanonicalJson.text(value);
    }

    private static String step(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
