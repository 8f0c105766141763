package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;

/** A value of a document that was read, and where it stands, so that a complaint can name the place. */
record JsonPart(String place, Json value) {
    JsonPart part(String name) {
        return find(name).orElseThrow(() -> new RejectedException(rejection(inside(name), "is missing")));
    }

    Optional<JsonPart> find(String name) {
        if (!(value instanceof Json.Members members)) {
            throw wrong("is no object");
        }
        Json found = members.named().get(name);
        return found == null ? Optional.empty() : Optional.of(new JsonPart(inside(name), found));
    }

    /** The values by name, in the order of their UTF-16 units. */
    SortedMap<String, JsonPart> members() {
        if (!(value instanceof Json.Members members)) {
            throw wrong("is no object");
        }
        SortedMap<String, JsonPart> parts = new TreeMap<>();
        members.named().forEach((name, json) -> parts.put(name, new JsonPart(inside(name), json)));
        return parts;
    }

    <T> List<T> each(String name, Function<JsonPart, T> form) {
        return part(name).each(form);
    }

    <T> List<T> each(Function<JsonPart, T> form) {
        if (!(value instanceof Json.Sequence sequence)) {
            throw wrong("is no list");
        }
        List<T> values = new ArrayList<>(sequence.elements().size());
        for (Json element : sequence.elements()) {
            values.add(form.apply(new JsonPart(place + "[" + values.size() + "]", element)));
        }
        return values;
    }

    String text(String name) {
        return part(name).text();
    }

    String text() {
        if (value instanceof Json.Text text) {
            return text.text();
        }
        throw wrong("is no text");
    }

    @Nullable
    String textIfAny(String name) {
        return find(name).map(JsonPart::text).orElse(null);
    }

    double figure(String name) {
        return part(name).figure();
    }

    double figure() {
        if (value instanceof Json.Figure figure) {
            return figure.value();
        }
        throw wrong("is no number");
    }

    @Nullable
    Double figureIfAny(String name) {
        return find(name).map(JsonPart::figure).orElse(null);
    }

    int count(String name) {
        return part(name).count();
    }

    int count() {
        double figure = figure();
        if (figure != (int) figure) {
            throw wrong("is no whole number");
        }
        return (int) figure;
    }

    boolean flag(String name) {
        JsonPart part = part(name);
        if (part.value instanceof Json.Flag flag) {
            return flag.value();
        }
        throw part.wrong("is neither true nor false");
    }

    /** Numbers, as many as there are. */
    Json.Row row() {
        if (value instanceof Json.Row row) {
            return row;
        }
        if (value instanceof Json.Sequence sequence && sequence.elements().isEmpty()) {
            return Json.row();
        }
        throw wrong("is no list of numbers");
    }

    /** Exactly {@code size} numbers. */
    Json.Row row(int size) {
        if (value instanceof Json.Row row && row.size() == size) {
            return row;
        }
        throw wrong("is no list of " + size + " numbers");
    }

    /** Makes a value whose maker may refuse what the document says. */
    <T> T make(Function<JsonPart, T> maker) {
        try {
            return maker.apply(this);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RejectedException(rejection(place, "is refused: " + e.getMessage()), e);
        }
    }

    RejectedException wrong(String what) {
        return new RejectedException(rejection(place, what));
    }

    private static Rejection rejection(String place, String what) {
        return Rejection.of(
                RejectionCode.INVALID_REQUEST, "The document cannot be read: " + (place + " " + what).strip() + ".");
    }

    private String inside(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
