package org.fertivision.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.SpermMeasures;

/** The counted objects by what they were called, so that a share leads to the objects behind it. */
final class Verdicts {
    private static final String NORMAL = "normal";
    /** Shares whose code is not the word of the objects they count. */
    private static final Map<String, String> WORDS =
            Map.of(SpermMeasures.NORMAL_FORMS.code(), NORMAL, SpermMeasures.NORMAL_HEADS.code(), NORMAL);

    private final List<Group> groups;

    /**
     * Objects of one word.
     *
     * @param term the word, empty where objects have none
     * @param inAll how many objects are called so
     * @param shown those of them that the page shows, the ones nearest to a limit first where margins are known
     */
    record Group(String term, int inAll, List<ItemChoice.Seen> shown) {
        /** Its name on the page. */
        String anchor() {
            return Verdicts.anchor(term);
        }

        /** What stands over it. */
        String heading(Language language) {
            String name = term.isEmpty() ? language.say("without a word") : language.told(term);
            return shown.size() < inAll
                    ? language.say("{0}: {1}, of which {2} are shown", name, inAll, shown.size())
                    : name + ": " + inAll;
        }
    }

    private Verdicts(List<Group> groups) {
        this.groups = List.copyOf(groups);
    }

    /** The groups in the order of the key, objects without a word last; one group where the kind has no words. */
    static Verdicts of(Report report, ItemChoice choice, OverlayKey key) {
        Map<String, List<ItemChoice.Seen>> shown = new LinkedHashMap<>();
        key.terms().forEach(term -> shown.put(term, new ArrayList<>()));
        shown.put("", new ArrayList<>());
        for (ItemChoice.Seen seen : choice.counted()) {
            shown.computeIfAbsent(seen.item().term(key.system()).orElse(""), t -> new ArrayList<>())
                    .add(seen);
        }
        List<Group> groups = new ArrayList<>();
        shown.forEach((term, some) -> {
            some.sort(Comparator.comparingDouble(Verdicts::distance));
            int inAll = Math.toIntExact(report.findings().fields().stream()
                    .flatMap(field -> field.counted())
                    .filter(item -> item.term(key.system()).orElse("").equals(term))
                    .count());
            if (inAll > 0) {
                groups.add(new Group(term, inAll, List.copyOf(some)));
            }
        });
        return new Verdicts(groups);
    }

    /** How near to a limit an object is; those of which it is not known come last. */
    private static double distance(ItemChoice.Seen seen) {
        return seen.item()
                .reading(SpermMeasures.STRICT_MARGIN)
                .figure()
                .map(Math::abs)
                .orElse(Double.POSITIVE_INFINITY);
    }

    List<Group> groups() {
        return groups;
    }

    /** The place on the page of the objects behind a share, where there are any. */
    static Optional<String> behind(Measure share, Report report) {
        String term = WORDS.getOrDefault(share.code(), share.code());
        return OverlayKey.of(report).terms().contains(term) ? Optional.of(anchor(term)) : Optional.empty();
    }

    private static String anchor(String term) {
        return "called-" + (term.isEmpty() ? "nothing" : term);
    }
}
