package org.fertivision;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.Test;

/** The rooms of core and who may import whom: the table of docs/rooms.md, held against the classes. */
class RoomsTest {
    static final JavaClasses CORE = importing(FertiVision.class);
    private static final String ROOT = "org.fertivision";
    private static final Set<String> SPI = Set.of(
            "org.fertivision.spi",
            "org.fertivision.image",
            "org.fertivision.finding",
            "org.fertivision.finding.measures");
    private static final Set<String> EXPORTED =
            Set.of(ROOT, ROOT + ".agreement", ROOT + ".request", ROOT + ".report", ROOT + ".scale", ROOT + ".tracking");

    /** Kernels for features, public whether or not a feature needs them yet. */
    private static final Set<String> TOOLS = Set.of(ROOT + ".pixel", ROOT + ".stats");

    /** Every room, and the other rooms that it may import; the sockets and their vocabulary are open to all but two. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("", Set.of("catalog", "decode", "memo", "report", "request", "scale", "pixel")),
            Map.entry(
                    "catalog",
                    Set.of(
                            "request",
                            "sperm.count",
                            "sperm.motility",
                            "sperm.morphology",
                            "sperm.vitality",
                            "sperm.fragmentation",
                            "sperm.score",
                            "oocyte",
                            "embryo",
                            "embryo.score",
                            "embryo.timelapse",
                            "follicle",
                            "endometrium")),
            Map.entry("decode", Set.of("request")),
            Map.entry("memo", Set.of("request")),
            Map.entry("report", Set.of("request", "agreement", "scale")),
            Map.entry("agreement", Set.of("stats")),
            Map.entry("scale", Set.of("pixel", "stats")),
            Map.entry("tracking", Set.of("stats")),
            Map.entry("request", Set.of()),
            Map.entry("pixel", Set.of()),
            Map.entry("stats", Set.of()),
            Map.entry("tally", Set.of("stats")),
            Map.entry("sperm", Set.of("pixel")),
            Map.entry("sperm.count", Set.of("sperm", "pixel", "stats", "tally")),
            Map.entry("sperm.motility", Set.of("sperm", "pixel", "stats", "tally")),
            Map.entry("sperm.morphology", Set.of("sperm", "pixel", "stats", "tally")),
            Map.entry("sperm.vitality", Set.of("sperm", "pixel", "stats", "tally")),
            Map.entry("sperm.fragmentation", Set.of("sperm", "pixel", "stats", "tally")),
            Map.entry("sperm.score", Set.of("sperm", "stats", "tally")),
            Map.entry("oocyte", Set.of("pixel", "stats", "tally")),
            Map.entry("embryo", Set.of("pixel", "stats", "tally")),
            Map.entry("embryo.score", Set.of()),
            Map.entry("embryo.timelapse", Set.of("embryo", "pixel", "stats")),
            Map.entry("follicle", Set.of("pixel", "stats", "tally")),
            Map.entry("endometrium", Set.of("pixel", "stats", "tally")));

    @Test
    void everyRoomImportsOnlyWhatTheTableAllows() {
        classes().should(importOnlyAllowedRooms()).check(CORE);
    }

    @Test
    void onlyTheListOfBuiltInsNamesFeatures() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".catalog")
                .and()
                .doNotHaveSimpleName("BuiltIns")
                .should()
                .dependOnClassesThat(describe("stand in a feature", c -> isFeature(room(c))))
                .check(CORE);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void pixelsAndStatisticsKnowNeitherBiologyNorFiles() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".pixel", ROOT + ".stats")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are Java's own, images or of the same room",
                        c -> c.getPackageName().matches("java\\.(lang|util|math).*")
                                || c.getName().equals("java.nio.ByteOrder")
                                || c.getPackageName().equals("org.jspecify.annotations")
                                || c.getPackageName().equals(ROOT + ".image")
                                || c.getPackageName().equals(ROOT + ".pixel")
                                || c.getPackageName().equals(ROOT + ".stats")
                                || c.isPrimitive()
                                || c.isArray()))
                .check(CORE);
    }

    @Test
    void aLibraryIsKnownInOneRoom() {
        onlyIn("com.github.benmanes.caffeine..", ROOT + ".memo", ROOT);
        onlyIn("com.fasterxml.jackson..", ROOT + ".report");
        onlyIn("javax.imageio..", ROOT + ".decode", ROOT + ".report");
        onlyIn("java.awt..", ROOT + ".decode", ROOT + ".report");
    }

    @Test
    void onlyTheFrontDoorStartsFromAFileOrAStream() {
        onlyIn("java.nio.file..", ROOT, ROOT + ".request", ROOT + ".decode", ROOT + ".report");
    }

    @Test
    void publicTypesAreExportedOrNeededByAnotherRoom() {
        classes()
                .that()
                .arePublic()
                .and(describe(
                        "are neither exported nor tools for every feature",
                        c -> !EXPORTED.contains(c.getPackageName()) && !TOOLS.contains(c.getPackageName())))
                .should(beNeededByAnotherRoom())
                .check(CORE);
    }

    @Test
    void noPackageStandsInTwoJars() {
        Set<String> spi = packages(importing(Plugin.class));
        Set<String> core = packages(CORE);
        Set<String> phantom = packages(importing(Phantoms.class));

        assertThat(spi).containsExactlyInAnyOrderElementsOf(SPI);
        assertThat(core).doesNotContainAnyElementsOf(spi).doesNotContainAnyElementsOf(phantom);
        assertThat(phantom).doesNotContainAnyElementsOf(spi);
    }

    @Test
    void theSocketsNeedNothingButJava() {
        classes()
                .should()
                .onlyDependOnClassesThat(describe(
                        "are Java's own or the sockets'",
                        c -> c.getPackageName().startsWith("java.")
                                || c.getPackageName().equals("org.jspecify.annotations")
                                || SPI.contains(c.getPackageName())
                                || c.isPrimitive()
                                || c.isArray()))
                .check(importing(Plugin.class));
    }

    @Test
    void phantomsKnowTheSocketsAndNotTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        describe("stand in core", c -> packages(CORE).contains(c.getPackageName())))
                .check(importing(Phantoms.class));
    }

    /** All classes beside the given one: in its folder during {@code mvn test}, in its jar during {@code mvn verify}. */
    static JavaClasses importing(Class<?> ofThatJar) {
        try {
            Path place = Path.of(ofThatJar
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return new ClassFileImporter().importPath(place);
            }
            try (JarFile jar = new JarFile(place.toFile())) {
                return new ClassFileImporter().importJar(jar);
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void onlyIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CORE);
    }

    private static ArchCondition<JavaClass> importOnlyAllowedRooms() {
        return new ArchCondition<>("import only the rooms that the table allows") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                String room = room(from);
                Set<String> allowed = MAY_IMPORT.get(room);
                if (allowed == null) {
                    events.add(violated(from, "the room '" + room + "' is not in the table: " + from.getName()));
                    return;
                }
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    boolean ours = to.getPackageName().equals(ROOT)
                            || to.getPackageName().startsWith(ROOT + ".");
                    if (ours
                            && !SPI.contains(to.getPackageName())
                            && !room(to).equals(room)
                            && !allowed.contains(room(to))) {
                        events.add(violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beNeededByAnotherRoom() {
        return new ArchCondition<>("be needed by another room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<JavaClass> users = new HashSet<>();
                Stream.concat(Stream.of(type), members(type))
                        .forEach(c -> c.getDirectDependenciesToSelf().forEach(d -> users.add(d.getOriginClass())));
                boolean elsewhere =
                        users.stream().anyMatch(u -> !u.getPackageName().equals(type.getPackageName()));
                if (!elsewhere && !isTalkedOf(type)) {
                    events.add(violated(type, type.getName() + " is public, and no other room needs it"));
                }
            }
        };
    }

    /** Whether a public method of another public type of the room, or of the type around it, takes or answers it. */
    private static boolean isTalkedOf(JavaClass type) {
        JavaClass outer = type.getEnclosingClass().orElse(type);
        return CORE.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC) && !c.equals(type))
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(m ->
                        m.getOwner().equals(outer) || !m.getOwner().getName().startsWith(outer.getName()))
                .anyMatch(m -> m.getRawReturnType().equals(type)
                        || m.getRawParameterTypes().contains(type));
    }

    private static Stream<JavaClass> members(JavaClass type) {
        return CORE.stream().filter(c -> c.getName().startsWith(type.getName() + "$"));
    }

    private static boolean isFeature(String room) {
        return room.startsWith("sperm")
                || List.of("oocyte", "embryo", "embryo.score", "embryo.timelapse", "follicle", "endometrium")
                        .contains(room);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : name;
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
