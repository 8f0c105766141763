package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.pixel.GrayMean;
import org.fertivision.pixel.GrayRange;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Looks at a stained smear: its heads, each with its parts. */
final class StainedLook {
    private static final Notice SMEAR = new Notice(
            "stained-smear",
            "The picture was read as a stained smear: heads by the light that their stains take up, with wide gates, so"
                    + " that abnormal forms count.");

    private StainedLook() {}

    static FieldOfView of(Frame frame, Optional<Calibration> calibration, Settings settings, Work work) {
        StainedSmear smear = StainedSmear.of(frame);
        work.checkpoint();
        Plane gray = GrayMean.of(frame);
        List<HeadOutline> outlines = StainedHeads.of(smear, gray, work);
        List<Optional<Exclusion>> verdicts = HeadGating.sort(outlines, gray, HeadGates.OF_SMEAR);
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < outlines.size(); id++) {
            boolean judged = HeadSettings.judged(settings) && verdicts.get(id).isEmpty();
            Item item = item(id, outlines.get(id), smear, calibration, judged);
            items.add(verdicts.get(id).map(item::excluded).orElse(item));
        }
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                items,
                List.of(),
                SpermMorphologyAnalyzer.quality(items, Exposure.of(GrayRange.of(gray))),
                List.of(SMEAR),
                SpermMorphologyAnalyzer.areaMm2(frame, calibration));
    }

    private static Item item(
            int id, HeadOutline outline, StainedSmear smear, Optional<Calibration> calibration, boolean judged) {
        List<Reading> readings = new ArrayList<>(HeadReadings.of(outline, calibration));
        readings.addAll(PartReadings.of(HeadParts.of(outline.mask(), smear), outline, calibration));
        List<Label> labels = judged ? StrictHead.labels(readings) : List.of();
        return Item.of(
                id,
                outline.contour().centroid(),
                Outline.of(outline.contour().points()),
                outline.mask().box(),
                readings,
                labels);
    }
}
