package org.fertivision.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.fertivision.FertiVision;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether this installation works. */
@Command(
        name = "doctor",
        header = "Tell what this installation runs on and whether it measures rightly.",
        description = {
            "",
            "Ends with 0 if drawn images are measured rightly (within 10 %% of what is known of them, percentages within"
                    + " 2 points, or with that in the 95 %% interval), and with 1 if not."
        },
        footer = {"", "Example:", "  fertivision doctor"})
final class DoctorCommand implements Callable<Integer> {
    /** A broken decoder or kernel is farther off than this; a sound one is not, on the images that are drawn here. */
    private static final double TOLERATED_SHARE = 0.1;

    /** Small percentages are right within these points: vessels of a few percent of a disc are measured to about one. */
    private static final double TOLERATED_POINTS = 2;

    private static final long MEBI = 1 << 20;

    private final Surroundings around;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final Talk talk = new Talk();

    DoctorCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = talk.out();
        try (FertiVision engine = plugins.open(around)) {
            facts(engine).print(out, 0);
            PluginsCommand.problems(engine.plugins().problems(), out);
            boolean sound = true;
            for (Descriptor kind : DrawnSpecimen.kinds(engine)) {
                sound &= measuresRightly(kind, engine, out);
            }
            return (sound ? ExitCode.DONE : ExitCode.BUG).number();
        }
    }

    private TextTable facts(FertiVision engine) {
        Runtime machine = Runtime.getRuntime();
        return new TextTable(Align.LEFT, Align.LEFT)
                .row("FertiVision", engine.version())
                .row("Java", property("java.vendor") + " " + Runtime.version() + ", " + property("java.home"))
                .row("system", property("os.name") + " " + property("os.version") + " " + property("os.arch"))
                .row("processors", Integer.toString(machine.availableProcessors()))
                .row("memory", machine.maxMemory() / MEBI + " MiB at most (FERTIVISION_JAVA_OPTS=-Xmx4g for more)")
                .row(
                        "language",
                        Locale.getDefault().toLanguageTag() + " (numbers are written with a point in every one)")
                .row("encodings", "text " + Charset.defaultCharset() + ", file names " + property("sun.jnu.encoding"))
                .row("image readers", String.join(", ", readers()) + " (of the JDK; others are never used)")
                .row(
                        "videos",
                        "AVI (uncompressed, MJPEG, PNG), TIFF of many pages, folders of numbered frames; others: ffmpeg"
                                + " converts them, and the refusal says how")
                .row(
                        "program",
                        around.home() == null
                                ? "not started by the launcher"
                                : around.home().toString())
                .row("cache folder", cache());
    }

    /** The formats that the JDK itself reads. */
    private static Set<String> readers() {
        Set<String> formats = new TreeSet<>();
        IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(reader -> {
                    if (reader.getClass().getModule() == ImageReaderSpi.class.getModule()) {
                        formats.add(reader.getFormatNames()[0].toUpperCase(Locale.ROOT));
                    }
                });
        return formats;
    }

    /** The folder in which the launcher keeps loaded classes between runs. */
    private static String cache() {
        String told = System.getenv("XDG_CACHE_HOME");
        Path parent = told == null || told.isEmpty() ? Path.of(property("user.home"), ".cache") : Path.of(told);
        Path folder = parent.resolve("fertivision");
        return folder + (Files.isWritable(folder) ? "" : " (cannot be written: commands start more slowly)");
    }

    private static boolean measuresRightly(Descriptor kind, FertiVision engine, PrintWriter out) throws IOException {
        DrawnSpecimen specimen = DrawnSpecimen.of(kind);
        out.print("\nSelf-test of " + Kind.word(kind) + ": ");
        return specimen.frames().isPresent()
                ? measuresRightly(specimen, specimen.frames().get(), engine, out)
                : measuresRightlyFromFile(specimen, engine, out);
    }

    /** A film goes through a file of its own, as films do, so that the reader is tested, too. */
    private static boolean measuresRightlyFromFile(DrawnSpecimen specimen, FertiVision engine, PrintWriter out)
            throws IOException {
        Path folder = Files.createTempDirectory("fertivision-doctor");
        Path film = folder.resolve(specimen.fileName());
        Path truth = film;
        try {
            truth = specimen.rendered().write(film);
            return measuresRightly(specimen, Source.of(film), engine, out);
        } finally {
            Files.deleteIfExists(truth);
            Files.deleteIfExists(film);
            Files.deleteIfExists(folder);
        }
    }

    private static boolean measuresRightly(DrawnSpecimen specimen, Source seen, FertiVision engine, PrintWriter out) {
        return specimen.measured(engine, seen).fold(report -> isRight(specimen.beside(report), out), rejection -> {
            out.print("REJECTED, " + rejection.detail() + "\n");
            return false;
        });
    }

    private static boolean isRight(BesideTruth beside, PrintWriter out) {
        boolean right = beside.isRight(TOLERATED_SHARE, TOLERATED_POINTS);
        out.print(right ? "right\n" : "WRONG\n");
        beside.print(out);
        return right;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
