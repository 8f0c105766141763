package org.fertivision.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures, prints a table, writes the figures, and ends with an error where a budget is broken. */
public final class Run {
    private static final double LEAST_OVER_IMAGEJ = 2.8;
    private static final double KERNEL_MS_PER_MEGAPIXEL = 0.7;
    private static final double KERNEL_LEAST_OVER_IMAGEJ = 4;
    private static final double LOOK_OF_DECODE = 0.5;
    private static final double FILM_LEAST_OVER_IMAGEJ = 5;
    private static final double VIDEO_MOST_OF_DECODE = 1.3;
    private static final double LARGE_MEGAPIXELS = 12;
    private static final double LARGE_STILL_SECONDS = 5;
    private static final double LEAST_BY_TWO_THREADS = 1.7;
    private static final double LEAST_REMEMBERED = 20;

    private final Plan plan;
    private final Machine machine = Machine.here();
    private final Path drawings;
    private final List<Figures> figures = new ArrayList<>();
    private final List<Budget> budgets = new ArrayList<>();

    private Run(Plan plan, Path drawings) {
        this.plan = plan;
        this.drawings = drawings;
    }

    /** Options: --short, --data FOLDER, --out FILE. */
    public static void main(String[] args)
            throws IOException, RunnerException, InterruptedException, ExecutionException {
        Path drawings = Files.createTempDirectory("fertivision-benchmarks");
        boolean kept;
        try {
            kept = new Run(Plan.of(args), drawings).measured();
        } finally {
            try (Stream<Path> files = Files.list(drawings)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(drawings);
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean measured() throws IOException, RunnerException, InterruptedException, ExecutionException {
        System.out.println(machine);
        System.out.println(Figures.HEADER);
        for (Kind kind : Kind.values()) {
            for (double megapixels : plan.megapixels()) {
                still(kind, kind.draw(megapixels, drawings), "drawn");
            }
            if (plan.data() != null) {
                for (Path file : kind.real(plan.data())) {
                    still(kind, file, file.getName(file.getNameCount() - 2).toString());
                }
            }
        }
        for (Structure structure : Structure.values()) {
            for (double megapixels : plan.isShort() ? structure.megapixels().subList(0, 1) : structure.megapixels()) {
                structure(structure, megapixels);
            }
        }
        kernel();
        for (FilmSize size : plan.isShort() ? List.of(FilmSize.SMALL) : List.of(FilmSize.values())) {
            film(size);
        }
        largeStills();
        budgets.add(Budget.ratioAtLeast(
                "a first look over one that is remembered, vitality of 2.5 megapixels",
                Remembered.over(Kind.VITALITY, Kind.VITALITY.draw(2.5, drawings)),
                LEAST_REMEMBERED));
        if (!plan.isShort()) {
            budgets.add(Budget.timeAtMost(
                    "two threads over one, many vitality stills, as 1/ratio",
                    1 / Scaling.ofTwo(Kind.VITALITY, Kind.VITALITY.draw(2.5, drawings)),
                    1 / LEAST_BY_TWO_THREADS));
        }
        return judged();
    }

    private void still(Kind kind, Path file, String origin) throws RunnerException {
        Rounds rounds = rounds(StillBenchmark.class, Map.of("file", file.toString(), "kind", kind.name()));
        Figures measured = Figures.of(origin + " " + file.getFileName(), kind, rounds);
        System.out.println(measured.line());
        figures.add(measured);
        budgets.add(Budget.ratioAtMost(
                measured.still() + ": rest over decode", measured.cost(), kind.mostOfDecode() * plan.room()));
        budgets.add(Budget.ratioAtLeast(
                measured.still() + ": ImageJ over whole", measured.overImageJ(), LEAST_OVER_IMAGEJ / plan.room()));
    }

    private void structure(Structure structure, double megapixels) throws RunnerException {
        Rounds rounds = rounds(
                StructureBenchmark.class,
                Map.of("structure", structure.name(), "megapixels", String.valueOf(megapixels)));
        double rest = rounds.median(round -> (round.get("whole") - round.get("decode")) / 1e6);
        System.out.printf(
                Locale.ROOT,
                "%s of %.2f megapixels: decode %.1f ms, rest %.1f ms%n",
                structure.title(),
                megapixels,
                rounds.milliseconds("decode"),
                rest);
        budgets.add(Budget.timeAtMost(
                String.format(Locale.ROOT, "%s of %.2f megapixels: after decode, ms", structure.title(), megapixels),
                rest,
                structure.most(megapixels)));
    }

    private void kernel() throws IOException, RunnerException {
        Rounds rounds = rounds(
                KernelBenchmark.class,
                Map.of("file", Kind.VITALITY.draw(2.5, drawings).toString()));
        double each = rounds.median(round -> round.get("ours") / 1e6 / round.get("megapixels"));
        double over = rounds.median(round -> round.get("imageJ") / round.get("ours"));
        System.out.printf(
                Locale.ROOT,
                "Otsu, components and centers: %.2f ms a megapixel; ImageJ %.1f and BoofCV %.1f times as long%n",
                each,
                over,
                rounds.median(round -> round.get("boofCv") / round.get("ours")));
        budgets.add(Budget.timeAtMost("Otsu + components, ms a megapixel", each, KERNEL_MS_PER_MEGAPIXEL));
        budgets.add(Budget.ratioAtLeast(
                "Otsu + components: ImageJ over ours", over, KERNEL_LEAST_OVER_IMAGEJ / plan.room()));
    }

    private void film(FilmSize size) throws RunnerException {
        Rounds rounds = rounds(FilmBenchmark.class, Map.of("size", size.name()));
        double each = rounds.median(round -> round.get("look") / 1e6 / round.get("frames"));
        double ofDecode = rounds.median(round -> round.get("look") / round.get("decode"));
        double overImageJ = rounds.median(round -> round.get("imageJ") / round.get("look"));
        double wholeOfDecode = rounds.median(round -> round.get("whole") / round.get("decode"));
        System.out.printf(
                Locale.ROOT,
                "film %dx%d, %d heads: %.2f ms a frame to find, link and measure; %.2f of its decode as JPEG, %.1f"
                        + " times adding up its pixels; ImageJ %.1f times as long; motion JPEG to report %.2f of decode%n",
                size.width(),
                size.height(),
                size.heads(),
                each,
                ofDecode,
                rounds.median(round -> round.get("look") / round.get("sum")),
                overImageJ,
                wholeOfDecode);
        String film = "film of " + size.width() + "x" + size.height();
        budgets.add(Budget.ratioAtMost(film + ": look over decode", ofDecode, LOOK_OF_DECODE * plan.room()));
        budgets.add(
                each <= size.mostMilliseconds()
                        ? Budget.timeAtMost(film + ": look, ms a frame", each, size.mostMilliseconds())
                        : Budget.ratioAtLeast(
                                film + ": ImageJ finding and linking, over look",
                                overImageJ,
                                FILM_LEAST_OVER_IMAGEJ / plan.room()));
        if (size == FilmSize.SMALL) {
            budgets.add(Budget.ratioAtMost(
                    film + ": motion JPEG to report over decode", wholeOfDecode, VIDEO_MOST_OF_DECODE * plan.room()));
        }
    }

    private void largeStills() throws IOException, InterruptedException {
        for (Kind kind : Kind.values()) {
            double seconds = OneStill.seconds(kind, kind.draw(LARGE_MEGAPIXELS, drawings));
            budgets.add(
                    Double.isInfinite(seconds)
                            ? Budget.ratioAtMost(kind.word() + ": 12 megapixels in 256 MiB", seconds, 1)
                            : Budget.timeAtMost(
                                    kind.word() + ": 12 megapixels in a new JVM of 256 MiB, s",
                                    seconds,
                                    LARGE_STILL_SECONDS));
        }
        if (!plan.isShort()) {
            for (Structure structure : Structure.values()) {
                largeStructure(structure);
            }
        }
    }

    /** Once, without warming up. */
    private void largeStructure(Structure structure) {
        StructureStill still = StructureStill.of(structure, structure.largest());
        long start = System.nanoTime();
        still.json();
        budgets.add(Budget.timeAtMost(
                String.format(Locale.ROOT, "%s: %.1f megapixels, once, s", structure.title(), structure.largest()),
                (System.nanoTime() - start) / 1e9,
                LARGE_STILL_SECONDS));
    }

    private Rounds rounds(Class<?> benchmark, Map<String, String> parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .warmupIterations(plan.rounds())
                .measurementIterations(plan.rounds())
                .warmupTime(TimeValue.milliseconds(1))
                .measurementTime(TimeValue.milliseconds(1))
                .jvmArgs("-Xmx3g", "-Djava.awt.headless=true")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            options = options.param(parameter.getKey(), parameter.getValue());
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        return Rounds.of(results.iterator().next());
    }

    private boolean judged() throws IOException {
        boolean busy = machine.isBusy();
        System.out.println(
                "Budgets" + (plan.isShort() ? " (short run: ratios have room for " + plan.room() + ")" : ""));
        budgets.forEach(budget -> System.out.println(budget.line(busy)));
        Path results = plan.results().toAbsolutePath();
        if (results.getParent() != null) {
            Files.createDirectories(results.getParent());
        }
        Files.writeString(results, json());
        System.out.println("Figures: " + results);
        return budgets.stream().noneMatch(budget -> budget.isBroken(busy));
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"machine\":{\"processor\":\"%s\",\"processors\":%d,\"system\":\"%s\",\"java\":\"%s\",\"load\":%.2f},%n"
                        + "\"rounds\":%d,%n\"stills\":[%n%s],%n\"budgets\":[%n%s]}%n",
                machine.processor(),
                machine.processors(),
                machine.system(),
                machine.java(),
                machine.load(),
                plan.rounds(),
                figures.stream().map(Figures::json).collect(Collectors.joining(",\n")),
                budgets.stream()
                        .map(budget -> String.format(
                                Locale.ROOT,
                                "{\"what\":\"%s\",\"measured\":%.3f,\"limit\":%.3f,\"kept\":%b}",
                                budget.what(),
                                budget.measured(),
                                budget.limit(),
                                budget.isKept()))
                        .collect(Collectors.joining(",\n")));
    }
}
