package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.TreeMap;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.report.Report;
import org.fertivision.request.Request;
import org.junit.jupiter.api.Test;

/** The same film gives the same measures in whatever form an AVI file stores it. */
class StoredFilmsTest {
    private static final Film FILM = Films.of("sperm-motility")
            .seed(94_001)
            .with("width", "320")
            .with("height", "240")
            .with("cells", "14")
            .with("frames", "50")
            .draw();
    private static final StoredFilms FORMS = new StoredFilms(FILM.frames());

    @Test
    void everyFormWithoutLossGivesTheSameMeasures() {
        Map<String, Double> measured = measures(report(FORMS.plain()));
        assertThat(measured).containsKeys("cells", "motile", "vcl");

        FORMS.exact()
                .forEach((name, file) ->
                        assertThat(measures(report(file))).as(name).isEqualTo(measured));
    }

    @Test
    void motionJpegMovesSharesByLessThanThreePointsAndSpeedsByTwoPercent() {
        Map<String, Double> measured = measures(report(FORMS.plain()));

        Map<String, Double> lossy = measures(report(FORMS.motionJpeg()));

        assertThat(lossy.get("cells")).isCloseTo(measured.get("cells"), withinPercentage(1));
        assertThat(lossy.get("motile")).isCloseTo(measured.get("motile"), within(3.0));
        assertThat(lossy.get("vsl")).isCloseTo(measured.get("vsl"), withinPercentage(2));
    }

    @Test
    void framesThatWereDroppedDoNotSpeedUpTheCells() {
        Map<String, Double> measured = measures(report(FORMS.plain()));

        Report report = report(FORMS.without(frame -> frame % 10 == 7));

        Map<String, Double> gapped = measures(report);
        assertThat(gapped.get("cells")).isCloseTo(measured.get("cells"), withinPercentage(2));
        assertThat(gapped.get("motile")).isCloseTo(measured.get("motile"), within(3.0));
        assertThat(gapped.get("vsl")).isCloseTo(measured.get("vsl"), withinPercentage(2));
        assertThat(report.findings().fields().get(0).notices())
                .extracting(Notice::code)
                .contains("frames-missing");
        assertThat(report.findings().fields().get(0).durationS()).isEqualTo(0.9);
    }

    private static Report report(byte[] file) {
        try (FertiVision fv =
                FertiVision.create(EngineConfig.builder().cacheBytes(0).build())) {
            return fv.analyze(Request.of("sperm-motility")
                            .field(file)
                            .calibration(FILM.calibration())
                            .build())
                    .orElseThrow();
        }
    }

    private static Map<String, Double> measures(Report report) {
        Map<String, Double> values = new TreeMap<>();
        for (Reading reading : report.findings().summary().readings()) {
            if (reading instanceof Reading.Measured measured) {
                values.put(measured.measure().code(), measured.value());
            }
        }
        return values;
    }
}
