package org.fertivision.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.image.Calibration;
import org.fertivision.report.GraticuleReport;
import org.fertivision.request.Source;
import org.fertivision.scale.Graticule;
import org.fertivision.scale.WhichLines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Reads the size of a pixel from a picture of a ruling. */
@Command(
        name = "calibrate",
        header = "Find the size of a pixel in a picture of a stage micrometer, a ruler or a counting chamber's lines.",
        description = {
            "",
            "S is the true distance of neighboring lines: of the closest lines in the picture, be there longer ticks at"
                    + " every fifth and tenth or not. Where far lines stand beside close ones, as in the corner square of"
                    + " a Neubauer chamber, 250 names the far and 50 the close ones; of any other ruling --lines must say"
                    + " which are meant. Lines must be straight, five or more, and fill enough of the picture; what"
                    + " leaves doubt is refused with the reason (exit 7), never guessed. Look at the lines that were used"
                    + " with --out.",
            "",
            "With --ruler the ticks that an ultrasound scanner draws beside its image are read instead; S is what the"
                    + " short ticks are apart, often 5000 or 10000. That is a proposal: look at the marked ticks first."
        },
        footer = {
            "",
            "Examples:",
            "  fertivision calibrate micrometer.png --spacing-um 10",
            "  fertivision calibrate neubauer.jpg --spacing-um 250 --out checked/",
            "  fertivision calibrate ruler.tif --spacing-um 1000 --format json",
            "  fertivision calibrate ovary.jpg --ruler --spacing-um 10000 --out checked/"
        })
final class CalibrateCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "IMAGE", description = "Picture of the ruling.")
    private Path image = Path.of("");

    @Option(
            names = "--spacing-um",
            required = true,
            paramLabel = "S",
            description = "True distance of neighboring lines, micrometers.")
    private double spacingUm;

    @Option(
            names = "--lines",
            paramLabel = "WHICH",
            converter = WhichConverter.class,
            completionCandidates = WhichWords.class,
            description = "Whose distance S is where there are close and far lines: fine or coarse.")
    private WhichLines which = WhichLines.UNTOLD;

    @Option(names = "--ruler", description = "Read the depth ticks beside an ultrasound image.")
    private boolean ruler;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = ListFormat.Converter.class,
            completionCandidates = ListFormat.Words.class,
            description = "How the result is printed: table (default) or json.")
    private ListFormat format = ListFormat.TABLE;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for calibration.png (the picture with the lines that were used) and calibration.json.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Mixin
    private final Talk talk = new Talk();

    CalibrateCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (ruler && which != WhichLines.UNTOLD) {
            throw new Failure(ExitCode.USAGE, "--lines is for rulings; with --ruler the short ticks are meant");
        }
        GraticuleReport report;
        try (FertiVision engine = FertiVision.create()) {
            report = engine.calibrate(Source.of(image), spacingUm, ruler ? WhichLines.DEPTH_TICKS : which);
        }
        if (folder != null) {
            write(report, folder);
        }
        if (format == ListFormat.JSON) {
            talk.out().print(new String(report.json(), StandardCharsets.UTF_8) + "\n");
        } else {
            print(report.graticule(), talk.out());
        }
        return ExitCode.DONE.number();
    }

    private void write(GraticuleReport report, Path target) throws IOException {
        Files.createDirectories(target);
        Path picture = target.resolve("calibration.png");
        Path document = target.resolve("calibration.json");
        if (!force && (Files.exists(picture) || Files.exists(document))) {
            throw new Failure(
                    ExitCode.FILES, picture + " or calibration.json is already there; --force writes over them");
        }
        around.interruption().whole(() -> {
            WholeFile.write(document, report.json());
            WholeFile.write(picture, report.png());
        });
        talk.say("wrote the lines that were used to " + picture);
    }

    private static void print(Graticule found, PrintWriter out) {
        TextTable table = new TextTable(
                        Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
                .row("across", "um per pixel", "95 % interval", "lines", "spacing", "angle", "residual");
        for (Graticule.Ruling ruling : found.rulings()) {
            table.row(
                    Math.abs(ruling.angleDeg()) <= 45 ? "columns" : "rows",
                    digits(ruling.umPerPixel()),
                    digits(ruling.ci95().lo()) + " to " + digits(ruling.ci95().hi()),
                    String.valueOf(ruling.lines()),
                    Plain.figure(ruling.spacingPx()) + " px",
                    String.format(Locale.ROOT, "%.2f deg", ruling.angleDeg()),
                    Plain.figure(ruling.residualPx()) + " px");
        }
        table.print(out, 2);
        out.print("\n");
        found.notices().forEach(notice -> out.print(Plain.line(notice.detail()) + "\n"));
        Calibration size = found.calibration();
        out.print("For the other commands:\n\n  --um-per-pixel " + digits(size.umPerPixelX())
                + (size.isSquare() ? "" : "," + digits(size.umPerPixelY())) + "\n");
    }

    /** Five significant digits: more than any ruling tells. */
    private static String digits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(5))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Reads fine or coarse. */
    static final class WhichConverter implements ITypeConverter<WhichLines> {
        @Override
        public WhichLines convert(String text) {
            return switch (text) {
                case "fine" -> WhichLines.FINE;
                case "coarse" -> WhichLines.COARSE;
                default -> throw new TypeConversionException("'" + text + "' is none of fine, coarse");
            };
        }
    }

    /** The words that can be typed. */
    static final class WhichWords extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        WhichWords() {
            super(List.of("fine", "coarse"));
        }
    }
}
