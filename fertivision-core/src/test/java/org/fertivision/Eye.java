package org.fertivision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** An analyzer for tests of the engine: every bright pixel is a cell; it counts its looks and does what a test wants. */
final class Eye implements Analyzer {
    static final Parameter<Double> LEVEL = Parameter.number("level", Unit.GRAY, 0, 255, "Darkest gray of a cell.")
            .defaultsTo(100.0)
            .eachField();
    static final Parameter<Double> DILUTION = Parameter.number("dilution", Unit.ONE, 1, 100, "How much it was diluted.")
            .defaultsTo(1.0)
            .inSummary();

    final AtomicInteger looks = new AtomicInteger();
    private final Descriptor about;
    private Consumer<Work> during = work -> {};
    private UnaryOperator<FieldOfView> seen = field -> field;
    private UnaryOperator<Findings> summed = findings -> findings;

    Eye() {
        this(described("acme.eye").build());
    }

    Eye(Descriptor about) {
        this.about = about;
    }

    static Descriptor.Builder described(String id) {
        return Descriptor.analyzer(id, "1.0.0")
                .title("Eye")
                .parameters(LEVEL, DILUTION)
                .measures(SpermMeasures.CELLS)
                .itemMeasures(FieldMeasures.AREA);
    }

    /** Does this in the middle of every look. */
    Eye doing(Consumer<Work> what) {
        during = what;
        return this;
    }

    /** Answers this instead of what was seen. */
    Eye seeing(UnaryOperator<FieldOfView> instead) {
        seen = instead;
        return this;
    }

    /** Answers this instead of the sum. */
    Eye summing(UnaryOperator<Findings> instead) {
        summed = instead;
        return this;
    }

    @Override
    public Descriptor descriptor() {
        return about;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        looks.incrementAndGet();
        work.checkpoint();
        during.accept(work);
        work.checkpoint();
        Plane gray = frames.only().gray();
        List<Item> items = new ArrayList<>();
        for (int y = 0; y < gray.height(); y++) {
            for (int x = 0; x < gray.width(); x++) {
                if (gray.at(x, y) >= settings.get(LEVEL)) {
                    items.add(item(items.size(), x, y, frames));
                }
            }
        }
        return seen.apply(FieldOfView.still(
                gray.width(), gray.height(), items, List.of(), new Quality(null, 1, true, List.of()), List.of(), null));
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        double cells = settings.get(DILUTION)
                * fields.stream().flatMap(FieldOfView::counted).count();
        Reading count = Reading.measured(
                SpermMeasures.CELLS, cells, new Interval(0, 2 * cells + 4), (int) Math.rint(cells), "counted");
        return summed.apply(Findings.of(about.id().toString(), fields, new Summary(List.of(count))));
    }

    private static Item item(int id, int x, int y, Frames frames) {
        Reading area = frames.calibration()
                .map(c -> Reading.measured(FieldMeasures.AREA, c.pixelAreaUm2(), "pixels"))
                .orElse(Reading.notMeasured(FieldMeasures.AREA, Reading.NotMeasured.UNCALIBRATED));
        return Item.of(
                id, new Point(x + 0.5, y + 0.5), Outline.none(), new Region(x, y, 1, 1), List.of(area), List.of());
    }

    /** A dark field of 32 x 24 pixels with so many cells, at places that depend on the seed. */
    static Frame field(int cells, int seed) {
        byte[] samples = new byte[32 * 24];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ((i * 31 + seed * 7) % 50);
        }
        for (int i = 0; i < cells; i++) {
            samples[(i * 97 + seed * 13) % samples.length] = (byte) 200;
        }
        return Frame.gray(Plane.takeBytes(32, 24, samples));
    }
}
