package org.fertivision.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.Id;
import org.fertivision.spi.Plugin;
import org.fertivision.spi.Scorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrangersTest {
    private static final Id DEMO = Id.of("acme.demo-count");
    private static final Id GOOD = Id.of("acme.good");

    @TempDir
    private Path dir;

    @Test
    void theSampleVendorIsTakenFromItsOwnJar() throws IOException {
        try (URLClassLoader loader = VendorJar.loader(ExampleVendor.jar(dir))) {
            Catalog catalog = load(loader);

            assertThat(catalog.problems()).isEmpty();
            assertThat(ids(catalog)).contains(DEMO);
            assertThat(catalog.provider(DEMO)).contains("acme-score-1.0.0.jar");
        }
    }

    @Test
    void aJarSeenByTwoLoadersIsOnePlugin() throws IOException {
        try (URLClassLoader below = VendorJar.loader(ExampleVendor.jar(dir));
                URLClassLoader above = new URLClassLoader(new java.net.URL[0], below)) {
            Catalog catalog = Catalog.load(List.of(below, above), List.of(), List.of());

            assertThat(catalog.problems()).isEmpty();
            assertThat(ids(catalog)).contains(DEMO);
        }
    }

    @Test
    void aStrangerWithOurNameIsRefused() throws IOException {
        PluginProblem problem = refused(source("Forger", about("fertivision.who6")));

        assertThat(problem.plugin()).isEqualTo("com.acme.Forger");
        assertThat(problem.reason())
                .isEqualTo("claims the id fertivision.who6, but the vendor 'fertivision' is reserved");
    }

    @Test
    void oursStaysOursWhateverAStrangerClaims() throws IOException {
        try (URLClassLoader loader = VendorJar.loader(pack(source("Forger", about("fertivision.who6"))))) {
            Catalog catalog = load(loader);

            assertThat(catalog.provider(Id.of("fertivision.who6"))).contains("built-in");
            assertThat(catalog.scorers())
                    .filteredOn(d -> d.id().isReserved())
                    .isEqualTo(load(StrangersTest.class.getClassLoader()).scorers());
        }
    }

    @Test
    void ofTwoJarsWithOneIdNeitherIsTakenUntilOneIsPreferred() throws IOException {
        Path one = new VendorJar()
                .source("com/acme/One.java", source("One", about("acme.twin")))
                .declares(Scorer.class, "com.acme.One")
                .packInto(dir, "one");
        Path two = new VendorJar()
                .source("com/acme/Two.java", source("Two", about("acme.twin")))
                .source("com/acme/Good.java", source("Good", about("acme.good")))
                .declares(Scorer.class, "com.acme.Two", "com.acme.Good")
                .packInto(dir, "two");
        try (URLClassLoader loader = VendorJar.loader(one, two)) {
            Catalog neither = load(loader);
            Catalog preferred = Catalog.load(List.of(loader), List.of(), List.of("com.acme.Two"));

            assertThat(neither.problems())
                    .containsExactly(new PluginProblem(
                            "acme.twin",
                            "two plug-ins claim this id, so neither is taken until the configuration prefers one class:"
                                    + " com.acme.One, com.acme.Two"));
            assertThat(ids(neither)).contains(GOOD).doesNotContain(Id.of("acme.twin"));
            assertThat(preferred.problems()).isEmpty();
            assertThat(preferred.provider(Id.of("acme.twin"))).contains("two.jar");
        }
    }

    @Test
    void aClassThatIsNamedButNotThereIsReported() throws IOException {
        PluginProblem problem = refused(source("Lost", about("acme.lost")), "com/acme/Lost.class");

        assertThat(problem.plugin()).isEqualTo("Scorer");
        assertThat(problem.reason())
                .startsWith("is declared but cannot be loaded: ")
                .contains("com.acme.Lost", "not found");
    }

    @Test
    void aLibraryThatIsMissingWhenTheConstructorRunsIsReported() throws IOException {
        PluginProblem problem = refused(
                source("Poor", about("acme.poor") + "private final Library library = new Library();"),
                "com/acme/Library.class");

        assertThat(problem.plugin()).isEqualTo("com.acme.Poor");
        assertThat(problem.reason())
                .startsWith("needs a class that is not there: ")
                .contains("com/acme/Library");
    }

    @Test
    void aSuperclassThatIsMissingIsReported() throws IOException {
        PluginProblem problem = refused(
                source("Orphan", about("acme.orphan")).replace("class Orphan", "class Orphan extends Library"),
                "com/acme/Library.class");

        assertThat(problem.plugin()).isEqualTo("Scorer");
        assertThat(problem.reason())
                .startsWith("needs a class that is not there: ")
                .contains("com/acme/Library");
    }

    @Test
    void aLibraryThatIsMissingWhenItDescribesItselfIsReported() throws IOException {
        PluginProblem problem = refused(
                source("Lazy", "public Descriptor descriptor() { return new Library().about(); }"),
                "com/acme/Library.class");

        assertThat(problem.plugin()).isEqualTo("com.acme.Lazy");
        assertThat(problem.reason()).startsWith("needs a class that is not there: ");
    }

    @Test
    void aConstructorThatThrowsIsReported() throws IOException {
        PluginProblem problem = refused(source(
                "Moody", about("acme.moody") + "public Moody() { throw new IllegalStateException(\"no license\"); }"));

        assertThat(problem)
                .isEqualTo(new PluginProblem(
                        "com.acme.Moody", "its constructor failed: IllegalStateException (no license)"));
    }

    @Test
    void aClassThatCannotBeInitializedIsReported() throws IOException {
        PluginProblem problem = refused(
                source("Cold", about("acme.cold") + "private static final int NONE = Integer.parseInt(\"none\");"));

        assertThat(problem.plugin()).isEqualTo("com.acme.Cold");
        assertThat(problem.reason()).startsWith("its class is broken: NumberFormatException");
    }

    @Test
    void aConstructorThatNobodyCanCallIsReported() throws IOException {
        PluginProblem problem = refused(source("Shy", about("acme.shy") + "private Shy() {}"));

        assertThat(problem.plugin()).isEqualTo("Scorer");
        assertThat(problem.reason())
                .startsWith("is declared but cannot be loaded: ")
                .contains("com.acme.Shy");
    }

    @Test
    void aClassThatIsNoScorerIsReported() throws IOException {
        PluginProblem problem = refused("package com.acme; public class Alien {}", "nothing");

        assertThat(problem.reason()).contains("com.acme.Alien", "not a subtype");
    }

    @Test
    void aDescriptionThatChangesIsReported() throws IOException {
        PluginProblem problem = refused(source(
                "Fickle",
                "private int calls; public Descriptor descriptor() { return " + built("acme.fickle\" + calls++ + \"")
                        + "; }"));

        assertThat(problem)
                .isEqualTo(new PluginProblem("com.acme.Fickle", "its description changes from call to call"));
    }

    @Test
    void aDescriptionThatFailsIsReported() throws IOException {
        assertThat(refused(source("Mute", "public Descriptor descriptor() { return null; }")))
                .isEqualTo(new PluginProblem(
                        "com.acme.Mute", "does not describe itself: NullPointerException (descriptor() answers null)"));
        assertThat(refused(source("Bad", about("Acme.Bad"))).reason())
                .startsWith("does not describe itself: IllegalArgumentException (an id is vendor.name");
        assertThat(refused(source("Deep", "public Descriptor descriptor() { return descriptor(); }"))
                        .reason())
                .isEqualTo("does not describe itself: StackOverflowError");
    }

    @Test
    void aDescriptionOfAnotherRoleIsReported() throws IOException {
        PluginProblem problem = refused(
                source(
                        "Actor",
                        "public Descriptor descriptor() { return Descriptor.analyzer(\"acme.actor\", \"1.0.0\").title(\"A\").build(); }"));

        assertThat(problem)
                .isEqualTo(new PluginProblem("com.acme.Actor", "describes a ANALYZER but plugs in as a SCORER"));
    }

    @Test
    void eachOfManyTroublesLeavesTheGoodOneIn() throws IOException {
        VendorJar jar = new VendorJar();
        List<String> names = List.of("Bad1", "Bad2", "Bad3");
        for (String name : names) {
            jar.source(
                    "com/acme/" + name + ".java",
                    source(
                            name,
                            about("acme." + name.toLowerCase(java.util.Locale.ROOT)) + "public " + name
                                    + "() { throw new Error(); }"));
        }
        jar.source("com/acme/Good.java", source("Good", about("acme.good")))
                .declares(
                        Scorer.class,
                        "com.acme.Missing1",
                        "com.acme.Bad1",
                        "com.acme.Missing2",
                        "com.acme.Bad2",
                        "com.acme.Good",
                        "com.acme.Bad3",
                        "com.acme.Missing3");
        try (URLClassLoader loader = VendorJar.loader(jar.packInto(dir, "many"))) {
            Catalog catalog = load(loader);

            assertThat(ids(catalog)).contains(GOOD);
            assertThat(catalog.problems()).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFileOfServicesThatIsGarbageIsReported() throws IOException {
        Path jar = new VendorJar()
                .source("com/acme/Good.java", source("Good", about("acme.good")))
                .declares(Scorer.class, "not a class name!", "com.acme.Good")
                .packInto(dir, "garbage");
        try (URLClassLoader loader = VendorJar.loader(jar)) {
            assertThat(load(loader).problems()).isNotEmpty();
        }
    }

    @Test
    void analyzersAndReadersOfStrangersAreTakenLikewise() throws IOException {
        Path jar = new VendorJar()
                .source("com/acme/Eye.java", ANALYZER)
                .source("com/acme/Reel.java", READER)
                .declares(Analyzer.class, "com.acme.Eye")
                .declares(FrameReader.class, "com.acme.Reel")
                .packInto(dir, "both");
        try (URLClassLoader loader = VendorJar.loader(jar)) {
            Catalog catalog = load(loader);

            assertThat(catalog.problems()).isEmpty();
            assertThat(catalog.analyzers()).extracting(Descriptor::id).contains(Id.of("acme.eye"));
            assertThat(catalog.readers()).extracting(Descriptor::id).contains(Id.of("acme.reel"));
            assertThat(catalog.analyzer("acme.eye")).isPresent();
            assertThat(catalog.analyzer("eye")).isEmpty();
        }
    }

    @Test
    void whatItsOwnerBuiltStandsInPlaceOfTheSameClassFromAJar() throws Exception {
        try (URLClassLoader loader = VendorJar.loader(ExampleVendor.jar(dir))) {
            Plugin built = (Plugin) loader.loadClass("com.acme.score.DemoCountScorer")
                    .getConstructor()
                    .newInstance();
            Catalog catalog = Catalog.load(List.of(loader), List.of(built), List.of());

            assertThat(catalog.problems()).isEmpty();
            assertThat(ids(catalog)).contains(DEMO);
        }
    }

    @Test
    void twoThatOneOwnerBuiltWithOneIdAreRefused() throws Exception {
        try (URLClassLoader loader = VendorJar.loader(ExampleVendor.jar(dir))) {
            Class<?> type = loader.loadClass("com.acme.score.DemoCountScorer");
            Plugin one = (Plugin) type.getConstructor().newInstance();
            Plugin two = (Plugin) type.getConstructor().newInstance();
            Catalog catalog = Catalog.load(List.of(), List.of(one, two), List.of());

            assertThat(catalog.problems()).extracting(PluginProblem::plugin).containsExactly("acme.demo-count");
            assertThat(ids(catalog)).doesNotContain(DEMO);
        }
    }

    @Test
    void aPluginThatFitsNoSocketIsReported() {
        Plugin loose =
                () -> Descriptor.analyzer("acme.loose", "1.0.0").title("Loose").build();
        Catalog catalog = Catalog.load(List.of(), List.of(loose), List.of());

        assertThat(catalog.problems())
                .singleElement()
                .satisfies(p ->
                        assertThat(p.reason()).isEqualTo("is neither an analyzer nor a scorer nor a frame reader"));
    }

    /** The problem with the one scorer of the given source, while a good one beside it is taken. */
    private PluginProblem refused(String source, String... left) throws IOException {
        try (URLClassLoader loader = VendorJar.loader(pack(source, left))) {
            Catalog catalog = load(loader);

            assertThat(ids(catalog)).contains(GOOD);
            assertThat(catalog.problems()).hasSize(1);
            return catalog.problems().get(0);
        }
    }

    private Path pack(String source, String... left) throws IOException {
        String name = source.replaceAll("(?s).*?public (final )?class (\\w+).*", "$2");
        VendorJar jar = new VendorJar()
                .source("com/acme/" + name + ".java", source)
                .source("com/acme/Good.java", source("Good", about("acme.good")))
                .source(
                        "com/acme/Library.java",
                        "package com.acme; public class Library { org.fertivision.spi.Descriptor about() { return "
                                + built("acme.library").replace("Descriptor.", "org.fertivision.spi.Descriptor.")
                                + "; } }")
                .declares(Scorer.class, "com.acme." + name, "com.acme.Good");
        for (String path : left) {
            jar.without(path);
        }
        return jar.packInto(dir, name);
    }

    private static Catalog load(ClassLoader loader) {
        return Catalog.load(List.of(loader), List.of(), List.of());
    }

    private static List<Id> ids(Catalog catalog) {
        return catalog.scorers().stream().map(Descriptor::id).toList();
    }

    private static String source(String name, String body) {
        return "package com.acme; import org.fertivision.spi.*; import org.fertivision.finding.*; public class " + name
                + " implements Scorer { " + body
                + " public Score score(Findings f, Settings s, Work w) { return Score.notScored(\"never\"); } }";
    }

    private static String about(String id) {
        return "public Descriptor descriptor() { return " + built(id) + "; } ";
    }

    private static String built(String id) {
        return "Descriptor.scorer(\"" + id + "\", \"1.0.0\").scores(\"sperm-count\").title(\"T\").build()";
    }

    private static final String ANALYZER = """
            package com.acme;
            import java.util.List;
            import org.fertivision.finding.*;
            import org.fertivision.image.Frames;
            import org.fertivision.spi.*;
            public class Eye implements Analyzer {
                public Descriptor descriptor() {
                    return Descriptor.analyzer("acme.eye", "1.0.0").title("Eye").build();
                }
                public FieldOfView look(Frames frames, Settings settings, Work work) {
                    throw new UnsupportedOperationException();
                }
                public Findings summarize(List<FieldOfView> fields, Settings settings) {
                    throw new UnsupportedOperationException();
                }
            }
            """;

    private static final String READER = """
            package com.acme;
            import java.io.InputStream;
            import org.fertivision.image.Frames;
            import org.fertivision.spi.*;
            public class Reel implements FrameReader {
                public Descriptor descriptor() {
                    return Descriptor.reader("acme.reel", "1.0.0").title("Reel").build();
                }
                public boolean recognizes(byte[] start) {
                    return false;
                }
                public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) {
                    throw new UnsupportedOperationException();
                }
            }
            """;
}
