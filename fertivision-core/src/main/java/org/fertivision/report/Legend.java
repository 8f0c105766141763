package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which color of a chart stands for which word: those of the overlays. */
public final class Legend {
    private static final double LINE = 20;
    private static final double WIDTH = 720;
    private static final double LETTER = 6.3;

    private Legend() {}

    /** The words with their colors in a line or more; nothing where there are not two words to tell apart. */
    public static Optional<Chart> of(Report report, Language language) {
        OverlayKey key = OverlayKey.of(report);
        if (key.terms().size() < 2) {
            return Optional.empty();
        }
        Chart.Sheet sheet = new Chart.Sheet();
        List<String> words = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (String term : key.terms()) {
            long count = report.findings().fields().stream()
                    .flatMap(field -> field.counted())
                    .filter(item -> item.term(key.system()).orElse("").equals(term))
                    .count();
            String text = language.told(term) + " " + count;
            double width = 34 + LETTER * text.length();
            if (x > 0 && x + width > WIDTH) {
                x = 0;
                y += LINE;
            }
            sheet.box(x, y + 4, 12, 12, key.ink(term), "").tick(x + 17, y + 14, text, Chart.Anchor.START);
            words.add(text);
            x += width;
        }
        return Optional.of(sheet.chart(language.say("Colors: {0}", String.join(", ", words)), WIDTH, y + LINE));
    }
}
