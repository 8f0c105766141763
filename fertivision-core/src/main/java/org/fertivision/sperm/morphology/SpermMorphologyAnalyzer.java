package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Polarity;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.fertivision.stats.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * Sperm morphology: area, perimeter, length, width and shape of every head of a field, from the sub-pixel contour
 * half-way between the head's plateau and its surroundings; in stained smears in color its parts and the strict verdict.
 * Heads are found without clicking, bright or dark.
 *
 * <p>Sources: Alquezar-Baeta 2019, doi:10.1371/journal.pcbi.1006691 (measures and indices); WHO laboratory manual, 6th
 * edition (2021), for strict size limits.
 */
public final class SpermMorphologyAnalyzer implements Analyzer {
    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.sperm-morphology", "1.7.1")
            .title("Sperm morphology: heads, parts, strict verdict")
            .intendedUse(
                    "Size and shape of sperm heads in stained or fluorescent smears, in stained smears in color also"
                            + " acrosome, vacuoles, midpiece and tail with the strict verdict; research and decision"
                            + " support, not a diagnosis.")
            .source("Alquezar-Baeta et al. 2019, doi:10.1371/journal.pcbi.1006691")
            .source("WHO laboratory manual for the examination and processing of human semen, 6th edition (2021)")
            .parameters(
                    HeadSettings.POLARITY,
                    HeadSettings.STAIN,
                    HeadSettings.EDGE_SHARE,
                    HeadSettings.NOISE_FACTOR,
                    HeadSettings.MIN_AREA,
                    HeadSettings.MIN_SOLIDITY,
                    HeadSettings.MAX_ASPECT,
                    HeadSettings.MAX_EDGE_TO_WIDTH,
                    HeadSettings.MIN_RELATIVE_AREA,
                    HeadSettings.MAX_RELATIVE_AREA,
                    HeadSettings.MAX_RELATIVE_EDGE)
            .measures(SpermMeasures.CELLS)
            .means(MorphologySummary.MEANS)
            .means(MorphologySummary.PIXEL_MEANS)
            .means(MorphologySummary.PART_MEANS)
            .measures(SpermMeasures.NORMAL_HEADS, SpermMeasures.NORMAL_FORMS, SpermMeasures.BORDERLINE_FORMS)
            .measures(StrictIndices.ALL.toArray(Measure[]::new))
            .itemMeasures(MorphologySummary.MEANS)
            .itemMeasures(MorphologySummary.PIXEL_MEANS)
            .itemMeasures(FieldMeasures.EDGE_WIDTH)
            .itemMeasures(PartReadings.ALL)
            .itemMeasures(StrictVerdict.MARGINS)
            .itemMeasures(SpermMeasures.STRICT_MARGIN)
            .labels(StrictHead.LABELS, StrictVerdict.BORDERLINE_LABELS)
            .inColor()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Frame frame = frames.only();
        Optional<Calibration> calibration = frames.calibration();
        if (HeadSettings.mayBeSmear(settings) && StainedSmear.isShownBy(frame)) {
            return StainedLook.of(frame, calibration, settings, work);
        }
        Scene scene = Scene.of(frame, calibration, settings);
        List<HeadOutline> outlines = outlines(scene, settings, work);
        List<Optional<Exclusion>> verdicts = HeadGating.sort(outlines, scene.gray(), HeadGates.of(settings));
        List<Item> items = items(outlines, verdicts, calibration, settings);
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                items,
                readings(scene),
                quality(items, scene.exposure()),
                notices(scene, settings),
                areaMm2(frame, calibration));
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, MorphologySummary.of(fields, settings));
    }

    @Override
    public Item drawn(Item item, @Nullable Calibration calibration, Settings settings) {
        Contour contour = Contour.of(item.outline().corners());
        List<Reading> head = HeadReadings.drawn(contour, Optional.ofNullable(calibration));
        List<Reading> readings = new ArrayList<>(head);
        readings.addAll(PartReadings.none(Reading.NotMeasured.DRAWN));
        boolean judged = HeadSettings.judged(settings);
        StrictVerdict verdict = verdict(head, judged);
        readings.addAll(verdict.marginsOfDrawn(judged));
        readings.add(Reading.notMeasured(SpermMeasures.STRICT_MARGIN, Reading.NotMeasured.DRAWN));
        return item.read(readings).labelled(verdict.labels());
    }

    private static List<HeadOutline> outlines(Scene scene, Settings settings, Work work) {
        HeadOutliner outliner = new HeadOutliner(scene, settings.get(HeadSettings.EDGE_SHARE));
        List<HeadOutline> outlines = new ArrayList<>();
        for (Blob seed : scene.seeds()) {
            work.checkpoint();
            outlines.addAll(outliner.outline(seed));
        }
        return outlines;
    }

    private static List<Item> items(
            List<HeadOutline> outlines,
            List<Optional<Exclusion>> verdicts,
            Optional<Calibration> calibration,
            Settings settings) {
        boolean judged = HeadSettings.judged(settings);
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < outlines.size(); id++) {
            HeadOutline outline = outlines.get(id);
            List<Reading> readings = HeadReadings.of(outline, calibration);
            StrictVerdict strict = verdict(readings, judged && verdicts.get(id).isEmpty());
            readings.addAll(strict.margins());
            Item item = Item.of(
                    id,
                    outline.contour().centroid(),
                    Outline.of(outline.contour().points()),
                    outline.mask().box(),
                    readings,
                    strict.labels());
            items.add(verdicts.get(id).map(item::excluded).orElse(item));
        }
        return items;
    }

    private static StrictVerdict verdict(List<Reading> readings, boolean judged) {
        return judged ? StrictVerdict.ofOutline(readings) : StrictVerdict.unjudged();
    }

    private static List<Reading> readings(Scene scene) {
        return List.of(
                Reading.measured(FieldMeasures.NOISE, scene.noise(), "below-median-of-flattened"),
                Reading.measured(FieldMeasures.THRESHOLD, scene.seedLevel(), "otsu-above-noise-floor-of-flattened"));
    }

    /** The area looked at, square millimeters. */
    static @Nullable Double areaMm2(Frame frame, Optional<Calibration> calibration) {
        return calibration
                .map(known -> frame.width() * (double) frame.height() * known.pixelAreaUm2() * 1e-6)
                .orElse(null);
    }

    /** How sharp the heads that count are, and how much of the gray range the picture uses. */
    static Quality quality(List<Item> items, double exposure) {
        double[] edges = items.stream()
                .filter(Item::counts)
                .flatMap(item -> item.reading(FieldMeasures.EDGE_WIDTH).figure().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Exposure.quality(edges.length == 0 ? null : Percentiles.median(edges), exposure);
    }

    private static List<Notice> notices(Scene scene, Settings settings) {
        if (!settings.get(HeadSettings.POLARITY).equals("auto")) {
            return List.of();
        }
        boolean bright = scene.flat().polarity() == Polarity.BRIGHT;
        return List.of(new Notice(
                "polarity",
                "Heads were taken to be " + (bright ? "brighter" : "darker") + " than their surroundings."));
    }
}
