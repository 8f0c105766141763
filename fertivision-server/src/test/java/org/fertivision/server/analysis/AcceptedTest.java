package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which form a client gets for what it says that it takes. */
class AcceptedTest {
    private static final List<String> FORMS =
            List.of("application/json", "text/html", "application/pdf", "text/csv", "application/fhir+json");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | application/json",
                "*/* | application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "application/pdf;q=0.5, text/* | text/html",
                "text/*, text/html;q=0 | text/csv",
                "APPLICATION/FHIR+JSON; fhirVersion=4.0 | application/fhir+json",
                "application/json;q=0.1, application/pdf;q=0.2 | application/pdf",
                "image/png | none",
                "*/*;q=0 | none",
            })
    void theOneWantedMostIsTaken(String header, String form) {
        assertThat(new Accepted(header == null ? "" : header).best(FORMS).orElse("none"))
                .isEqualTo(form);
    }
}
