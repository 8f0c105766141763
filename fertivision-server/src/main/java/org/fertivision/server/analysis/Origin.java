package org.fertivision.server.analysis;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.subject.Subjects;
import org.jspecify.annotations.Nullable;

/**
 * Where a specimen comes from, as far as the client says so.
 *
 * @param subject whose it is, or null
 * @param cycleRef what the clinic calls the cycle, or null
 * @param sampleRef what the clinic calls the sample, oocyte or embryo, or null
 * @param developmentDay the day of an embryo's development, from 0, or null
 * @param microscope what the clinic calls the microscope that took the pictures, or null
 * @param isDemo whether it is nobody's
 */
record Origin(
        @Nullable UUID subject,
        @Nullable String cycleRef,
        @Nullable String sampleRef,
        @Nullable Integer developmentDay,
        @Nullable String microscope,
        boolean isDemo) {
    /** Nothing is said. */
    static final Origin UNSAID = new Origin(null, null, null, null, null, false);

    private static final int LONGEST = 200;
    private static final int LAST_DAY = 14;

    /**
     * Of the members {@code subjectId}, {@code cycleRef}, {@code sampleRef}, {@code developmentDay}, {@code microscope} and
     * {@code demo}, all optional.
     *
     * @throws org.fertivision.server.http.ProblemException if one is not as documented
     */
    static Origin of(JsonFields json) {
        UUID subject = json.optionalText("subjectId")
                .map(text -> PublicId.of(Subjects.PREFIX, text)
                        .orElseThrow(() -> json.wrong("subjectId", "is the id of a subject, sub_...")))
                .orElse(null);
        boolean isDemo = demo(json);
        if (isDemo && subject != null) {
            throw json.wrong("demo", "is nobody's and has no subjectId");
        }
        return new Origin(
                subject, text(json, "cycleRef"), text(json, "sampleRef"), day(json), text(json, "microscope"), isDemo);
    }

    private static @Nullable String text(JsonFields json, String name) {
        String text = json.optionalText(name).orElse(null);
        if (text != null && text.length() > LONGEST) {
            throw json.wrong(name, "has " + LONGEST + " characters at most");
        }
        return text;
    }

    private static boolean demo(JsonFields json) {
        String text = json.plain("demo").orElse("false");
        if (!text.matches("true|false")) {
            throw json.wrong("demo", "is true or false");
        }
        return text.equals("true");
    }

    private static @Nullable Integer day(JsonFields json) {
        String name = "developmentDay";
        BigDecimal day = json.number(name).orElse(null);
        if (day == null) {
            return null;
        }
        if (day.stripTrailingZeros().scale() > 0 || day.signum() < 0 || day.intValue() > LAST_DAY) {
            throw json.wrong(name, "is a whole number from 0 to " + LAST_DAY);
        }
        return day.intValue();
    }

    /** The members that are told, but for the subject. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        Optional.ofNullable(cycleRef).ifPresent(text -> members.put("cycleRef", text));
        Optional.ofNullable(sampleRef).ifPresent(text -> members.put("sampleRef", text));
        Optional.ofNullable(developmentDay).ifPresent(number -> members.put("developmentDay", number));
        Optional.ofNullable(microscope).ifPresent(text -> members.put("microscope", text));
        return members;
    }

    /** All of it as JSON. */
    byte[] json() {
        Map<String, Object> all = new LinkedHashMap<>();
        Optional.ofNullable(subject).ifPresent(id -> all.put("subjectId", PublicId.text(Subjects.PREFIX, id)));
        all.putAll(members());
        if (isDemo) {
            all.put("demo", true);
        }
        return Json.bytes(all);
    }
}
