package org.fertivision.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.Language;
import org.fertivision.report.Letterhead;
import org.fertivision.report.Report;
import org.fertivision.report.Standing;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPdfTest {
    @Test
    void saysWhatWasMeasuredWhatWasNotAndHow() throws IOException {
        String text = text(pdf("ward 3"));

        assertThat(text)
                .contains("Sperm morphology: heads, parts, strict verdict", "ward 3", "Head area", "95 % interval")
                .contains("not a diagnosis", "Not measured", "not a stained smear in color")
                .contains("fertivision.sperm-morphology@", "edgeShare", "1 / ");
    }

    @Test
    void firstPageBeginsWithTheLetterhead() throws IOException {
        try (FertiVision engine = FertiVision.create()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Letterhead clinic = new Letterhead(List.of("Klinik am See", "Seeweg 1, 1010 Wien", "x".repeat(100)));
            ReportPdf.write(report(engine, ""), new Standing("Signed by A.", true), clinic, out);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setEndPage(1);
                assertThat(stripper.getText(document))
                        .containsSubsequence(
                                "Signed by A.", "Klinik am See", "Seeweg 1, 1010 Wien", "x".repeat(100), "Measured");
                stripper.setStartPage(2);
                stripper.setEndPage(document.getNumberOfPages());
                assertThat(stripper.getText(document)).contains("Signed by A.").doesNotContain("Seeweg");
            }
        }
    }

    @Test
    void whatAScorerSaysBeginsWithItsGrade() throws IOException {
        try (FertiVision engine = FertiVision.create()) {
            Report report = report(engine, "");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportPdf.write(report, out);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertThat(report.scores()).isNotEmpty();
                report.scores()
                        .forEach(result -> result.score()
                                .fold(
                                        scored -> assertThat(text)
                                                .contains(scored.grade() + " (" + scored.system() + ")"),
                                        not -> assertThat(text).contains(not.reason())));
            }
        }
    }

    @Test
    void everyPageSaysHowPersonsStandToIt() throws IOException {
        try (FertiVision engine = FertiVision.create()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportPdf.write(
                    report(engine, ""), new Standing("UNSIGNED: reviewed by nobody.", false), Letterhead.NONE, out);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                assertThat(document.getNumberOfPages()).isGreaterThan(1);
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    assertThat(stripper.getText(document))
                            .as("page %d", page)
                            .contains("UNSIGNED: reviewed by nobody.");
                }
            }
        }
    }

    @Test
    void drawsHowTheObjectsAreSpread() throws IOException {
        assertThat(text(pdf("")))
                .contains("How the counted objects are spread", "Head length (µm)", "median ")
                .doesNotContain("Whether the fields agree");
    }

    @Test
    void drawsHowObjectsMove(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("film.avi");
        Films.of("sperm-motility")
                .with("width", 320)
                .with("height", 240)
                .with("cells", 12)
                .with("frames", 50)
                .draw()
                .write(file);
        try (FertiVision engine = FertiVision.create()) {
            Report report = engine.analyze(Request.of("sperm-motility")
                            .field(file)
                            .calibration(Calibration.umPerPixel(0.481))
                            .build())
                    .orElseThrow();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportPdf.write(report, out);

            assertThat(text(out.toByteArray()))
                    .contains("Direction from start to end", "How the counted objects are spread");
        }
    }

    @Test
    void drawsTheGrayProfileAcrossAnEndometrium() throws IOException {
        Drawn drawn = Phantoms.of("endometrium").draw();
        Request.Builder request = Request.of("endometrium")
                .field(Source.frames(() -> Frames.of(drawn.frame())))
                .calibration(drawn.calibration());
        drawn.truth().told().forEach(request::set);
        try (FertiVision engine = FertiVision.create()) {
            Report report = engine.analyze(request.build()).orElseThrow();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportPdf.write(report, out);

            assertThat(text(out.toByteArray())).contains("Along a line", "points set at 0 and ", "borders found at ");
        }
    }

    @Test
    void signsThatTheFontLacksDoNotBreakIt() throws IOException {
        assertThat(text(pdf("\u4e2d\u6587 \ud83d\ude00 \u0007 caf\u00e9")))
                .contains("caf\u00e9")
                .contains("?");
    }

    @Test
    void isWrittenInGermanAndSaysSo() throws IOException {
        try (FertiVision engine = FertiVision.create()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportPdf.write(report(engine, "P 1.5"), Language.of("de").orElseThrow(), out);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
                assertThat(new PDFTextStripper().getText(document))
                        .contains(
                                "Spermienmorphologie", "Probe P 1.5", "Kopffläche", "95-%-Intervall", "keine Diagnose")
                        .containsPattern("\\d,\\d+ bis \\d+,\\d+")
                        .doesNotContain("Measured", "Head area", "every object outlined");
            }
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        assertThat(pdf("again")).isEqualTo(pdf("again"));
    }

    private static byte[] pdf(String specimen) throws IOException {
        try (FertiVision engine = FertiVision.create()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportPdf.write(report(engine, specimen), out);
            return out.toByteArray();
        }
    }

    private static Report report(FertiVision engine, String specimen) {
        Drawn drawn = Phantoms.of("sperm-morphology")
                .with("width", 400)
                .with("height", 320)
                .with("cells", 4)
                .with("borderCells", 0)
                .draw();
        return engine.analyze(Request.of("sperm-morphology")
                        .field(Source.frames(() -> Frames.of(drawn.frame())))
                        .calibration(drawn.calibration())
                        .specimen(specimen)
                        .build())
                .orElseThrow();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
