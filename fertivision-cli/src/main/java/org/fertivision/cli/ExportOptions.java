package org.fertivision.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.report.Language;
import org.fertivision.report.OutlineFile;
import org.fertivision.report.OverlayFilm;
import org.fertivision.report.Report;
import org.fertivision.report.ReportFolder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** In which language a report is written, and what stands beside it: outlines in further forms, films of overlays. */
final class ExportOptions {
    @Option(
            names = "--export",
            paramLabel = "coco|geojson",
            split = ",",
            converter = Converter.class,
            completionCandidates = Words.class,
            description = "Outlines of all objects for annotation programs, beside the report: coco (COCO instances,"
                    + " outlines.coco.json) or geojson (QuPath, outlines-<field>.geojson). Repeatable.")
    private List<OutlineFile> forms = new ArrayList<>();

    @Option(
            names = "--overlay-film",
            description = "Beside the report, every film with its objects followed through its own frames:"
                    + " overlay-<field>.avi (motion JPEG; of more than 600 frames every second, third ...).")
    private boolean film;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    /** The language of the report. */
    Language language() {
        return language.language();
    }

    /** Refuses what could only be written beside a report or into it. */
    void checkWithoutReport() {
        if (film || !forms.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE, "--export and --overlay-film write beside the report: name its folder with --out");
        }
        if (language.isAsked()) {
            throw new Failure(ExitCode.USAGE, "--language is that of the report: name its folder with --out");
        }
    }

    /** Whether films of overlays are wanted. */
    boolean isFilmAsked() {
        return film;
    }

    /** The files that are wanted. */
    List<ReportFolder.Extra> files(Report report) {
        List<ReportFolder.Extra> files = new ArrayList<>();
        forms.stream().distinct().forEach(form -> files.addAll(form.of(report)));
        if (film) {
            files.addAll(OverlayFilm.of(report, language()));
        }
        return files;
    }

    /** Reads the word. */
    static final class Converter implements ITypeConverter<OutlineFile> {
        @Override
        public OutlineFile convert(String text) {
            for (OutlineFile form : OutlineFile.values()) {
                if (form.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return form;
                }
            }
            throw new TypeConversionException("'" + text + "' is none of coco, geojson");
        }
    }

    /** The words that can be typed. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(List.of("coco", "geojson"));
        }
    }
}
