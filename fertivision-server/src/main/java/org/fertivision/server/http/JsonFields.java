package org.fertivision.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that a client sent: each is asked for by name and kind, and what nobody asked for is refused. */
public final class JsonFields {
    private static final int LARGEST = 1 << 20;
    private static final String COUNTS = "is a whole number from 0, or a list of them";

    private final String place;
    private final Map<?, ?> members;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(String place, Map<?, ?> members) {
        this.place = place;
        this.members = members;
    }

    /**
     * The body of a request, up to 1 MiB of {@code application/json}.
     *
     * @throws ProblemException if it is no object
     */
    public static JsonFields of(Call call) {
        String type = call.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
        }
        try {
            byte[] document = call.body().readNBytes(LARGEST + 1);
            if (document.length > LARGEST) {
                throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "A JSON body has 1 MiB at most.");
            }
            return of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The members of a document.
     *
     * @throws ProblemException if it is no object
     */
    public static JsonFields of(byte[] document) {
        if (JsonReader.read(document) instanceof Map<?, ?> members) {
            return new JsonFields("", members);
        }
        throw new ProblemException(ProblemCode.INVALID_REQUEST, "Send a JSON object.");
    }

    /** A text that must be there and not be blank. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "is a text that must be there"));
    }

    /** A text, if it is there. */
    public Optional<String> optionalText(String name) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw wrong(name, "is a text");
    }

    /** A number, if it is there. */
    public Optional<BigDecimal> number(String name) {
        Object value = value(name);
        if (value == null || value instanceof BigDecimal) {
            return Optional.ofNullable((BigDecimal) value);
        }
        throw wrong(name, "is a number");
    }

    /** A list of texts, empty where it is not there. */
    public List<String> texts(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            list.forEach(element -> texts.add((String) element));
            return texts;
        }
        throw wrong(name, "is a list of texts");
    }

    /** A whole number from 0 or a list of them, empty where it is not there. */
    public List<Integer> counts(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        List<Integer> counts = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : List.of(value)) {
            counts.add(count(name, element));
        }
        return counts;
    }

    private int count(String name, @Nullable Object element) {
        try {
            if (element instanceof BigDecimal number && number.signum() >= 0) {
                return number.intValueExact();
            }
        } catch (ArithmeticException e) {
            throw wrong(name, COUNTS);
        }
        throw wrong(name, COUNTS);
    }

    /** Whether a member is there and not null. */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** A text or a number as it is typed, if it is there. */
    public Optional<String> plain(String name) {
        Object value = value(name);
        return value == null ? Optional.empty() : Optional.of(plain(name, value));
    }

    private String plain(String name, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof String || value instanceof Boolean) {
            return value.toString();
        }
        throw wrong(name, "is a text, a number or a truth");
    }

    /** The texts, numbers and truths of an object, as they are typed; empty where it is not there. */
    public Map<String, String> values(String name) {
        Object value = value(name);
        Map<String, String> values = new TreeMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach(
                    (key, plain) -> values.put(String.valueOf(key), plain(name, plain == null ? List.of() : plain)));
        } else if (value != null) {
            throw wrong(name, "is an object");
        }
        return values;
    }

    /** A list of objects, empty where it is not there. */
    public List<JsonFields> objects(String name) {
        Object value = value(name);
        List<JsonFields> objects = new ArrayList<>();
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            for (Object element : list) {
                objects.add(new JsonFields(place + "/" + name + "/" + objects.size(), (Map<?, ?>) element));
            }
        } else if (value != null) {
            throw wrong(name, "is a list of objects");
        }
        return objects;
    }

    /**
     * A list as plain values without null, empty where it is not there.
     *
     * @throws ProblemException if it is none, or holds a null somewhere
     */
    public List<Object> list(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            for (@Nullable Object element : list) {
                elements.add(withoutNull(name + "/" + elements.size(), element));
            }
            return elements;
        }
        throw wrong(name, "is a list");
    }

    private Object withoutNull(String below, @Nullable Object value) {
        if (value == null) {
            throw wrongAt(place + "/" + below, "is null, or holds one: what is unknown is left out");
        }
        if (value instanceof Map<?, ?> object) {
            object.values().forEach(member -> withoutNull(below, member));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                withoutNull(below + "/" + i, list.get(i));
            }
        }
        return value;
    }

    /** Refuses what nobody asked for; says what may be there instead of repeating what is. */
    public void noMore() {
        for (Object name : members.keySet()) {
            if (!asked.contains(String.valueOf(name))) {
                throw wrongAt(
                        place,
                        "holds a member that is not known; known are " + String.join(", ", new TreeSet<>(asked)));
            }
        }
    }

    private @Nullable Object value(String name) {
        asked.add(name);
        return members.get(name);
    }

    /** A refusal of one member. */
    public ProblemException wrong(String name, String what) {
        return wrongAt(place + "/" + escaped(name), what);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static ProblemException wrongAt(String pointer, String what) {
        return new ProblemException(
                Problem.of(ProblemCode.INVALID_REQUEST, "A member of the body is not as documented.")
                        .with("errors", List.of(Map.of("pointer", pointer, "detail", what))));
    }
}
