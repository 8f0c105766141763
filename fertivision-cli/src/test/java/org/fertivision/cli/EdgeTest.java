package org.fertivision.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.Test;

/** The command is an edge: it sees what core and the sockets export, and no room behind. */
class EdgeTest {
    private static final Set<String> OPEN = Set.of(
            "org.fertivision.cli",
            "org.fertivision",
            "org.fertivision.agreement",
            "org.fertivision.scale",
            "org.fertivision.tracking",
            "org.fertivision.request",
            "org.fertivision.report",
            "org.fertivision.spi",
            "org.fertivision.image",
            "org.fertivision.finding",
            "org.fertivision.finding.measures",
            "org.fertivision.phantom",
            "org.fertivision.pdf");

    private static final JavaClasses COMMAND = importing(Main.class);

    @Test
    void theCommandSeesOnlyWhatIsExported() {
        classes()
                .should()
                .onlyDependOnClassesThat(describe(
                        "are exported or not ours",
                        c -> !c.getPackageName().startsWith("org.fertivision") || OPEN.contains(c.getPackageName())))
                .check(COMMAND);
    }

    @Test
    void theCommandKnowsNoPixels() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.fertivision.image.Plane")
                .check(COMMAND);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(COMMAND);
    }

    @Test
    void noPackageStandsInTwoJars() {
        Set<String> seen = new TreeSet<>();
        Stream.of(Main.class, FertiVision.class, Plugin.class, Phantoms.class)
                .map(EdgeTest::importing)
                .map(EdgeTest::packages)
                .forEach(packages -> {
                    assertThat(packages).isNotEmpty().noneMatch(seen::contains);
                    seen.addAll(packages);
                });
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The classes of the jar, or of the directory, that a class came from. */
    private static JavaClasses importing(Class<?> ofThatJar) {
        try {
            Path home = Path.of(ofThatJar
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return new ClassFileImporter().importPath(home);
            }
            try (JarFile jar = new JarFile(home.toFile())) {
                return new ClassFileImporter().importJar(jar);
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
