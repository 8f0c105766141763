package org.fertivision.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The server is an edge: it sees what core exports and no room behind; and its own rooms know only what they need. */
class ServerRoomsTest {
    private static final String ROOT = "org.fertivision.server";
    private static final Set<String> OPEN = Set.of(
            "org.fertivision",
            "org.fertivision.agreement",
            "org.fertivision.request",
            "org.fertivision.report",
            "org.fertivision.spi",
            "org.fertivision.image",
            "org.fertivision.finding",
            "org.fertivision.pdf",
            "org.fertivision.phantom");

    /** Which room may know which; the root knows all, and nobody knows the root. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("settings", Set.of()),
            Map.entry("log", Set.of()),
            Map.entry("guard", Set.of()),
            Map.entry("metrics", Set.of()),
            Map.entry("http", Set.of("guard", "log", "metrics")),
            Map.entry("health", Set.of("http", "metrics")),
            Map.entry("kind", Set.of("http")),
            Map.entry("openapi", Set.of("http")),
            Map.entry("redis", Set.of("log")),
            Map.entry("limit", Set.of("http", "metrics", "redis")),
            Map.entry("postgres", Set.of()),
            Map.entry("store", Set.of()),
            Map.entry("tenant", Set.of("audit", "http", "store")),
            Map.entry("seal", Set.of("store")),
            Map.entry("page", Set.of("http")),
            Map.entry("session", Set.of("audit", "http", "store", "tenant")),
            Map.entry("hold", Set.of("audit", "http", "seal", "store")),
            Map.entry("letterhead", Set.of("audit", "http", "store")),
            Map.entry("retention", Set.of("audit", "blob", "http", "log", "seal", "store")),
            Map.entry("subject", Set.of("audit", "hold", "http", "seal", "store")),
            Map.entry("google", Set.of()),
            Map.entry("monitoring", Set.of("google", "http", "log", "metrics")),
            Map.entry("blob", Set.of("google", "seal")),
            Map.entry("audit", Set.of("http", "log", "store")),
            Map.entry("backup", Set.of("audit", "blob", "http", "seal", "store")),
            Map.entry("child", Set.of()),
            Map.entry("fhir", Set.of("http")),
            Map.entry("upload", Set.of("audit", "blob", "http", "log", "seal", "store")),
            Map.entry(
                    "analysis",
                    Set.of(
                            "audit",
                            "blob",
                            "child",
                            "fhir",
                            "hold",
                            "http",
                            "letterhead",
                            "log",
                            "metrics",
                            "redis",
                            "seal",
                            "store",
                            "subject",
                            "tenant",
                            "upload")));

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void theServerSeesOnlyWhatIsExported() {
        classes()
                .should()
                .onlyDependOnClassesThat(describe(
                        "are exported or not ours",
                        c -> !c.getPackageName().startsWith("org.fertivision")
                                || c.getPackageName().startsWith(ROOT)
                                || OPEN.contains(c.getPackageName())))
                .check(SERVER);
    }

    @Test
    void theServerKnowsNoPixels() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.fertivision.image.Plane")
                .check(SERVER);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(SERVER);
    }

    @Test
    void aRoomKnowsOnlyTheRoomsBelow() {
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass type : SERVER) {
            String room = room(type);
            if (!room.isEmpty()) {
                Set<String> others = known.computeIfAbsent(room, r -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass())
                        .filter(c -> c.getPackageName().startsWith(ROOT))
                        .forEach(c -> others.add(room(c)));
                others.remove(room);
            }
        }
        assertThat(known.keySet()).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
        known.forEach((room, others) -> assertThat(MAY_KNOW.get(room)).as(room).containsAll(others));
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }
}
