package org.fertivision.sperm.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.sperm.WhoReference;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.fertivision.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Strict morphology of a sample: percent normal forms beside the 5th centile of the WHO reference men, the indices of
 * abnormal forms, and for each sperm of which every part was seen whether it is normal or what is wrong with it. No verdict
 * on the man.
 */
public final class StrictScorer implements Scorer {
    private static final String VERSION = "1.0.0";
    private static final String STRICT = "strict";
    private static final String SHOWN = "shown";
    private static final List<Measure> INDICES = List.of(
            SpermMeasures.TERATOZOOSPERMIA_INDEX,
            SpermMeasures.SPERM_DEFORMITY_INDEX,
            SpermMeasures.MULTIPLE_ANOMALIES_INDEX);

    private final WhoReference reference;
    private final WhoReference.Centile centile;
    private final Descriptor descriptor;

    private StrictScorer(WhoReference reference, String id, String title) {
        this.reference = reference;
        this.centile = reference.centiles().stream()
                .filter(known -> known.measure().equals(SpermMeasures.NORMAL_FORMS))
                .findFirst()
                .orElseThrow();
        this.descriptor = Descriptor.scorer(id, VERSION)
                .scores("sperm-morphology")
                .title(title)
                .intendedUse("Sums up strict morphology of a sample; no verdict on fertility, not a diagnosis.")
                .source(reference.source())
                .build();
    }

    /** By the 6th edition (2021). */
    public static StrictScorer sixthEdition() {
        return new StrictScorer(WhoReference.WHO6, "fertivision.strict-who6", "Strict morphology, WHO 2021");
    }

    /** By the 5th edition (2010). */
    public static StrictScorer fifthEdition() {
        return new StrictScorer(WhoReference.WHO5, "fertivision.strict-who5", "Strict morphology, WHO 2010");
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        return findings.summary()
                .reading(SpermMeasures.NORMAL_FORMS)
                .fold(
                        measured -> scored(findings, measured),
                        given -> Score.notScored("normal forms were given by " + given.by() + ", not measured"),
                        missing -> Score.notScored("normalForms (" + missing.reason() + ")"));
    }

    private Score scored(Findings findings, Reading.Measured forms) {
        Standing standing = Standing.of(forms, centile.value());
        List<Score.Component> components = new ArrayList<>();
        components.add(new Score.Component(
                SpermMeasures.NORMAL_FORMS.code(), standing.grade(), sentence(forms, standing), forms.value()));
        for (Measure index : INDICES) {
            findings.summary()
                    .reading(index)
                    .<Boolean>fold(
                            measured -> components.add(
                                    new Score.Component(index.code(), SHOWN, figure(measured) + ".", measured.value())),
                            given -> false,
                            missing -> false);
        }
        return new Score.Scored(
                "Strict criteria, " + reference.edition(),
                standing.grade(),
                forms.value(),
                components,
                grades(findings.fields()));
    }

    private String sentence(Reading.Measured forms, Standing standing) {
        String few = forms.n() >= Tally.FEWEST_CELLS
                ? ""
                : String.format(
                        Locale.ROOT,
                        " It rests on %d sperm; the manual asks for at least %d.",
                        forms.n(),
                        Tally.FEWEST_CELLS);
        return String.format(
                Locale.ROOT,
                "%s: %s the 5th centile (%.0f %%) of men whose partner conceived within 12 months (%s).%s",
                figure(forms),
                standing.words(),
                centile.value(),
                reference.edition(),
                few);
    }

    private static String figure(Reading.Measured measured) {
        return String.format(
                Locale.ROOT,
                "%s %.2f%s%s, n = %d",
                measured.measure().label(),
                measured.value(),
                measured.measure().unit().symbol().equals("%") ? " %" : "",
                bounds(measured.ci95()),
                measured.n());
    }

    private static String bounds(@Nullable Interval ci95) {
        return ci95 == null
                ? ", no interval"
                : String.format(Locale.ROOT, " (95 %% CI %.2f-%.2f)", ci95.lo(), ci95.hi());
    }

    /** The verdict on each sperm of which every criterion could be asked. */
    private static List<Score.ItemGrade> grades(List<FieldOfView> fields) {
        List<Score.ItemGrade> grades = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            for (Item item : fields.get(field).counted().toList()) {
                if (item.reading(SpermMeasures.STRICT_MARGIN).figure().isPresent()) {
                    String grade = String.join(
                            ", ",
                            item.labels().stream()
                                    .filter(label -> label.system().equals(STRICT))
                                    .map(Label::term)
                                    .toList());
                    if (!grade.isEmpty()) {
                        grades.add(new Score.ItemGrade(field, item.id(), grade));
                    }
                }
            }
        }
        return grades;
    }
}
