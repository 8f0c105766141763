package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final Language GERMAN = Language.of("de").orElseThrow();
    private static final Pattern SAID = Pattern.compile("\\.say\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern HOLE = Pattern.compile("\\{\\d+");

    /** Figures alone and names that are the same in both languages. */
    private static final Set<String> ALIKE = Set.of("", "10-11", "12-13", "14-15", "16-17", "18-19");

    @Test
    void everyTextOfPagesAndSheetsIsInTheCatalog() throws IOException {
        List<String> said = new ArrayList<>();
        for (String room : List.of(
                "src/main/java/org/fertivision/report",
                "../fertivision-pdf/src/main/java/org/fertivision/pdf",
                "../fertivision-server/src/main/java/org/fertivision/server/analysis")) {
            try (Stream<Path> files = Files.list(Path.of(room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String source = Files.readString(file);
                    long calls = Pattern.compile("language\\.say\\(")
                            .matcher(source)
                            .results()
                            .count();
                    List<String> texts = SAID.matcher(source)
                            .results()
                            .map(call -> LITERAL.matcher(call.group(1))
                                    .results()
                                    .map(part -> part.group(1))
                                    .collect(Collectors.joining()))
                            .toList();
                    assertThat(texts).as("%s says literal texts only", file).hasSize((int) calls);
                    said.addAll(texts);
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(150).allMatch(GERMAN::tells);
    }

    @Test
    void namesWordsAndUsesOfAllThatIsBuiltInAreTold() {
        Set<String> missing = new TreeSet<>();
        try (FertiVision engine = FertiVision.create()) {
            for (Descriptor one : Stream.concat(
                            engine.plugins().analyzers().stream(), engine.plugins().scorers().stream())
                    .filter(descriptor -> descriptor.id().isReserved())
                    .toList()) {
                Stream.of(
                                Stream.of(one.title(), one.intendedUse()),
                                Stream.concat(one.measures().stream(), one.itemMeasures().stream())
                                        .map(Measure::label),
                                one.labelSystems().stream(),
                                one.parameters().stream().map(Parameter::range).filter(range -> !range.contains("{")))
                        .flatMap(texts -> texts)
                        .filter(text -> !GERMAN.tells(text))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(List.of(Unit.GRAY, Unit.MILLION, Unit.MILLION_PER_MILLILITER))
                .allMatch(unit -> GERMAN.tells(unit.symbol()));
    }

    /** What the drawn samples bring out: words, reasons, notices, sentences of scorers. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sperm-vitality", "sperm-dna-fragmentation", "sperm-count", "follicle", "endometrium", "oocyte"})
    void whatIsSaidOfADrawnSampleIsTold(String kind) {
        Drawn drawn = Phantoms.of(kind).draw();
        Request.Builder request = Request.of(kind)
                .field(Source.frames(() -> Frames.of(drawn.frame())))
                .calibration(drawn.calibration());
        Set<String> said = new TreeSet<>();
        try (FertiVision engine = FertiVision.create()) {
            Report report = engine.analyze(request.build()).orElseThrow();
            report.findings().summary().readings().forEach(reading -> {
                said.add(reading.measure().label());
                reading.fold(m -> true, g -> true, not -> said.add(not.reason()));
            });
            report.notices().forEach(notice -> said.add(notice.detail()));
            report.scores()
                    .forEach(result -> result.score()
                            .fold(
                                    scored -> {
                                        scored.components().forEach(part -> said.add(part.detail()));
                                        return said.add(scored.grade()) && said.add(scored.system());
                                    },
                                    not -> said.add(not.reason())));
            report.findings().fields().forEach(field -> {
                said.addAll(field.quality().reasons());
                field.notices().forEach(notice -> said.add(notice.detail()));
                field.items().forEach(item -> {
                    item.labels().forEach(label -> said.add(label.term()));
                    item.parts().forEach(part -> said.add(part.name()));
                    item.whyExcluded().ifPresent(why -> said.add(why.reason()));
                    item.whyExcluded().ifPresent(why -> said.add(why.detail()));
                });
            });
        }
        said.removeAll(ALIKE);
        assertThat(said).isNotEmpty().allMatch(GERMAN::tells);
    }

    @Test
    void theCatalogFillsTheSamePartsInBothLanguages() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/org/fertivision/report/words-de.txt"));
        int pairs = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("\t")) {
                assertThat(holes(lines.get(i))).as(lines.get(i)).isEqualTo(holes(lines.get(i - 1)));
                pairs++;
            }
        }
        assertThat(pairs).isGreaterThan(400);
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(hole -> hole.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        120 cells counted; the WHO manual asks for at least 200.|120 Zellen gezählt; das WHO-Handbuch verlangt mindestens 200.
        Head area, standard deviation|Kopffläche, Standardabweichung
        0.5 to 1000 um2|0,5 bis 1000 um2
        mean diameter 1.50 mm below 2.00|mittlerer Durchmesser 1,50 mm, unter 2,00
        too few outlines: weak-edge|zu wenige Umrisse: Kante zu schwach
        motile above; progressive below|Gesamtmotilität: über; Progressivmotilität: unter
        too few outlines: something new|too few outlines: something new
        Sperm 1.5, said by a stranger|Sperm 1.5, said by a stranger
        live or dead|live or dead
        live cells; small|live cells; small
        wrong, median|wrong, median
        Polar bodies 1, measured: a polar body is seen|Polkörper 1, gemessen: ein Polkörper ist zu sehen
        """)
    void recognizesSentencesAndLeavesStrangeOnesEnglish(String english, String german) {
        assertThat(GERMAN.told(english)).isEqualTo(german);
        assertThat(GERMAN.tells(english)).isEqualTo(!english.equals(german));
        assertThat(Language.ENGLISH.told(english)).isEqualTo(english);
    }

    /** Words of persons may be anything: what a text of many parts takes grows with its length, not with the parts' number of ways. */
    @Test
    void aTextOfManyPartsIsToldAtOnceOrLeft() {
        String few = "dead" + "; dead".repeat(10);
        String many = "dead" + "; dead".repeat(5_000);
        String strange = "dead; ".repeat(60) + "something new";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(GERMAN.told(few)).isEqualTo("tot" + "; tot".repeat(10));
            assertThat(GERMAN.told(many)).isEqualTo(many);
            assertThat(GERMAN.told(strange)).isEqualTo(strange);
        });
    }

    @Test
    void knowsItsTagsAndNoOthers() {
        assertThat(Language.tags()).containsExactly("en", "de");
        assertThat(Language.tags())
                .allSatisfy(
                        tag -> assertThat(Language.of(tag).orElseThrow().tag()).isEqualTo(tag));
        assertThat(Stream.of("fr", "DE", "de-AT", ""))
                .allMatch(tag -> Language.of(tag).isEmpty());
    }

    @Test
    void aGermanPageHasDecimalCommasAndSaysSoOfItselfWhateverTheMachineSpeaks() {
        Report report = SampleReport.of(2);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            String page = new String(
                    ReportHtml.write(report, new Standing("NICHT UNTERSCHRIEBEN", false), Letterhead.NONE, GERMAN),
                    StandardCharsets.UTF_8);
            assertThat(page)
                    .contains("<html lang=\"de\">", "keine Diagnose", "95-%-Intervall", "NICHT UNTERSCHRIEBEN")
                    .contains("µm je Pixel")
                    .doesNotContain(">Measured<", " objects counted")
                    .doesNotContainPattern("\\d,\\d+ to \\d");
            assertThat(page).containsPattern("class=\"number strong\">(?:<a[^>]*>)?\\d+,\\d+");
            assertThat(ReportJson.write(report)).isEqualTo(ReportJson.write(SampleReport.of(2)));
        } finally {
            Locale.setDefault(before);
        }
    }
}
