package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.memo.CacheKey;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Everything that a request can say either means a new look or stands on the list of what cannot matter to one. A new
 * method of the builder fails here until it is put on one of the lists.
 */
class CacheKeyTest {
    private static final String KIND = "acme.eye";

    /** Changes that mean another look, by the method of the builder that makes them. */
    private static final Map<String, UnaryOperator<Request.Builder>> MATTERS = Map.ofEntries(
            Map.entry("field(Source)", b -> rebuilt(Source.frames(() -> Frames.of(Eye.field(4, 1))))),
            Map.entry(
                    "field(byte[])",
                    b -> rebuilt(Source.of(RawFormat.file(Eye.field(5, 1)))).reader("acme.raw")),
            Map.entry("calibration(Calibration)", b -> b.calibration(Calibration.umPerPixel(0.5))),
            Map.entry("timing(Timing)", b -> b.timing(Timing.framesPerSecond(50))),
            Map.entry("set(String,String)", b -> b.set("level", "120")),
            Map.entry("set(int,String,String)", b -> b.set(0, "level", "130")),
            Map.entry("scope(String)", b -> b.scope("tenant-1")),
            Map.entry("score(String), one that wants pictures", b -> b.score("acme.learned")),
            Map.entry(
                    "reader(String)",
                    b -> rebuilt(Source.of(RawFormat.file(Eye.field(3, 1)))).reader("acme.raw")));

    /** What cannot matter to a look at one field. */
    private static final Map<String, Consumer<Request.Builder>> CANNOT_MATTER = Map.ofEntries(
            Map.entry("score(String)", b -> b.score("acme.judge")),
            Map.entry("noScore()", Request.Builder::noScore),
            Map.entry("specimen(String)", b -> b.specimen("S-1")),
            Map.entry(
                    "annotation(Annotation)",
                    b -> b.annotation(new Annotation.Value("lab", SpermMeasures.EJACULATE_VOLUME, 3))),
            Map.entry("leftOut(String)", b -> b.leftOut("a file could not be read")),
            Map.entry("deadline(Duration)", b -> b.deadline(Duration.ofMinutes(9))),
            Map.entry("work(Work)", b -> b.work(Work.unlimited())),
            Map.entry("progress(DoubleConsumer)", b -> b.progress(fraction -> {})),
            Map.entry("set(String,String), for the summary", b -> b.set("dilution", "2")));

    /** Methods that do what another on the lists does. */
    private static final Set<String> SAME_AS_ANOTHER = Set.of("field(Path)");

    /** Changes that matter and are tested by themselves: only a file with pages shows them. */
    private static final Set<String> TESTED_APART = Set.of("pages(PageMeaning)", "page(int)");

    @Test
    void everyMethodOfTheBuilderIsOnAList() {
        Set<String> listed = new TreeSet<>(SAME_AS_ANOTHER);
        listed.addAll(TESTED_APART);
        MATTERS.keySet().forEach(name -> listed.add(withoutRemark(name)));
        CANNOT_MATTER.keySet().forEach(name -> listed.add(withoutRemark(name)));
        Set<String> methods = Arrays.stream(Request.Builder.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == Request.Builder.class)
                .map(CacheKeyTest::signature)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(methods).isEqualTo(listed);
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> whatMattersMeansANewLook() {
        return MATTERS.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(
                        change.getKey(),
                        () -> assertThat(looksAfter(change.getValue())).isEqualTo(2)));
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> whatCannotMatterMeansNone() {
        return CANNOT_MATTER.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(
                        change.getKey(),
                        () -> assertThat(looksAfter(b -> {
                                    change.getValue().accept(b);
                                    return b;
                                }))
                                .isEqualTo(1)));
    }

    @Test
    void anotherKindOrVersionMeansANewLook() {
        Eye eye = new Eye();
        Eye other = new Eye(Eye.described("acme.ear").build());
        try (FertiVision fv = FertiVision.create(
                EngineConfig.builder().plugin(eye).plugin(other).build())) {
            fv.analyze(base().build()).orElseThrow();
            fv.analyze(Request.of("acme.ear").field(field()).build()).orElseThrow();
        }
        assertThat(eye.looks).hasValue(1);
        assertThat(other.looks).hasValue(1);
    }

    @Test
    void everyPageIsALookOfItsOwnAndAnotherMeaningOfPagesIsAnother() {
        Eye eye = new Eye();
        byte[] file = Paged.file(Eye.field(3, 1), Eye.field(5, 2));
        try (FertiVision fv = engine(eye)) {
            Request.Builder asked = Request.of(KIND).field(file);
            fv.analyze(asked.build()).orElseThrow();
            fv.analyze(asked.pages(PageMeaning.FIELDS).build()).orElseThrow();
            assertThat(eye.looks).hasValue(2);
            fv.analyze(Request.of(KIND).field(file).page(1).build()).orElseThrow();
            assertThat(eye.looks).hasValue(2);
            fv.analyze(asked.pages(PageMeaning.TIME).build());
            assertThat(eye.looks).hasValue(3);
        }
    }

    @Test
    void aFieldsOwnSettingMeansALookAtThatFieldOnly() {
        Eye eye = new Eye();
        try (FertiVision fv = engine(eye)) {
            Source second = Source.frames(() -> Frames.of(Eye.field(9, 9)));
            fv.analyze(base().field(second).build()).orElseThrow();
            assertThat(eye.looks).hasValue(2);
            fv.analyze(base().field(second).set(1, "level", "120").build()).orElseThrow();
            assertThat(eye.looks).hasValue(3);
        }
    }

    @Test
    void everyPartOfTheKeyIsHeldAgainstTheRequest() {
        assertThat(Arrays.stream(CacheKey.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly(
                        "scope",
                        "content",
                        "page",
                        "reader",
                        "analyzer",
                        "settings",
                        "calibration",
                        "timing",
                        "patches",
                        "build");
    }

    private static int looksAfter(UnaryOperator<Request.Builder> change) {
        Eye eye = new Eye();
        try (FertiVision fv = engine(eye)) {
            fv.analyze(base().build()).orElseThrow();
            fv.analyze(base().build()).orElseThrow();
            assertThat(eye.looks).hasValue(1);
            fv.analyze(change.apply(base()).build()).orElseThrow();
            return eye.looks.get();
        }
    }

    private static FertiVision engine(Eye eye) {
        return FertiVision.create(EngineConfig.builder()
                .plugin(eye)
                .plugin(new RawFormat("1.0.0", f -> f))
                .plugin(Judge.of("acme.judge", found -> Score.scored("acme", "fine")))
                .plugin(new Judge(
                        Judge.described("acme.learned").wantsPatches().build(), f -> Score.scored("acme", "fine")))
                .build());
    }

    private static Request.Builder base() {
        return rebuilt(field());
    }

    private static Request.Builder rebuilt(Source source) {
        return Request.of(KIND).field(source);
    }

    private static Source field() {
        return Source.frames(() -> Frames.of(Eye.field(3, 1)));
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static String withoutRemark(String name) {
        return name.substring(0, name.indexOf(')') + 1);
    }
}
