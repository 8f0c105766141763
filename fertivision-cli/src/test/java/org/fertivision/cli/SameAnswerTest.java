package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One question, one answer, byte by byte: by the jar and the command, in every language, on any number of threads. */
class SameAnswerTest {
    @TempDir
    private Path folder;

    @Test
    void ofJarAndCommandInEveryLanguageOnAnyNumberOfThreads() throws IOException {
        List<Path> fields = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            fields.add(folder.resolve("f" + i + ".png"));
            Map<String, String> small = Map.of("width", "640", "height", "480", "cells", "12");
            Phantoms.draw("sperm-vitality", i, small).writePng(fields.get(i));
        }
        Request.Builder request = Request.of("sperm-vitality").calibration(Calibration.umPerPixel(0.481));
        fields.forEach(request::field);
        String ofJar;
        try (FertiVision engine = FertiVision.create()) {
            ofJar = new String(ReportJson.write(engine.analyze(request.build()).orElseThrow()), StandardCharsets.UTF_8);
        }

        Locale usual = Locale.getDefault();
        try {
            for (String language : new String[] {"en-US", "tr-TR", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                for (String threads : new String[] {"1", "8"}) {
                    Ran ran = Ran.command(
                            "analyze",
                            "sperm-vitality",
                            folder.toString(),
                            "--um-per-pixel",
                            "0.481",
                            "--format",
                            "json",
                            "--threads",
                            threads);
                    assertThat(ran).isEqualTo(new Ran(0, ofJar + "\n", ""));
                }
            }
        } finally {
            Locale.setDefault(usual);
        }
    }
}
