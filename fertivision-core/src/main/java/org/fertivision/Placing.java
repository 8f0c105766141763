package org.fertivision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.fertivision.catalog.Selection;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Point;
import org.fertivision.memo.LookedAt;
import org.fertivision.spi.RejectedException;

/**
 * The fields after persons placed anew what they point at, such as the ends of a caliper: each of these fields is looked at
 * again with the places that hold since, so that whatever follows from them is measured and nothing is carried over.
 *
 * @param looked what was seen of every field
 * @param chosen the choice with the places in it
 */
record Placing(List<LookedAt> looked, Selection chosen) {
    /** The most placings of one request: each may cost a look at its field. */
    static final int MOST = 100;

    /**
     * Refuses more placings than a request may hold, before anything is looked at.
     *
     * @throws RejectedException if there are too many
     */
    static void refuseMany(List<Annotation> words) {
        long placings =
                words.stream().filter(Annotation.Place.class::isInstance).count();
        if (placings > MOST) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.INVALID_REQUEST,
                    "the annotations place points more often than a request may: leave out those that later ones"
                            + " replace",
                    new Rejection.Limit("placings", MOST, placings)));
        }
    }

    /**
     * The fields with the places of persons. A field is looked at with its last places, and besides with those that held
     * when something was said of its objects.
     *
     * @param before what was seen of every field without them
     * @param look looks at the field of a number as chosen
     * @throws RejectedException for places that cannot be, or that would leave words on objects without their objects
     */
    static Placing of(
            List<Annotation> words,
            List<LookedAt> before,
            Selection chosen,
            BiFunction<Integer, Selection, LookedAt> look) {
        List<LookedAt> looked = new ArrayList<>(before);
        Set<Integer> spokenOf = new HashSet<>();
        SortedSet<Integer> placed = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i) instanceof Annotation.Place said) {
                refuseOutside(said, before.get(said.field()).field());
                placed.add(said.field());
            } else if (words.get(i) instanceof Annotation.InField said) {
                if (placed.remove(said.field())) {
                    lookAgain(said.field(), chosen(words.subList(0, i), chosen), spokenOf, looked, look);
                }
                spokenOf.add(said.field());
            }
        }
        Selection last = chosen(words, chosen);
        placed.forEach(field -> lookAgain(field, last, spokenOf, looked, look));
        return new Placing(List.copyOf(looked), last);
    }

    private static void lookAgain(
            int field,
            Selection placed,
            Set<Integer> spokenOf,
            List<LookedAt> looked,
            BiFunction<Integer, Selection, LookedAt> look) {
        LookedAt again = look.apply(field, placed);
        if (spokenOf.contains(field)
                && !objects(again.field()).equals(objects(looked.get(field).field()))) {
            throw refused(
                    "with these places the field has other objects than those that were spoken of before: take back"
                            + " what was said of them, place the points, and say it again",
                    field);
        }
        looked.set(field, again);
    }

    /** A choice with the places of persons in it. */
    static Selection chosen(List<Annotation> words, Selection chosen) {
        Selection placed = chosen;
        for (Annotation word : words) {
            if (word instanceof Annotation.Place said) {
                placed = placed.placing(said.field(), said.setting(), said.places());
            }
        }
        return placed;
    }

    /** What tells the objects of a field apart: their numbers, where they lie and their borders. */
    private static List<List<Object>> objects(FieldOfView field) {
        return field.items().stream().map(Placing::object).toList();
    }

    private static List<Object> object(Item item) {
        return List.of(item.id(), item.box(), item.outline());
    }

    private static void refuseOutside(Annotation.Place said, FieldOfView field) {
        for (Point place : said.places()) {
            if (!(place.x() >= 0 && place.y() >= 0 && place.x() < field.width() && place.y() < field.height())) {
                throw refused(
                        "a place of " + said.setting() + " at (" + place.x() + ", " + place.y()
                                + ") lies outside the image of " + field.width() + " x " + field.height() + " pixels",
                        said.field());
            }
        }
    }

    private static RejectedException refused(String detail, int field) {
        return new RejectedException(
                Rejection.of(RejectionCode.INVALID_REQUEST, detail).inField(field));
    }
}
