package org.fertivision;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Habits of the code that its classes can show: nothing ambient, nothing left behind, nothing that changes by itself. */
class HabitsTest {
    private static final Set<String> IMMUTABLE = Set.of(
            "java.awt.Color",
            "java.lang.String",
            "java.lang.Double",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.lang.invoke.VarHandle",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.math.MathContext",
            "java.nio.charset.Charset",
            "java.time.Duration",
            "java.util.List",
            "java.util.Map",
            "java.util.Set",
            "java.util.Comparator",
            "java.util.regex.Pattern",
            "java.util.function.Function",
            "java.util.HexFormat");
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log10", "log1p", "pow",
            "cbrt", "hypot", "sinh", "cosh", "tanh");

    static List<JavaClasses> jars() {
        return List.of(RoomsTest.CORE, RoomsTest.importing(Plugin.class));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void nothingIsReadFromTheSurroundings(JavaClasses jar) {
        never(jar, "java.lang.System", "getenv", "getProperty", "getProperties", "currentTimeMillis", "lineSeparator");
        never(jar, "java.lang.Boolean", "getBoolean");
        never(jar, "java.lang.Integer", "getInteger");
        never(jar, "java.lang.Long", "getLong");
        never(jar, "java.util.Locale", "getDefault", "setDefault");
        never(jar, "java.util.TimeZone", "getDefault", "setDefault");
        never(jar, "java.time.ZoneId", "systemDefault");
        never(jar, "java.time.Clock", "systemUTC", "systemDefaultZone", "system");
        never(jar, "java.time.Instant", "now");
        never(jar, "java.time.LocalDate", "now");
        never(jar, "java.time.LocalDateTime", "now");
        never(jar, "java.time.ZonedDateTime", "now");
        never(jar, "java.nio.charset.Charset", "defaultCharset");
        never(jar, "java.lang.Thread", "getContextClassLoader", "setContextClassLoader");
        never(jar, "java.util.UUID", "randomUUID");
        never(jar, "java.lang.Math", "random");
        nobodyKnows(jar, "java.util.Random", "java.security.SecureRandom", "java.util.SplittableRandom");
        nobodyKnows(jar, "java.util.concurrent.ThreadLocalRandom", "java.util.prefs.Preferences");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void nothingIsLeftBehind(JavaClasses jar) {
        never(
                jar,
                "java.lang.System",
                "exit",
                "setProperty",
                "clearProperty",
                "setOut",
                "setErr",
                "load",
                "loadLibrary");
        never(jar, "java.lang.Runtime", "exit", "halt", "addShutdownHook", "exec", "load", "loadLibrary");
        never(jar, "java.nio.file.Files", "createTempFile", "createTempDirectory");
        never(jar, "java.io.File", "createTempFile", "deleteOnExit");
        never(jar, "java.lang.Throwable", "printStackTrace");
        never(
                jar,
                "javax.imageio.ImageIO",
                "scanForPlugins",
                "read",
                "setUseCache",
                "setCacheDirectory",
                "getImageReaders",
                "getImageReadersByFormatName",
                "getImageReadersByMIMEType",
                "getImageReadersBySuffix");
        never(
                jar,
                "javax.imageio.spi.ServiceRegistry",
                "registerServiceProvider",
                "registerServiceProviders",
                "deregisterServiceProvider",
                "deregisterAll",
                "setOrdering",
                "unsetOrdering");
        noClasses()
                .that()
                .doNotHaveSimpleName("JdkReader") // both look one class of the JDK up and change nothing
                .and()
                .doNotHaveSimpleName("PictureFile")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.imageio.spi.IIORegistry")
                .allowEmptyShould(true)
                .check(jar);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(jar);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void noThreadIsStarted(JavaClasses jar) {
        noClasses()
                .should()
                .callConstructorWhere(
                        target(describe("is a thread", t -> t.getOwner().isAssignableTo(Thread.class))))
                .check(jar);
        never(jar, "java.lang.Thread", "start", "ofVirtual", "ofPlatform", "startVirtualThread");
        never(jar, "java.util.Collection", "parallelStream");
        never(jar, "java.util.List", "parallelStream");
        nobodyKnows(jar, "java.util.concurrent.Executors", "java.util.concurrent.ForkJoinPool", "java.util.Timer");
        nobodyKnows(jar, "java.lang.ThreadLocal", "java.lang.ref.Cleaner");
        noClasses()
                .should()
                .callMethodWhere(target(describe(
                        "runs in a pool that nobody gave",
                        t -> t.getOwner().isEquivalentTo(java.util.concurrent.CompletableFuture.class)
                                && t.getName().endsWith("Async")
                                && t instanceof AccessTarget.MethodCallTarget call
                                && call.getRawParameterTypes().stream()
                                        .noneMatch(p -> p.isAssignableTo(java.util.concurrent.Executor.class)))))
                .check(jar);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void nothingStaticChanges(JavaClasses jar) {
        fields().that(describe("are static and written by a person", HabitsTest::isOurs))
                .should(beFinalAndImmutable())
                .check(jar);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void textDoesNotDependOnTheLocale(JavaClasses jar) {
        noClasses()
                .should()
                .callMethodWhere(target(describe(
                        "spells by the default locale",
                        t -> t.getOwner().isEquivalentTo(String.class)
                                && (t.getName().equals("formatted")
                                        || withoutLocale(t, "format")
                                        || withoutLocale(t, "toLowerCase")
                                        || withoutLocale(t, "toUpperCase")))))
                .check(jar);
        nobodyKnows(jar, "java.text.DecimalFormat", "java.text.NumberFormat", "java.text.SimpleDateFormat");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void transcendentalFunctionsAreThoseOfEveryMachine(JavaClasses jar) {
        noClasses()
                .should()
                .callMethodWhere(target(describe(
                        "is a function of Math that machines may round differently",
                        t -> t.getOwner().isEquivalentTo(Math.class) && INEXACT.contains(t.getName()))))
                .check(jar);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void nothingBreaksIntoOthers(JavaClasses jar) {
        never(jar, "java.lang.reflect.AccessibleObject", "setAccessible", "trySetAccessible");
        nobodyKnows(jar, "sun.misc.Unsafe", "java.io.ObjectInputStream", "java.io.ObjectOutputStream");
        nobodyKnows(jar, "java.util.logging.Logger", "java.net.URLConnection", "java.net.Socket");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void namesAreWordsOfTheField(JavaClasses jar) {
        classes()
                .should(new ArchCondition<>("not be named Util, Helper, Manager, Impl, Tools, Data or Info") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.getSimpleName().matches(".*(Utils?|Helpers?|Manager|Impl|Tools?|Data|Info)")) {
                            events.add(violated(type, type.getName() + " says nothing"));
                        }
                    }
                })
                .check(jar);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyPackageIsNullMarked(JavaClasses jar) {
        Set<String> marked = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (JavaClass type : jar) {
            if (type.getPackageName().isEmpty()) {
                continue;
            }
            all.add(type.getPackageName());
            if (type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                marked.add(type.getPackageName());
            }
        }
        assertThat(marked).isEqualTo(all);
    }

    private static void never(JavaClasses jar, String owner, String... methods) {
        Set<String> names = Set.of(methods);
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "calls " + owner + " " + String.join(", ", new TreeSet<>(names)),
                        access -> names.contains(access.getTarget().getName())
                                && access.getTarget().getOwner().isAssignableTo(owner)))
                .check(jar);
    }

    private static void nobodyKnows(JavaClasses jar, String... types) {
        Set<String> names = Set.of(types);
        DescribedPredicate<JavaClass> known =
                describe("are " + new TreeSet<>(names), type -> names.contains(type.getName()));
        noClasses().should().dependOnClassesThat(known).check(jar);
    }

    private static boolean withoutLocale(AccessTarget target, String name) {
        return target.getName().equals(name)
                && target instanceof AccessTarget.MethodCallTarget call
                && call.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(java.util.Locale.class));
    }

    private static boolean isOurs(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getName().startsWith("$");
    }

    private static ArchCondition<JavaField> beFinalAndImmutable() {
        return new ArchCondition<>("be final and of a type that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                    events.add(violated(field, field.getFullName() + " is not final"));
                }
                JavaClass type = field.getRawType();
                boolean keptArray = type.isArray()
                        && type.getBaseComponentType().isPrimitive()
                        && field.getModifiers().contains(JavaModifier.PRIVATE);
                boolean ours = type.getPackageName().startsWith("org.fertivision");
                if (!(type.isPrimitive() || keptArray || ours || type.isEnum() || IMMUTABLE.contains(type.getName()))) {
                    events.add(violated(field, field.getFullName() + " may change: " + type.getName()));
                }
            }
        };
    }
}
