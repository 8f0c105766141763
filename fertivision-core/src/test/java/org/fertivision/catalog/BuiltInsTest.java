package org.fertivision.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.Measures;
import org.fertivision.follicle.FollicleCountScorer;
import org.fertivision.follicle.FollicleSizeScorer;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.sperm.score.StrictScorer;
import org.fertivision.sperm.score.WhoScorer;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.AnalyzerContractTest;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What FertiVision brings keeps the same promises that it asks of strangers. */
class BuiltInsTest {
    private static final Map<String, Map<String, String>> SMALL = Map.ofEntries(
            Map.entry("sperm-count", Map.of("width", "320", "height", "256")),
            Map.entry("sperm-motility", Map.of("width", "200", "height", "150", "cells", "6", "frames", "26")),
            Map.entry("sperm-morphology", Map.of("width", "400", "height", "300", "cells", "6", "borderCells", "1")),
            Map.entry("sperm-vitality", Map.of("width", "320", "height", "256", "cells", "12")),
            Map.entry("follicle", Map.of("mmPerPixel", "0.2", "depthMm", "46", "follicles", "4")),
            Map.entry("oocyte", Map.of("width", "220", "height", "220", "umPerPixel", "1")),
            Map.entry("zygote", Map.of("width", "220", "height", "220", "umPerPixel", "1")),
            Map.entry("blastocyst", Map.of("width", "260", "height", "260", "umPerPixel", "1")),
            Map.entry("embryo", Map.of("width", "220", "height", "220", "umPerPixel", "1")),
            Map.entry("endometrium", Map.of("mmPerPixel", "0.2", "depthMm", "46")),
            Map.entry("hysteroscopy", Map.of("size", "256", "contrast", "0.4")),
            Map.entry("sperm-dna-fragmentation", Map.of("width", "500", "height", "400", "cells", "6")),
            Map.entry(
                    "embryo-timelapse",
                    Map.of("width", "110", "height", "110", "umPerPixel", "2", "frames", "3", "divisions", "0")));

    private static final Map<String, Drawn> PICTURES = new ConcurrentHashMap<>();
    private static final Map<String, Findings> FOUND = new ConcurrentHashMap<>();

    @Test
    void everyOneHasItsContractTestHere() {
        List<String> tested = Stream.of(
                        new Count(),
                        new Motility(),
                        new Morphology(),
                        new Vitality(),
                        new DnaFragmentation(),
                        new Follicle(),
                        new Endometrium(),
                        new Hysteroscopy(),
                        new Oocyte(),
                        new Zygote(),
                        new Blastocyst(),
                        new Embryo(),
                        new EmbryoTimelapse())
                .map(t -> t.plugin().descriptor().id().toString())
                .toList();

        assertThat(BuiltIns.analyzers().stream().map(a -> a.descriptor().id().toString()))
                .containsExactlyInAnyOrderElementsOf(tested);
        assertThat(BuiltIns.scorers().stream().map(s -> s.descriptor().id().toString()))
                .containsExactlyInAnyOrder(
                        "fertivision.who5",
                        "fertivision.who6",
                        "fertivision.strict-who5",
                        "fertivision.strict-who6",
                        "fertivision.follicle-count",
                        "fertivision.follicle-size",
                        "fertivision.maturity",
                        "fertivision.gardner",
                        "fertivision.istanbul-blastocyst",
                        "fertivision.istanbul-cleavage",
                        "fertivision.ace",
                        "fertivision.meseguer2011",
                        "fertivision.petersen2016",
                        "fertivision.sart")
                .contains(BuiltIns.defaultScorer());
    }

    @Test
    void allHaveTheReservedVendorAndNoIdTwice() {
        List<Descriptor> all = Stream.concat(
                        BuiltIns.analyzers().stream().map(Analyzer::descriptor),
                        BuiltIns.scorers().stream().map(Scorer::descriptor))
                .toList();

        assertThat(all).allMatch(d -> d.id().isReserved());
        assertThat(all).extracting(Descriptor::id).doesNotHaveDuplicates();
        assertThat(load().problems()).isEmpty();
    }

    @Test
    void everyMeasureTheyAnswerForIsKnownByItsCode() {
        for (Analyzer analyzer : BuiltIns.analyzers()) {
            Descriptor about = analyzer.descriptor();
            for (Measure measure : Stream.concat(about.measures().stream(), about.itemMeasures().stream())
                    .toList()) {
                assertThat(Measures.of(measure.code(), measure.unit()))
                        .as(measure.code())
                        .contains(measure);
            }
        }
    }

    @Test
    void scorersNameKindsThatThereAre() {
        List<String> kinds = BuiltIns.analyzers().stream()
                .map(a -> a.descriptor().id().toString())
                .toList();
        for (Scorer scorer : BuiltIns.scorers()) {
            assertThat(kinds).containsAll(scorer.descriptor().kinds());
        }
    }

    /** Counting. */
    @Nested
    class Count extends OfAPhantom {
        Count() {
            super("sperm-count");
        }
    }

    /** Motility. */
    @Nested
    class Motility extends OfAPhantom {
        Motility() {
            super("sperm-motility");
        }
    }

    /** Morphology. */
    @Nested
    class Morphology extends OfAPhantom {
        Morphology() {
            super("sperm-morphology");
        }
    }

    /** Vitality. */
    @Nested
    class Vitality extends OfAPhantom {
        Vitality() {
            super("sperm-vitality");
        }
    }

    /** DNA fragmentation. */
    @Nested
    class DnaFragmentation extends OfAPhantom {
        DnaFragmentation() {
            super("sperm-dna-fragmentation");
        }
    }

    /** Follicles. */
    @Nested
    class Follicle extends OfAPhantom {
        Follicle() {
            super("follicle");
        }

        @Override
        protected Supplier<Frames> emptyField() {
            Map<String, String> empty = new HashMap<>(SMALL.get("follicle"));
            empty.put("follicles", "0");
            return field(PICTURES.computeIfAbsent("follicle-3", name -> Phantoms.draw("follicle", 3, empty)));
        }
    }

    /** Endometrial thickness, between the points that a person would set. */
    @Nested
    class Endometrium extends OfAPhantom {
        Endometrium() {
            super("endometrium");
        }

        @Override
        protected Settings settings() {
            Map<Integer, Map<String, String>> told = new HashMap<>();
            for (int seed = 1; seed <= 2; seed++) {
                told.put(seed - 1, picture("endometrium", seed).truth().told());
            }
            return Settings.of(plugin().descriptor().parameters(), Map.of(), told);
        }
    }

    /** Color and vessels. */
    @Nested
    class Hysteroscopy extends OfAPhantom {
        Hysteroscopy() {
            super("hysteroscopy");
        }

        @Override
        protected Supplier<Frames> emptyField() {
            return field(Phantoms.draw("hysteroscopy", 3, Map.of("size", "256", "vessels", "0")));
        }
    }

    /** Oocytes. */
    @Nested
    class Oocyte extends OfAPhantom {
        Oocyte() {
            super("oocyte");
        }
    }

    /** Zygotes. */
    @Nested
    class Zygote extends OfAPhantom {
        Zygote() {
            super("zygote");
        }
    }

    /** Blastocysts. */
    @Nested
    class Blastocyst extends OfAPhantom {
        Blastocyst() {
            super("blastocyst");
        }
    }

    /** Embryos. */
    @Nested
    class Embryo extends OfAPhantom {
        Embryo() {
            super("embryo");
        }
    }

    /** Embryos over time. */
    @Nested
    class EmbryoTimelapse extends OfAPhantom {
        EmbryoTimelapse() {
            super("embryo-timelapse");
        }
    }

    /** The WHO reference. */
    @Nested
    class Who extends ScorerContractTest {
        @Override
        protected Scorer plugin() {
            return WhoScorer.sixthEdition();
        }

        @Override
        protected boolean isBuiltByItsOwner() {
            return true;
        }

        @Override
        protected List<Findings> findings() {
            return Stream.of("sperm-count", "sperm-motility", "sperm-morphology", "sperm-vitality")
                    .map(BuiltInsTest::found)
                    .toList();
        }
    }

    /** Published numbers of follicles. */
    @Nested
    class FollicleCount extends OfFollicles {
        @Override
        protected Scorer plugin() {
            return new FollicleCountScorer();
        }
    }

    /** Published sizes of follicles. */
    @Nested
    class FollicleSize extends OfFollicles {
        @Override
        protected Scorer plugin() {
            return new FollicleSizeScorer();
        }
    }

    /** A scorer of follicles. */
    abstract static class OfFollicles extends ScorerContractTest {
        @Override
        protected boolean isBuiltByItsOwner() {
            return true;
        }

        @Override
        protected List<Findings> findings() {
            return List.of(FOUND.computeIfAbsent("outlined ovary", name -> inAnOutlinedOvary()));
        }

        private static Findings inAnOutlinedOvary() {
            Drawn ovary = Phantoms.draw("follicle", 4, Map.of("follicles", "5", "largestMm", "8"));
            Analyzer analyzer = load().analyzer("follicle").orElseThrow();
            Settings outlined = Settings.of(
                    analyzer.descriptor().parameters(), ovary.truth().told(), Map.of());
            FieldOfView field = analyzer.look(field(ovary).get(), outlined, Work.unlimited());
            return analyzer.summarize(List.of(field), outlined);
        }
    }

    /** Strict morphology. */
    @Nested
    class Strict extends ScorerContractTest {
        @Override
        protected Scorer plugin() {
            return StrictScorer.sixthEdition();
        }

        @Override
        protected boolean isBuiltByItsOwner() {
            return true;
        }

        @Override
        protected List<Findings> findings() {
            Findings judged = FOUND.computeIfAbsent("stained smear", name -> inAStainedSmear());
            return List.of(judged, BuiltInsTest.found("sperm-morphology"));
        }
    }

    /** An analyzer that looks at phantoms of its kind. */
    abstract static class OfAPhantom extends AnalyzerContractTest {
        private final String kind;

        OfAPhantom(String kind) {
            this.kind = kind;
        }

        @Override
        protected Analyzer plugin() {
            return load().analyzer(kind).orElseThrow();
        }

        @Override
        protected boolean isBuiltByItsOwner() {
            return true;
        }

        @Override
        protected Settings settings() {
            return settingsOf(kind);
        }

        @Override
        protected List<Supplier<Frames>> fields() {
            return drawn(kind);
        }
    }

    private static Catalog load() {
        return Catalog.load(List.of(), List.of(), List.of());
    }

    private static Settings settingsOf(String kind) {
        return Settings.defaults(
                load().analyzer(kind).orElseThrow().descriptor().parameters());
    }

    /** What is found in the pictures of a kind, looked at once for all tests. */
    private static Findings found(String kind) {
        return FOUND.computeIfAbsent(kind, BuiltInsTest::lookedFor);
    }

    private static Findings lookedFor(String kind) {
        Analyzer analyzer = load().analyzer(kind).orElseThrow();
        Settings settings = settingsOf(kind);
        List<FieldOfView> fields = new ArrayList<>();
        for (Supplier<Frames> field : drawn(kind)) {
            fields.add(analyzer.look(field.get(), settings.only(Parameter.Use.LOOK), Work.unlimited()));
        }
        return analyzer.summarize(fields, settings);
    }

    private static Findings inAStainedSmear() {
        Drawn smear = Phantoms.draw(
                "stained-smear", 981, Map.of("cells", "6", "borderCells", "0", "gapUm", "10", "tailUm", "28"));
        Analyzer analyzer = load().analyzer("sperm-morphology").orElseThrow();
        Settings settings = Settings.of(analyzer.descriptor().parameters(), Map.of("stain", "papanicolaou"), Map.of());
        FieldOfView field = analyzer.look(field(smear).get(), settings.only(Parameter.Use.LOOK), Work.unlimited());
        return analyzer.summarize(List.of(field), settings);
    }

    private static List<Supplier<Frames>> drawn(String kind) {
        return Stream.of(1, 2)
                .map(seed -> Films.kinds().contains(kind) ? film(kind, seed) : field(picture(kind, seed)))
                .toList();
    }

    /** A picture that is drawn once for all tests. */
    private static Drawn picture(String kind, int seed) {
        return PICTURES.computeIfAbsent(kind + "-" + seed, name -> Phantoms.draw(kind, seed, SMALL.get(kind)));
    }

    private static Supplier<Frames> film(String kind, int seed) {
        Phantom<Film> phantom = Films.of(kind).seed(seed);
        for (Map.Entry<String, String> setting : SMALL.get(kind).entrySet()) {
            phantom = phantom.with(setting.getKey(), setting.getValue());
        }
        Film film = phantom.draw();
        return film::frames;
    }

    private static Supplier<Frames> field(Drawn drawn) {
        return () -> Frames.of(drawn.frame()).calibrated(drawn.calibration());
    }
}
