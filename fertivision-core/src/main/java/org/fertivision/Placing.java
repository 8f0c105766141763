package org.fertivision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
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
    /**
     * The fields with the places of persons.
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
        Selection placed = chosen;
        for (Annotation word : words) {
            if (word instanceof Annotation.Place said) {
                FieldOfView seen = looked.get(said.field()).field();
                refuseOutside(said, seen);
                placed = placed.placing(said.field(), said.setting(), said.places());
                LookedAt again = look.apply(said.field(), placed);
                if (spokenOf.contains(said.field()) && !objects(again.field()).equals(objects(seen))) {
                    throw refused(
                            "with these places the field has other objects than those that were spoken of before: take"
                                    + " back what was said of them, place the points, and say it again",
                            said.field());
                }
                looked.set(said.field(), again);
            } else {
                fieldOfObject(word).ifPresent(spokenOf::add);
            }
        }
        return new Placing(List.copyOf(looked), placed);
    }

    /** The field of the object that a word speaks of, if it speaks of one. */
    private static OptionalInt fieldOfObject(Annotation word) {
        if (word instanceof Annotation.Exclude said) {
            return OptionalInt.of(said.field());
        }
        if (word instanceof Annotation.Include said) {
            return OptionalInt.of(said.field());
        }
        if (word instanceof Annotation.Relabel said) {
            return OptionalInt.of(said.field());
        }
        return word instanceof Annotation.Draw said ? OptionalInt.of(said.field()) : OptionalInt.empty();
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
