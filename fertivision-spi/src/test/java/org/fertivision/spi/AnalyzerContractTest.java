package org.fertivision.spi;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Summary;
import org.fertivision.finding.Unit;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.image.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link Analyzer} promises. Extend it in a test of your own, name the plug-in and two fields or more that
 * hold objects, and run: it needs JUnit and nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AnalyzerContractTest extends PluginContractTest<Analyzer> {
    private static final Calibration QUARTER = Calibration.umPerPixel(0.25);
    private static final Timing FIFTY = Timing.framesPerSecond(50);
    private static final Set<Unit> UNITS_OF_LENGTH = Set.of(
            Unit.MICROMETER,
            Unit.SQUARE_MICROMETER,
            Unit.MICROMETER_PER_SECOND,
            Unit.SQUARE_MICROMETER_PER_SECOND,
            Unit.SQUARE_MICROMETER_PER_HOUR,
            Unit.MILLIMETER,
            Unit.SQUARE_MILLIMETER);
    private static final double RELATIVE_TOLERANCE = 1e-6;
    private static final int SIDE = 48;
    private static final int FRAMES = 30;

    private final List<FieldOfView> seen = new ArrayList<>();

    /** Two fields or more with objects in them, calibrated where the kind needs it; each opens anew at every call. */
    protected abstract List<Supplier<Frames>> fields();

    /** The settings to look and to sum up with; override where a parameter is required. */
    protected Settings settings() {
        return Settings.defaults(plugin().descriptor().parameters());
    }

    /** A field in which there is nothing but the noise of a camera. */
    protected Supplier<Frames> emptyField() {
        boolean color = plugin().descriptor().channels() == Descriptor.Channels.COLOR;
        return asNeeded(noise(SIDE, SIDE, color, color ? 8 : 128, 5));
    }

    /** The summary measure that counts objects, if one does: 0 with an upper bound for an empty field. */
    protected Optional<Measure> count() {
        return plugin().descriptor().measures().stream()
                .filter(m -> m.code().equals("cells"))
                .findFirst();
    }

    /** Whether the order of the fields means something, as in a time-lapse. */
    protected boolean orderOfFieldsMatters() {
        return false;
    }

    /** A still as a field, calibrated at 0.25 um a pixel. */
    protected static Supplier<Frames> still(Frame frame) {
        return () -> Frames.of(frame).calibrated(QUARTER);
    }

    @Override
    final Descriptor.Role role() {
        return Descriptor.Role.ANALYZER;
    }

    @Test
    final void seesSomethingInTheFieldsOfItsTest() {
        assertTrue(fields().size() >= 2, "name two fields or more");
        assertTrue(
                looked().stream().anyMatch(f -> f.counted().findAny().isPresent()),
                "at least one field has an object that counts");
    }

    @Test
    final void seesTheSameTwice() {
        assertEquals(looked(), looked(plugin()), "look() depends on nothing but its arguments");
    }

    @Test
    final void seesTheSameInEveryThread() throws Exception {
        List<FieldOfView> alone = looked();
        Analyzer shared = plugin();
        for (List<FieldOfView> seen : inThreads(() -> looked(shared))) {
            assertEquals(alone, seen, "one object serves many threads");
        }
    }

    @Test
    final void seesTheSameWhereTurkishIsSpoken() throws Exception {
        List<FieldOfView> here = looked();
        assertEquals(here, inTurkish(() -> looked(plugin())), "look() does not depend on the locale");
        assertEquals(summary(here), inTurkish(() -> summary(here)), "summarize() does not depend on the locale");
    }

    @Test
    final void stopsWhenCalledOff() {
        Work work = Work.unlimited();
        work.cancel();
        assertStops(work, "calls work.checkpoint() at least once a look and lets its exception pass");
    }

    @Test
    final void stopsAtItsDeadline() {
        AtomicLong clock = new AtomicLong();
        assertStops(
                Work.within(
                        Duration.ofSeconds(1),
                        () -> clock.addAndGet(Duration.ofMinutes(1).toNanos())),
                "calls work.checkpoint() while it looks");
    }

    @Test
    final void saysWhatSizeTheFieldHas() {
        List<Supplier<Frames>> fields = fields();
        for (int i = 0; i < fields.size(); i++) {
            FieldOfView seen = look(plugin(), fields.get(i), i);
            try (Frames frames = fields.get(i).get()) {
                assertEquals(frames.width(), seen.width(), "the field is as wide as its frames");
                assertEquals(frames.height(), seen.height(), "the field is as high as its frames");
            }
        }
    }

    @Test
    final void saysOfItemsOnlyWhatItDeclares() {
        Set<Measure> measures = new HashSet<>(plugin().descriptor().itemMeasures());
        Set<String> systems = new HashSet<>(plugin().descriptor().labelSystems());
        for (Item item : looked().stream().flatMap(f -> f.items().stream()).toList()) {
            for (Reading reading : item.readings()) {
                assertTrue(measures.contains(reading.measure()), reading.code() + " is among itemMeasures");
            }
            for (Label label : item.labels()) {
                assertTrue(systems.contains(label.system()), label.system() + " is among labelSystems");
            }
        }
    }

    @Test
    final void saysOfADrawnItemWhatItDeclaresAndSumsItUp() {
        FieldOfView field = look(plugin(), fields().get(0), 0);
        Outline square = Outline.of(new double[] {1, 5, 5, 1}, new double[] {1, 1, 5, 5});
        int number = field.items().stream().mapToInt(Item::id).max().orElse(-1) + 1;
        Item asked = Item.of(number, new Point(3, 3), square, new Region(1, 1, 4, 4), List.of(), List.of());

        Item drawn = plugin().drawn(
                        asked, QUARTER, settings().only(Parameter.Use.LOOK).forField(0));

        assertEquals(
                new HashSet<>(plugin().descriptor().itemMeasures()),
                drawn.readings().stream().map(Reading::measure).collect(Collectors.toCollection(HashSet::new)),
                "a drawn item answers for the declared item measures, measured or not");
        assertEquals(square, drawn.outline(), "the outline is the drawn one");
        assertEquals(number, drawn.id(), "the number is the given one");
        List<Item> items = new ArrayList<>(field.items());
        items.add(drawn);
        assertAnswersForEveryMeasure(summary(List.of(field.holding(items))));
    }

    @Test
    final void sumsUpWhatItWasGivenAndAnswersForEveryMeasure() {
        List<FieldOfView> fields = looked();
        Findings findings = plugin().summarize(fields, settings());
        assertEquals(plugin().descriptor().id().toString(), findings.kind(), "findings carry the analyzer's id");
        assertEquals(fields, findings.fields(), "findings hold the fields as they were given, in order");
        assertEquals(List.of(), findings.annotations(), "what persons say is not the analyzer's to write");
        assertAnswersForEveryMeasure(findings.summary());
    }

    @Test
    final void sumsUpOneField() {
        for (FieldOfView field : looked()) {
            assertAnswersForEveryMeasure(summary(List.of(field)));
        }
    }

    @Test
    final void sumsUpTheSameTwice() {
        List<FieldOfView> fields = looked();
        assertEquals(summary(fields), summary(fields), "summarize() depends on nothing but its arguments");
    }

    @Test
    final void sumsUpFromWhatADocumentHolds() {
        List<FieldOfView> fields = looked();
        List<FieldOfView> written =
                fields.stream().map(AnalyzerContractTest::withoutPictures).toList();
        assertEquals(summary(fields), summary(written), "summarize() needs no pictures of items");
    }

    @Test
    final void sumsUpTheSameInAnyOrderOfFields() {
        if (!orderOfFieldsMatters()) {
            List<FieldOfView> fields = looked();
            assertAlike(summary(fields), summary(reversed(fields)), "the order of the fields means nothing");
        }
    }

    @Test
    final void sumsUpTheSameInAnyOrderOfItems() {
        List<FieldOfView> fields = looked();
        List<FieldOfView> shuffled =
                fields.stream().map(f -> f.holding(reversed(f.items()))).toList();
        assertAlike(summary(fields), summary(shuffled), "the order of the items means nothing");
    }

    @Test
    final void findsZeroWhereNothingIs() {
        FieldOfView empty = look(plugin(), emptyField(), 0);
        Summary summary = summary(List.of(empty));
        assertAnswersForEveryMeasure(summary);
        count().ifPresent(count -> {
            assertTrue(empty.quality().usable(), "a field without an object can be measured");
            Reading.Measured zero = assertInstanceOf(
                    Reading.Measured.class, summary.reading(count), "zero is a result: " + count.code());
            assertEquals(0, zero.value(), count.code() + " of an empty field");
            double upper = zero.interval()
                    .orElseThrow(() -> new AssertionError(count.code() + " of an empty field has an upper bound"))
                    .hi();
            assertTrue(upper > 0, "the upper bound of " + count.code() + " lies above 0");
        });
    }

    @Test
    final void givesNoLengthWhereNobodySaidHowLargeAPixelIs() {
        if (plugin().descriptor().calibration() == Descriptor.CalibrationNeed.REQUIRED) {
            return;
        }
        List<FieldOfView> seen = new ArrayList<>();
        for (Supplier<Frames> field : fields()) {
            seen.add(look(plugin(), () -> new Uncalibrated(field.get()), 0));
        }
        Stream<Reading> ofItems = seen.stream().flatMap(f -> f.items().stream()).flatMap(i -> i.readings().stream());
        Stream<Reading> ofFields = seen.stream().flatMap(f -> f.readings().stream());
        Stream<Reading> all =
                Stream.of(ofItems, ofFields, summary(seen).readings().stream()).flatMap(readings -> readings);
        for (Reading reading : all.toList()) {
            assertFalse(
                    UNITS_OF_LENGTH.contains(reading.measure().unit()) && reading instanceof Reading.Measured,
                    reading.code() + " is given in " + reading.measure().unit().ucum() + " without a calibration");
        }
    }

    @Test
    final void meetsOddPicturesWithAnAnswerOrARejection() {
        assertAll(oddFields().entrySet().stream().map(odd -> () -> meets(odd.getKey(), odd.getValue())));
    }

    private void meets(String name, Supplier<Frames> odd) {
        try {
            FieldOfView seen = look(plugin(), odd, 0);
            assertAnswersForEveryMeasure(summary(List.of(seen)));
            assertEquals(seen, look(plugin(), odd, 0), name + ": look() twice");
        } catch (RejectedException e) {
            assertNotNull(e.rejection(), name + ": says why");
        } catch (RuntimeException | StackOverflowError e) {
            fail(name + " ends in " + e, e);
        }
    }

    private Map<String, Supplier<Frames>> oddFields() {
        Map<String, Supplier<Frames>> odd = new LinkedHashMap<>();
        for (boolean color : new boolean[] {false, true}) {
            String of = color ? " in color" : " in gray";
            odd.put("one pixel" + of, asNeeded(noise(1, 1, color, 128, 9)));
            odd.put("one row" + of, asNeeded(noise(SIDE, 1, color, 128, 9)));
            odd.put("one column" + of, asNeeded(noise(1, SIDE, color, 128, 9)));
            odd.put("three by two" + of, asNeeded(noise(3, 2, color, 128, 9)));
            odd.put("black" + of, asNeeded(noise(SIDE, SIDE, color, 0, 0)));
            odd.put("white" + of, asNeeded(noise(SIDE, SIDE, color, 255, 0)));
            odd.put("one gray level" + of, asNeeded(noise(SIDE, SIDE, color, 128, 0)));
            odd.put("noise" + of, asNeeded(noise(SIDE, SIDE, color, 128, 127)));
            odd.put("half black, half white" + of, asNeeded(color ? rgb(half()) : Frame.gray(half())));
            odd.put("checkers" + of, asNeeded(color ? rgb(checkers()) : Frame.gray(checkers())));
            odd.put("one bright pixel" + of, asNeeded(color ? rgb(spot()) : Frame.gray(spot())));
            odd.put("16 bits" + of, asNeeded(color ? rgb(deep()) : Frame.gray(deep())));
        }
        odd.put(
                "a single frame",
                () -> Frames.of(noise(SIDE, SIDE, false, 128, 9)).calibrated(QUARTER));
        return odd;
    }

    /** A still, or as many equal frames where the kind needs a video. */
    private Supplier<Frames> asNeeded(Frame frame) {
        return plugin().descriptor().video() == Descriptor.Video.STILL
                ? still(frame)
                : () -> new Repeated(frame, FRAMES).calibrated(QUARTER).timed(FIFTY);
    }

    private void assertStops(Work work, String how) {
        Settings look = settings().only(Parameter.Use.LOOK).forField(0);
        try (Frames frames = fields().get(0).get()) {
            RejectedException stop =
                    assertThrows(RejectedException.class, () -> plugin().look(frames, look, work), how);
            assertEquals(RejectionCode.Group.STOPPED, stop.rejection().code().group(), how);
        }
    }

    private void assertAnswersForEveryMeasure(Summary summary) {
        Set<Measure> declared = new HashSet<>(plugin().descriptor().measures());
        Set<Measure> answered =
                summary.readings().stream().map(Reading::measure).collect(Collectors.toCollection(HashSet::new));
        assertEquals(declared, answered, "the summary answers for the declared measures, measured or not");
    }

    private static void assertAlike(Summary one, Summary other, String why) {
        for (Reading reading : one.readings()) {
            Reading twin = other.reading(reading.measure());
            assertEquals(reading.getClass(), twin.getClass(), why + ": " + reading.code());
            double wanted = reading.figure().orElse(0.0);
            assertEquals(
                    wanted,
                    twin.figure().orElse(0.0),
                    RELATIVE_TOLERANCE * Math.max(1, Math.abs(wanted)),
                    why + ": " + reading.code());
        }
    }

    /** What is seen in the fields, looked at once for all tests. */
    private synchronized List<FieldOfView> looked() {
        if (seen.isEmpty()) {
            seen.addAll(looked(plugin()));
        }
        return List.copyOf(seen);
    }

    private List<FieldOfView> looked(Analyzer analyzer) {
        List<Supplier<Frames>> fields = fields();
        List<FieldOfView> seen = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            seen.add(look(analyzer, fields.get(i), i));
        }
        return seen;
    }

    private FieldOfView look(Analyzer analyzer, Supplier<Frames> field, int number) {
        try (Frames frames = field.get()) {
            return analyzer.look(frames, settings().only(Parameter.Use.LOOK).forField(number), Work.unlimited());
        }
    }

    private Summary summary(List<FieldOfView> fields) {
        return plugin().summarize(fields, settings()).summary();
    }

    private static FieldOfView withoutPictures(FieldOfView field) {
        return field.holding(field.items().stream()
                .map(i -> new Item(
                        i.id(),
                        i.center(),
                        i.outline(),
                        i.box(),
                        i.readings(),
                        i.labels(),
                        i.path(),
                        i.exclusion(),
                        null))
                .toList());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> other = new ArrayList<>(list);
        Collections.reverse(other);
        return other;
    }

    private static Frame noise(int width, int height, boolean color, int level, int spread) {
        Random random = new Random(7);
        Plane[] planes = new Plane[color ? 3 : 1];
        for (int channel = 0; channel < planes.length; channel++) {
            byte[] samples = new byte[width * height];
            for (int i = 0; i < samples.length; i++) {
                int shift = spread == 0 ? 0 : random.nextInt(2 * spread + 1) - spread;
                samples[i] = (byte) Math.max(0, Math.min(255, level + shift));
            }
            planes[channel] = Plane.takeBytes(width, height, samples);
        }
        return new Frame(List.of(planes), 0, 0, 0);
    }

    private static Frame rgb(Plane plane) {
        return Frame.color(plane, plane, plane);
    }

    private static Plane half() {
        byte[] samples = new byte[SIDE * SIDE];
        Arrays.fill(samples, samples.length / 2, samples.length, (byte) 255);
        return Plane.takeBytes(SIDE, SIDE, samples);
    }

    private static Plane checkers() {
        byte[] samples = new byte[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ((i / SIDE + i % SIDE) % 2 == 0 ? 0 : 255);
        }
        return Plane.takeBytes(SIDE, SIDE, samples);
    }

    private static Plane spot() {
        byte[] samples = new byte[SIDE * SIDE];
        samples[SIDE * SIDE / 2 + SIDE / 2] = (byte) 255;
        return Plane.takeBytes(SIDE, SIDE, samples);
    }

    private static Plane deep() {
        Random random = new Random(11);
        short[] samples = new short[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (30_000 + random.nextInt(9_000));
        }
        return Plane.takeShorts(SIDE, SIDE, samples);
    }

    /** A video in which nothing moves. */
    private static final class Repeated implements Frames {
        private final Frame frame;
        private final int count;
        private int given;

        Repeated(Frame frame, int count) {
            this.frame = frame;
            this.count = count;
        }

        @Override
        public int width() {
            return frame.width();
        }

        @Override
        public int height() {
            return frame.height();
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public Optional<Frame> next() {
            if (given == count) {
                return Optional.empty();
            }
            int index = given++;
            return Optional.of(new Frame(frame.planes(), index, index / FIFTY.framesPerSecond(), 0));
        }

        @Override
        public Optional<Calibration> calibration() {
            return Optional.empty();
        }

        @Override
        public Optional<Timing> timing() {
            return Optional.empty();
        }
    }

    /** Frames of which nobody said how large a pixel is. */
    private static final class Uncalibrated implements Frames {
        private final Frames frames;

        Uncalibrated(Frames frames) {
            this.frames = frames;
        }

        @Override
        public int width() {
            return frames.width();
        }

        @Override
        public int height() {
            return frames.height();
        }

        @Override
        public int count() {
            return frames.count();
        }

        @Override
        public Optional<Frame> next() {
            return frames.next();
        }

        @Override
        public Optional<Calibration> calibration() {
            return Optional.empty();
        }

        @Override
        public Optional<Timing> timing() {
            return frames.timing();
        }

        @Override
        public void close() {
            frames.close();
        }
    }
}
