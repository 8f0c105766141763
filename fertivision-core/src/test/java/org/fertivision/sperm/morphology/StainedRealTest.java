package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.GrayMean;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.PassedLight;
import org.fertivision.pixel.Smoothing;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/**
 * Stained smears whose cells were outlined by three annotators, on the imaging dates that nothing was chosen on: the whole
 * table of heads and parts, ours and the annotators' among themselves. Of a quarter of the fields, of all of them with
 * {@code -Dfertivision.real.every=1}.
 */
class StainedRealTest {
    private static final double SAME = 0.5;
    private static final double THIRD = 1 / 3.0;
    private static final int NEAR_PX = 3;
    private static final int MARGIN_PX = 8;

    private final Map<String, List<Double>> rows = new LinkedHashMap<>();
    private final int[][] vacuoles = new int[2][2];
    private final int[][] free = new int[2][2];
    private int cells;
    private int counted;
    private int tails;
    private int cutTails;
    private int heads;
    private final List<Double> cytoplasm = new ArrayList<>();

    @Test
    void headsAndPartsOfOtherDatesAreFoundAndMeasured() throws IOException {
        AnnotatedSmears smears = new AnnotatedSmears();
        for (Map.Entry<String, List<AnnotatedSmears.Cell>> field : smears.measuredOn(
                        Integer.getInteger("fertivision.real.every", 4))
                .entrySet()) {
            String image = field.getKey();
            hold(smears.frame(image), smears.parts(image), smears.cells(image), field.getValue());
        }
        print();

        int found = rows.get("head: overlap").size();
        assertThat(found).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * cells));
        assertThat(counted).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * cells));
        assertThat(median("head: overlap")).isGreaterThanOrEqualTo(0.90);
        assertThat(median("head: length")).isLessThanOrEqualTo(0.03);
        assertThat(median("head: width")).isLessThanOrEqualTo(0.04);
        assertThat(median("head: area")).isLessThanOrEqualTo(0.06);
        assertThat(median("acrosome: area")).isLessThanOrEqualTo(0.14);
        assertThat(median("thread: on midpiece or tail")).isGreaterThanOrEqualTo(0.9);
        assertThat(kappa(vacuoles)).isGreaterThanOrEqualTo(0.5);
        assertThat(kappa(free)).isGreaterThanOrEqualTo(0.5);
        assertThat(median("midpiece and tail, to the end: length")).isLessThanOrEqualTo(0.1);
        assertThat(cytoplasm).hasSizeGreaterThanOrEqualTo((int) (0.6 * heads));
        assertThat(cytoplasm.stream().filter(share -> share > THIRD).count())
                .isLessThanOrEqualTo(1 + cytoplasm.size() / 100);
    }

    private void hold(Frame frame, Raster parts, Raster numbers, List<AnnotatedSmears.Cell> truth) {
        StainedSmear smear = StainedSmear.of(frame);
        Plane gray = GrayMean.of(frame);
        List<HeadOutline> outlines = StainedHeads.of(smear, gray, Work.unlimited());
        org.fertivision.pixel.Raster absorbed =
                Smoothing.gaussian(PassedLight.absorbed(smear.green(), smear.red()), 1.5);
        Mask heads = Mask.union(
                absorbed.region(), outlines.stream().map(HeadOutline::mask).toList());
        HeadLikeness likeness = new HeadLikeness(smear, absorbed, heads);
        List<Optional<Exclusion>> verdicts = HeadGating.sort(outlines, gray, HeadGates.OF_SMEAR, likeness::whyNot);
        List<SpermParts> sperm = StainedLook.parts(outlines, smear, absorbed, heads, Work.unlimited());
        for (int i = 0; i < outlines.size(); i++) {
            if (verdicts.get(i).isEmpty()) {
                cytoplasm(sperm.get(i));
            }
        }
        for (AnnotatedSmears.Cell cell : truth) {
            cells++;
            Annotated annotated = Annotated.of(parts, numbers, cell.number());
            double best = SAME;
            int which = -1;
            for (int i = 0; i < outlines.size(); i++) {
                double overlap = annotated.overlap(outlines.get(i).mask(), part -> part >= 1 && part <= 3);
                if (overlap > best) {
                    best = overlap;
                    which = i;
                }
            }
            if (which >= 0) {
                counted += verdicts.get(which)
                                .filter(why -> !why.reason().equals("touches-border"))
                                .isEmpty()
                        ? 1
                        : 0;
                add("head: overlap", OptionalDouble.of(best));
                SpermParts ours = sperm.get(which);
                measure(ours.outline(), ours.head(), cell, annotated);
                vacuoles(ours, smear, cell);
                ours.thread().ifPresent(thread -> {
                    thread(thread, cell, annotated);
                    tail(ours, annotated);
                });
            }
            amongAnnotators(cell);
        }
    }

    private void measure(
            HeadOutline outline, Optional<HeadParts> head, AnnotatedSmears.Cell cell, Annotated annotated) {
        add("head: length", difference(cell, "head_length", outline.feret().length()));
        add("head: width", difference(cell, "head_width", outline.feret().width()));
        add("head: area", difference(cell, "head_area", outline.area()));
        head.ifPresent(known -> {
            add(
                    "acrosome: area",
                    difference(cell, "acrosome_area", known.acrosome().area()));
            if (cell.figure("acrosome_area").isPresent()) {
                add("acrosome: overlap", OptionalDouble.of(annotated.overlap(known.acrosome(), part -> part == 1)));
            }
        });
    }

    private void vacuoles(SpermParts ours, StainedSmear smear, AnnotatedSmears.Cell cell) {
        int drawn = cell.figure("vacuoles").isPresent() ? 1 : 0;
        Vacuoles.of(ours.outline(), smear).ifPresent(spots -> vacuoles[drawn][spots.isEmpty() ? 0 : 1]++);
        ours.vacuoles().ifPresent(spots -> free[drawn][spots.isEmpty() ? 0 : 1]++);
    }

    /** Nobody outlined cytoplasm: how often it is told, and how often there is too much of it, which is rare. */
    private void cytoplasm(SpermParts ours) {
        heads++;
        ours.cytoplasm()
                .bodies()
                .ifPresent(bodies -> cytoplasm.add(ours.cytoplasm().areaPx()
                        / (double) ours.outline().mask().area()));
    }

    private void thread(Flagellum thread, AnnotatedSmears.Cell cell, Annotated annotated) {
        List<Point> points = thread.walk().points();
        long on = points.stream().filter(annotated::isThreadAt).count();
        add("thread: on midpiece or tail", OptionalDouble.of(on / (double) points.size()));
        annotated
                .covered(points)
                .ifPresent(share -> add("thread: share of midpiece and tail", OptionalDouble.of(share)));
        OptionalDouble length = cell.figure("midpiece_length");
        OptionalDouble area = cell.figure("midpiece_area");
        thread.midpiece()
                .filter(known -> length.isPresent() && area.isPresent())
                .ifPresent(midpiece -> {
                    double width = area.getAsDouble() / length.getAsDouble();
                    add(
                            "midpiece: length",
                            OptionalDouble.of(Math.abs(midpiece.lengthPx() / length.getAsDouble() - 1)));
                    add("midpiece: width", OptionalDouble.of(Math.abs(midpiece.widthPx() / width - 1)));
                });
    }

    private void tail(SpermParts sperm, Annotated annotated) {
        if (sperm.tailIsWhole()) {
            tails++;
            AnnotatedThread.of(annotated.parts(), annotated.numbers(), annotated.cell())
                    .ifPresent(drawn -> {
                        double ratio = sperm.thread().orElseThrow().walk().length() / drawn.lengthPx();
                        if (drawn.atBorder()) {
                            cutTails++;
                        } else {
                            add("midpiece and tail, to the end: length", OptionalDouble.of(Math.abs(ratio - 1)));
                            add("midpiece and tail, to the end: ratio", OptionalDouble.of(ratio));
                        }
                    });
        }
    }

    private void amongAnnotators(AnnotatedSmears.Cell cell) {
        for (String other : List.of("_2", "_3")) {
            add("annotators 1" + other + ", head: overlap", cell.figure("iou" + other));
            for (String column : List.of("head_length", "head_width", "head_area", "acrosome_area")) {
                add("annotators 1" + other + ", " + column, cell.difference(column, column + other));
            }
        }
    }

    private void add(String row, OptionalDouble value) {
        value.ifPresent(
                known -> rows.computeIfAbsent(row, name -> new ArrayList<>()).add(known));
    }

    private static OptionalDouble difference(AnnotatedSmears.Cell cell, String column, double ours) {
        OptionalDouble drawn = cell.figure(column);
        return drawn.isPresent() ? OptionalDouble.of(Math.abs(ours / drawn.getAsDouble() - 1)) : drawn;
    }

    private void print() {
        System.out.printf(
                "stained cells: %d, found %d, counted or cut by the border %d%n",
                cells, rows.get("head: overlap").size(), counted);
        System.out.printf(
                "  tails followed to an end: %d, of which the annotator drew %d as cut by the border%n",
                tails, cutTails);
        rows.forEach((row, values) -> System.out.printf(
                Locale.ROOT,
                "  %-40s n=%4d  10 %%: %.3f  median %.3f  90 %%: %.3f%n",
                row,
                values.size(),
                at(values, 0.1),
                at(values, 0.5),
                at(values, 0.9)));
        System.out.printf(
                "  cytoplasm told of %d of %d counted heads, some of it at %d, more than a third of the head at %d%n",
                cytoplasm.size(),
                heads,
                cytoplasm.stream().filter(share -> share > 0).count(),
                cytoplasm.stream().filter(share -> share > THIRD).count());
        print("whatever lies on the head", vacuoles);
        print("where no thread lies on the head", free);
    }

    private static void print(String which, int[][] table) {
        System.out.printf(
                Locale.ROOT,
                "  vacuoles, present or not, %s: kappa %.2f, n=%d (drawn and found %d, drawn only %d, found only %d)%n",
                which,
                kappa(table),
                table[0][0] + table[0][1] + table[1][0] + table[1][1],
                table[1][1],
                table[1][0],
                table[0][1]);
    }

    private static double kappa(int[][] table) {
        double n = table[0][0] + table[0][1] + table[1][0] + table[1][1];
        double same = (table[0][0] + table[1][1]) / n;
        double drawn = (table[1][0] + table[1][1]) / n;
        double found = (table[0][1] + table[1][1]) / n;
        double chance = drawn * found + (1 - drawn) * (1 - found);
        return (same - chance) / (1 - chance);
    }

    private double median(String row) {
        return at(rows.get(row), 0.5);
    }

    private static double at(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    /** What the first annotator drew of one cell. */
    private record Annotated(Raster parts, Raster numbers, int cell, Region box) {
        static Annotated of(Raster parts, Raster numbers, int cell) {
            int left = parts.getWidth();
            int top = parts.getHeight();
            int right = 0;
            int bottom = 0;
            int[] row = new int[parts.getWidth()];
            for (int y = 0; y < parts.getHeight(); y++) {
                numbers.getSamples(0, y, row.length, 1, 0, row);
                for (int x = 0; x < row.length; x++) {
                    if (row[x] == cell) {
                        left = Math.min(left, x);
                        right = Math.max(right, x + 1);
                        top = Math.min(top, y);
                        bottom = y + 1;
                    }
                }
            }
            return new Annotated(parts, numbers, cell, new Region(left, top, right - left, bottom - top));
        }

        /** Common pixels over those of either. */
        double overlap(Blob blob, IntPredicate part) {
            int common = 0;
            int drawn = 0;
            for (int y = box.y(); y < box.bottom(); y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    if (numbers.getSample(x, y, 0) == cell && part.test(parts.getSample(x, y, 0))) {
                        drawn++;
                        common += blob.contains(x, y) ? 1 : 0;
                    }
                }
            }
            return common / (double) Math.max(1, blob.area() + drawn - common);
        }

        /** Whether the midpiece or tail, not the head, lies within some pixels of a place. */
        boolean isThreadAt(Point place) {
            for (int y = (int) place.y() - NEAR_PX; y <= place.y() + NEAR_PX; y++) {
                for (int x = (int) place.x() - NEAR_PX; x <= place.x() + NEAR_PX; x++) {
                    if (isThread(x, y)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isThread(int x, int y) {
            return x >= 0
                    && y >= 0
                    && x < parts.getWidth()
                    && y < parts.getHeight()
                    && numbers.getSample(x, y, 0) == cell
                    && parts.getSample(x, y, 0) >= 4;
        }

        /** The share of midpiece and tail that lies near a way. */
        OptionalDouble covered(List<Point> way) {
            boolean[] near = new boolean[parts.getWidth() * parts.getHeight()];
            for (Point point : way) {
                Region around = new Region((int) point.x(), (int) point.y(), 1, 1)
                        .grown(MARGIN_PX, parts.getWidth(), parts.getHeight());
                for (int y = around.y(); y < around.bottom(); y++) {
                    for (int x = around.x(); x < around.right(); x++) {
                        near[y * parts.getWidth() + x] = true;
                    }
                }
            }
            int all = 0;
            int met = 0;
            for (int y = box.y(); y < box.bottom(); y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    if (isThread(x, y)) {
                        all++;
                        met += near[y * parts.getWidth() + x] ? 1 : 0;
                    }
                }
            }
            return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(met / (double) all);
        }
    }
}
