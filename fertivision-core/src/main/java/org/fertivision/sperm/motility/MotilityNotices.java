package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.spi.Settings;
import org.fertivision.tally.Tally;

/** What a reader of a motility summary should know: temperature, what is not seen, whom the means are of. */
final class MotilityNotices {
    private static final double PERCENT = 100;
    private static final double BODY_CELSIUS = 37;
    private static final double WARM_ENOUGH_CELSIUS = 0.5;

    /** More ambiguous tracks than this call for dilution; our choice. */
    private static final double MANY_AMBIGUOUS = 20;

    private final List<FieldOfView> fields;
    private final Settings settings;
    private final List<Notice> notices;

    private MotilityNotices(List<FieldOfView> fields, Settings settings, List<Notice> notices) {
        this.fields = fields;
        this.settings = settings;
        this.notices = notices;
    }

    /** Of all fields, where {@code cells} are in view in the mean over the frames. */
    static List<Notice> of(List<FieldOfView> fields, Settings settings, Tally tracks, double cells) {
        MotilityNotices about =
                new MotilityNotices(fields, settings, new ArrayList<>(tracks.notices((int) Math.round(cells))));
        about.temperature();
        about.restingHead();
        about.means();
        about.ambiguous(tracks);
        about.undecided();
        about.concentration();
        return List.copyOf(about.notices);
    }

    private void temperature() {
        Optional<Double> celsius = settings.find(MotilitySettings.TEMPERATURE);
        if (celsius.isEmpty() || Math.abs(celsius.get() - BODY_CELSIUS) > WARM_ENOUGH_CELSIUS) {
            notices.add(new Notice(
                    "temperature",
                    "Rapid and slow progress are defined at 37 degrees Celsius; "
                            + celsius.map(known -> "the slide had " + known + ".")
                                    .orElse("nobody said how warm the slide was.")));
        }
    }

    private void restingHead() {
        notices.add(
                new Notice(
                        "resting-head",
                        "A tail that moves under a resting head is not seen: non-progressive is a lower, immotile an upper bound."));
    }

    /** The means are over all sperm, as documents define them; what they are among those that move or beat is told here. */
    private void means() {
        Tally moving = Tally.of(
                fields,
                item -> item.term(MotilityGrade.SYSTEM)
                        .filter(grade -> !grade.equals(MotilityGrade.IMMOTILE.term()))
                        .isPresent());
        Tally beating = Tally.of(
                fields,
                item -> item.reading(MotilityMeasures.BCF)
                        .figure()
                        .filter(hz -> hz > 0)
                        .isPresent());
        String among = among("move", moving, MotilityMeasures.VCL, MotilityMeasures.VSL, MotilityMeasures.VAP)
                + among("beat", beating, MotilityMeasures.ALH, MotilityMeasures.BCF);
        if (!among.isEmpty()) {
            notices.add(new Notice(
                    "means-of-all",
                    "Means are over all sperm followed long enough, resting ones among them: heads without a beat count"
                            + " as 0 in ALH and BCF." + among));
        }
    }

    /** A sentence on what the means are among some; empty where none of them could be measured. */
    private static String among(String doing, Tally items, Measure... measures) {
        String means = list(items, measures);
        return means.isEmpty()
                ? ""
                : " Among the "
                        + mean(items, measures[measures.length - 1])
                                .orElseThrow()
                                .n() + " that " + doing + ": " + means + ".";
    }

    private static String list(Tally items, Measure... measures) {
        List<String> words = new ArrayList<>();
        for (Measure measure : measures) {
            mean(items, measure)
                    .ifPresent(mean -> words.add(String.format(
                            Locale.ROOT,
                            "%s %.1f %s",
                            measure.code().toUpperCase(Locale.ROOT),
                            mean.value(),
                            measure.unit().symbol())));
        }
        return String.join(", ", words);
    }

    private static Optional<Reading.Measured> mean(Tally items, Measure measure) {
        return items.means(measure).get(0) instanceof Reading.Measured mean ? Optional.of(mean) : Optional.empty();
    }

    private void ambiguous(Tally tracks) {
        Reading share = tracks.share(
                MotilityMeasures.AMBIGUOUS_TRACKS, MotilitySummary.called(TrackItems.LINKING, TrackItems.AMBIGUOUS));
        if (share.figure().filter(percent -> percent > MANY_AMBIGUOUS).isPresent()) {
            notices.add(new Notice(
                    "crowded",
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the tracks met others so closely that they may have been mistaken for each other;"
                                    + " kinematics suffer first, shares of frames least. Dilute and film again.",
                            share.figure().orElseThrow())));
        }
    }

    private void undecided() {
        double undecided = inView(item -> item.term(Hyperactivation.SYSTEM)
                .filter(Hyperactivation.UNDECIDED.term()::equals)
                .isPresent());
        if (undecided > 0) {
            notices.add(new Notice(
                    "hyperactivation-undecided",
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the frames are of sperm that are as fast and turning as hyperactivated ones, but"
                                    + " whose beat is not regular enough to tell its width; hyperactivated is the share"
                                    + " among the others.",
                            PERCENT
                                    * undecided
                                    / inView(item ->
                                            item.term(Hyperactivation.SYSTEM).isPresent()))));
        }
    }

    private double inView(Predicate<Item> which) {
        return MotilitySummary.sum(MotilitySummary.inView(fields, which));
    }

    private void concentration() {
        if (settings.find(MotilitySettings.CHAMBER_DEPTH).isPresent()) {
            notices.add(new Notice(
                    "counting-error-only",
                    "The intervals tell how far counts vary by chance; errors of the chamber's depth, of dilution and of"
                            + " pipetting come on top, and slides of about 20 um that fill by capillary forces misread"
                            + " concentrations (Kuster 2005, doi:10.1016/j.theriogenology.2005.05.047)."));
        }
    }
}
