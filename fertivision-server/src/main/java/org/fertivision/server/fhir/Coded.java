package org.fertivision.server.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.finding.Measure;

/** Concepts and quantities as FHIR writes them, with the code systems that stand behind them. */
final class Coded {
    /** Our own code systems begin so; their members are the codes of {@code docs/measures.md}. */
    static final String OURS = "urn:fertivision:codesystem:";

    private static final String LOINC = "http://loinc.org";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    /** The LOINC codes of measures, only where meaning and code were verified; {@code docs/fhir.md} says how. */
    private static final Map<String, String> LOINC_OF = Map.of(
            "concentration", "9780-8",
            "motile", "6800-7",
            "progressive", "14194-5",
            "nonProgressive", "10620-3",
            "immotile", "10611-2",
            "rapidProgressive", "10624-5",
            "slowProgressive", "10626-0",
            "live", "10613-8",
            "normalForms", "10622-9",
            "endometrialThickness", "12145-9");

    private Coded() {}

    /** An object of two members, always in that order. */
    static Map<String, Object> two(String one, Object first, String other, Object second) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(one, first);
        members.put(other, second);
        return members;
    }

    /** The concept of a measure: our code, and LOINC's where there is one. */
    static Map<String, Object> measure(Measure measure) {
        List<Object> codings = new ArrayList<>();
        codings.add(coding(OURS + "measure", measure.code(), measure.label()));
        loinc(measure.code()).ifPresent(code -> codings.add(two("system", LOINC, "code", code)));
        return two("coding", codings, "text", measure.label());
    }

    /** The LOINC code of a measure, where there is one. */
    static Optional<String> loinc(String code) {
        return Optional.ofNullable(LOINC_OF.get(code));
    }

    /** A concept of one of our systems. */
    static Map<String, Object> own(String system, String code, String text) {
        return two("coding", List.of(coding(OURS + system, code, text)), "text", text);
    }

    private static Map<String, Object> coding(String system, String code, String display) {
        Map<String, Object> coding = two("system", system, "code", code);
        coding.put("display", display);
        return coding;
    }

    /** A concept that has words only. */
    static Map<String, Object> words(String text) {
        return Map.of("text", text);
    }

    /** Why there is no value. */
    static Map<String, Object> absent(String reason) {
        return two("coding", List.of(two("system", ABSENT, "code", "not-performed")), "text", reason);
    }

    /** A figure in the unit of its measure, by UCUM. */
    static Map<String, Object> quantity(Measure measure, double figure) {
        Map<String, Object> quantity = new LinkedHashMap<>();
        quantity.put("value", plain(figure));
        if (!measure.unit().symbol().isEmpty()) {
            quantity.put("unit", measure.unit().symbol());
        }
        quantity.put("system", UCUM);
        quantity.put("code", measure.unit().ucum());
        return quantity;
    }

    private static BigDecimal plain(double figure) {
        BigDecimal plain = BigDecimal.valueOf(figure).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
