package org.fertivision.server.subject;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic calls a subject; never kept but sealed.
 *
 * @param externalId its id in the clinic's own records, or null
 * @param name its name, or null
 * @param coupleRef what the clinic calls the couple, or null
 */
record Person(
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String coupleRef) {
    private static final int LONGEST = 200;

    /**
     * Of JSON; all members are optional.
     *
     * @throws org.fertivision.server.http.ProblemException if one is no text, or too long
     */
    static Person of(JsonFields json) {
        return new Person(text(json, "externalId"), text(json, "name"), text(json, "coupleRef"));
    }

    private static @Nullable String text(JsonFields json, String name) {
        String text = json.optionalText(name).map(String::strip).orElse(null);
        if (text != null && text.length() > LONGEST) {
            throw json.wrong(name, "has " + LONGEST + " characters at most");
        }
        return text;
    }

    /** Its members, as they are told. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        Optional.ofNullable(externalId).ifPresent(text -> members.put("externalId", text));
        Optional.ofNullable(name).ifPresent(text -> members.put("name", text));
        Optional.ofNullable(coupleRef).ifPresent(text -> members.put("coupleRef", text));
        return members;
    }

    /** As JSON that reads back equal. */
    byte[] json() {
        return Json.bytes(members());
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "a person";
    }
}
