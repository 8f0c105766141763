package org.fertivision.report;

import java.util.List;
import org.fertivision.agreement.Confusion;
import org.fertivision.agreement.Estimate;
import org.fertivision.agreement.LabelAgreement;

/**
 * What two readers or methods called the same things, as a document; the same pairs give the same bytes.
 *
 * @param label the column of words
 * @param matched how rows were matched, in words
 * @param agreement how well they agree
 * @param unpaired what only one of them named
 */
public record LabelAgreementReport(
        String label, String matched, LabelAgreement agreement, List<AgreementReport.Unpaired> unpaired) {
    /** Copies the list. */
    public LabelAgreementReport {
        unpaired = List.copyOf(unpaired);
    }

    /** Canonical JSON (RFC 8785), numbers with 9 significant digits. */
    public byte[] json() {
        Confusion confusion = agreement.confusion();
        Json.Members members = new Json.Members()
                .put("label", label)
                .put("matched", matched)
                .put("n", confusion.n())
                .put("same", confusion.same())
                .put("terms", Json.texts(confusion.terms()))
                .put(
                        "confusion",
                        Document.each(
                                confusion.counts(),
                                row -> Json.row(row.stream()
                                        .mapToDouble(Integer::doubleValue)
                                        .toArray())))
                .put("kappa", estimate(agreement.kappa()));
        agreement.weighted().ifPresent(weighted -> members.put("quadraticKappa", estimate(weighted)));
        return CanonicalJson.bytes(members.put(
                "unpaired",
                Document.each(
                        unpaired,
                        one -> new Json.Members().put("name", one.name()).put("reason", one.reason()))));
    }

    private static Json.Members estimate(Estimate estimate) {
        return AgreementReport.estimate(estimate);
    }
}
