package org.fertivision.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;

/**
 * Which objects the gallery shows: all of them, or evenly spread ones where there are more than a page can bear. It says
 * how many it leaves out.
 */
final class ItemChoice {
    /** The most counted objects that are shown. */
    static final int MOST_COUNTED = 400;

    /** The most excluded objects that are shown for each reason. */
    static final int MOST_EXCLUDED = 60;

    private final List<Seen> counted;
    private final int countedInAll;
    private final Map<String, List<Seen>> excluded;
    private final Map<String, Integer> excludedInAll;

    /**
     * An object and where it was seen.
     *
     * @param field its field, from 0
     * @param item the object
     */
    record Seen(int field, Item item) {
        /** Its name on the page. */
        String anchor() {
            return "object-" + field + "-" + item.id();
        }
    }

    private ItemChoice(
            List<Seen> counted,
            int countedInAll,
            Map<String, List<Seen>> excluded,
            Map<String, Integer> excludedInAll) {
        this.counted = counted;
        this.countedInAll = countedInAll;
        this.excluded = excluded;
        this.excludedInAll = excludedInAll;
    }

    static ItemChoice of(List<FieldOfView> fields) {
        List<Seen> counted = new ArrayList<>();
        Map<String, List<Seen>> excluded = new TreeMap<>();
        for (int field = 0; field < fields.size(); field++) {
            for (Item item : fields.get(field).items()) {
                Seen seen = new Seen(field, item);
                item.whyExcluded()
                        .map(why -> excluded.computeIfAbsent(why.reason(), r -> new ArrayList<>()))
                        .orElse(counted)
                        .add(seen);
            }
        }
        Map<String, List<Seen>> shown = new LinkedHashMap<>();
        Map<String, Integer> inAll = new LinkedHashMap<>();
        excluded.forEach((reason, all) -> {
            shown.put(reason, spread(all, MOST_EXCLUDED));
            inAll.put(reason, all.size());
        });
        return new ItemChoice(spread(counted, MOST_COUNTED), counted.size(), shown, inAll);
    }

    /** At most {@code most} of the objects, evenly spread over the list. */
    static <T> List<T> spread(List<T> all, int most) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        List<T> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }

    /** The counted objects that are shown. */
    List<Seen> counted() {
        return counted;
    }

    /** How many objects count. */
    int countedInAll() {
        return countedInAll;
    }

    /** The excluded objects that are shown, by reason. */
    Map<String, List<Seen>> excluded() {
        return excluded;
    }

    /** How many objects are excluded for a reason. */
    int excludedInAll(String reason) {
        return excludedInAll.getOrDefault(reason, 0);
    }

    /** The objects of one field that are shown. */
    List<Seen> ofField(int field) {
        List<Seen> some = new ArrayList<>();
        counted.stream().filter(seen -> seen.field() == field).forEach(some::add);
        excluded.values()
                .forEach(all ->
                        all.stream().filter(seen -> seen.field() == field).forEach(some::add));
        return some;
    }
}
