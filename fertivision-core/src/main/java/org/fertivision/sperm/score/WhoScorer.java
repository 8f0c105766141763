package org.fertivision.sperm.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.sperm.WhoReference;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.fertivision.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a value lies above or below the 5th centile of the WHO reference men, or cannot be told from it because
 * its 95 % interval covers the centile. It gives no verdict on the man: the 6th edition has no thresholds (Boitrelle
 * 2021, doi:10.3390/life11121368).
 */
public final class WhoScorer implements Scorer {
    /** Whose semen it is: the reference men are human. */
    static final Parameter<String> SPECIES = Parameter.choice(
                    "species",
                    List.of("human", "other"),
                    "Whose semen it is; WHO reference distributions are of men, so another species is not scored.")
            .defaultsTo("human")
            .inSummary();

    private static final String VERSION = "1.1.0";

    private final WhoReference reference;
    private final Descriptor descriptor;

    private WhoScorer(WhoReference reference, String id, String title) {
        this.reference = reference;
        this.descriptor = Descriptor.scorer(id, VERSION)
                .scores("sperm-vitality", "sperm-count", "sperm-motility", "sperm-morphology")
                .title(title)
                .intendedUse("Places a value among the WHO reference men; no verdict on fertility, not a diagnosis.")
                .source(reference.source())
                .parameters(SPECIES)
                .build();
    }

    /** By the 6th edition (2021). */
    public static WhoScorer sixthEdition() {
        return new WhoScorer(WhoReference.WHO6, "fertivision.who6", "WHO 2021 reference distribution, 5th centile");
    }

    /** By the 5th edition (2010). */
    public static WhoScorer fifthEdition() {
        return new WhoScorer(WhoReference.WHO5, "fertivision.who5", "WHO 2010 reference distribution, 5th centile");
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        if (!settings.get(SPECIES).equals("human")) {
            return Score.notScored("WHO reference distributions are of men; this is another species");
        }
        List<Score.Component> components = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (WhoReference.Centile centile : reference.centiles()) {
            findings.summary()
                    .reading(centile.measure())
                    .<Boolean>fold(
                            m -> components.add(component(
                                    centile,
                                    Standing.of(m, centile.value()),
                                    m.value(),
                                    bounds(centile, m.ci95()),
                                    fewSperm(m))),
                            g -> components.add(component(
                                    centile, Standing.of(g, centile.value()), g.value(), ", given by " + g.by(), "")),
                            n -> n.reason().equals(Reading.NotMeasured.NOT_PART)
                                    || missing.add(centile.measure().code() + " (" + n.reason() + ")"));
        }
        if (components.isEmpty()) {
            return Score.notScored("nothing with a WHO centile was measured"
                    + (missing.isEmpty() ? "" : ": " + String.join(", ", missing)));
        }
        return new Score.Scored(reference.edition() + ", 5th centile", grade(components), null, components, List.of());
    }

    private static String grade(List<Score.Component> components) {
        if (components.size() == 1) {
            return components.get(0).grade();
        }
        return String.join(
                "; ", components.stream().map(c -> c.code() + " " + c.grade()).toList());
    }

    private Score.Component component(
            WhoReference.Centile centile, Standing standing, double value, String evidence, String reserve) {
        String unit = centile.measure().unit().symbol();
        String sentence = String.format(
                Locale.ROOT,
                "%s %s %s%s: %s the 5th centile (%s %s; 95 %% CI %s-%s) of men whose partner conceived within"
                        + " 12 months (%s).%s",
                centile.measure().label(),
                plain(value),
                unit,
                evidence,
                standing.words(),
                plain(centile.value()),
                unit,
                plain(centile.ci95().lo()),
                plain(centile.ci95().hi()),
                reference.edition(),
                reserve);
        return new Score.Component(centile.measure().code(), standing.grade(), sentence, value);
    }

    private static String bounds(WhoReference.Centile centile, @Nullable Interval ci95) {
        return ci95 == null
                ? ", no interval"
                : " (95 % CI " + plain(ci95.lo()) + "-" + plain(ci95.hi()) + " "
                        + centile.measure().unit().symbol() + ")";
    }

    private static String fewSperm(Reading.Measured measured) {
        return measured.n() >= Tally.FEWEST_CELLS
                ? ""
                : String.format(
                        Locale.ROOT,
                        " It rests on %d sperm; the manual asks for at least %d.",
                        measured.n(),
                        Tally.FEWEST_CELLS);
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
