package org.fertivision.server.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fertivision.agreement.Agreement;
import org.fertivision.agreement.LabelAgreement;
import org.fertivision.agreement.LabelPair;
import org.fertivision.agreement.Pair;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Reading;
import org.fertivision.report.AgreementReport;
import org.fertivision.report.AgreementReport.Unpaired;
import org.fertivision.report.LabelAgreementReport;
import org.fertivision.report.ParsedReport;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;

/** What two readers made of the same pictures, brought together by analysis or by object. */
final class Comparison {
    private static final String MATCHED = "by analysis, field and item";

    private final List<Unpaired> unpaired = new ArrayList<>();
    private final Map<String, Both> read = new LinkedHashMap<>();

    /**
     * The same pictures, as they were measured and as two read them; read when it is their turn, and kept no longer.
     *
     * @param measured before anybody said anything
     * @param first the first's reading
     * @param second the second's
     */
    record Both(Supplier<ParsedReport> measured, Supplier<ParsedReport> first, Supplier<ParsedReport> second) {}

    /** An object that both could see. */
    private record Place(int field, int item) {}

    /** Adds pictures under the name of their analysis. */
    void add(String name, Both both) {
        read.put(name, both);
    }

    /** Adds pictures that only one of them read. */
    void leaveOut(String name, String why) {
        unpaired.add(new Unpaired(name, why));
    }

    /**
     * Their values of a measure.
     *
     * @throws ProblemException if these are too few, or all the same
     */
    byte[] measure(String code) {
        List<Pair> pairs = new ArrayList<>();
        String unit = "";
        for (Map.Entry<String, Both> one : read.entrySet()) {
            Optional<Reading> first = reading(one.getValue().first().get(), code);
            Optional<Double> a = first.flatMap(Reading::figure);
            Optional<Double> b = reading(one.getValue().second().get(), code).flatMap(Reading::figure);
            if (a.isPresent() && b.isPresent()) {
                pairs.add(new Pair(one.getKey(), a.get(), b.get()));
                unit = first.orElseThrow().measure().unit().ucum();
            } else {
                leaveOut(one.getKey(), "not measured by " + (a.isPresent() ? "the second" : "the first"));
            }
        }
        return new AgreementReport(code, unit, compared(() -> Agreement.of(pairs)), unpaired).json();
    }

    private static Optional<Reading> reading(ParsedReport report, String code) {
        return report.summary().readings().stream()
                .filter(reading -> reading.code().equals(code))
                .findFirst();
    }

    /**
     * Their words for the same objects.
     *
     * @throws ProblemException if these are too few, or all the same
     */
    byte[] label(String system) {
        List<LabelPair> pairs = new ArrayList<>();
        read.forEach((name, both) -> {
            Map<Place, Item> first = items(both.first().get());
            Map<Place, Item> second = items(both.second().get());
            Set<Place> all = new HashSet<>(items(both.measured().get()).keySet());
            for (Map.Entry<Place, Item> one : first.entrySet()) {
                Place place = one.getKey();
                Item other = second.get(place);
                if (other == null || !all.contains(place)) {
                    leaveOut(object(name, place), "drawn by one of them");
                } else {
                    pair(object(name, place), system, one.getValue(), other).ifPresent(pairs::add);
                }
            }
            second.keySet().stream()
                    .filter(place -> !first.containsKey(place))
                    .forEach(place -> leaveOut(object(name, place), "drawn by one of them"));
        });
        return new LabelAgreementReport(system, MATCHED, compared(() -> LabelAgreement.of(pairs)), unpaired).json();
    }

    private static <T> T compared(Supplier<T> comparing) {
        try {
            return comparing.get();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.CONFLICT, "They cannot be compared: " + e.getMessage() + ".");
        }
    }

    private static String object(String name, Place place) {
        return name + ", field " + place.field() + ", item " + place.item();
    }

    private Optional<LabelPair> pair(String name, String system, Item first, Item second) {
        if (!first.counts() && !second.counts()) {
            return Optional.empty();
        }
        if (!first.counts() || !second.counts()) {
            leaveOut(name, "excluded by " + (first.counts() ? "the second" : "the first"));
            return Optional.empty();
        }
        String a = words(first, system);
        String b = words(second, system);
        return a.isEmpty() || b.isEmpty() ? Optional.empty() : Optional.of(new LabelPair(name, a, b));
    }

    private static String words(Item item, String system) {
        return item.labels().stream()
                .filter(label -> label.system().equals(system))
                .map(Label::term)
                .sorted()
                .collect(Collectors.joining(" + "));
    }

    private static Map<Place, Item> items(ParsedReport report) {
        Map<Place, Item> items = new LinkedHashMap<>();
        List<FieldOfView> fields = report.fields();
        for (int field = 0; field < fields.size(); field++) {
            for (Item item : fields.get(field).items()) {
                items.put(new Place(field, item.id()), item);
            }
        }
        return items;
    }
}
