package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.GrayMean;
import org.fertivision.pixel.GrayRange;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.PassedLight;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Looks at a stained smear: its heads, each with its parts. */
final class StainedLook {
    private static final Notice SMEAR = new Notice(
            "stained-smear",
            "The picture was read as a stained smear: heads by the light that their stains take up, with wide gates, so"
                    + " that abnormal forms count.");

    private static final double SMOOTHING_PX = 1.5;

    private StainedLook() {}

    static FieldOfView of(Frame frame, Optional<Calibration> calibration, Settings settings, Work work) {
        StainedSmear smear = StainedSmear.of(frame);
        work.checkpoint();
        Plane gray = GrayMean.of(frame);
        List<HeadOutline> outlines = StainedHeads.of(smear, gray, work);
        Raster absorbed = Smoothing.gaussian(PassedLight.absorbed(smear.green(), smear.red()), SMOOTHING_PX);
        Mask heads = Mask.union(
                absorbed.region(), outlines.stream().map(HeadOutline::mask).toList());
        HeadLikeness likeness = new HeadLikeness(smear, absorbed, heads);
        List<Optional<Exclusion>> verdicts = HeadGating.sort(outlines, gray, HeadGates.OF_SMEAR, likeness::whyNot);
        List<SpermParts> parts = parts(outlines, smear, absorbed, heads, work);
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < outlines.size(); id++) {
            boolean judged = HeadSettings.judged(settings) && verdicts.get(id).isEmpty();
            Item item = item(id, parts.get(id), calibration, judged);
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

    /**
     * The parts of every sperm of a field.
     *
     * @param absorbed share of the light that is absorbed, smoothed
     * @param heads all heads of the field
     */
    static List<SpermParts> parts(
            List<HeadOutline> outlines, StainedSmear smear, Raster absorbed, Mask heads, Work work) {
        List<Optional<HeadParts>> known = new ArrayList<>();
        List<Optional<Flagellum>> threads = new ArrayList<>();
        for (HeadOutline outline : outlines) {
            work.checkpoint();
            Optional<HeadParts> head = HeadParts.of(outline.mask(), smear);
            known.add(head);
            threads.add(head.flatMap(
                    told -> Flagellum.of(outline, told.back(outline.contour().centroid()), absorbed, heads)));
        }
        List<SpermParts> parts = new ArrayList<>();
        for (int id = 0; id < outlines.size(); id++) {
            work.checkpoint();
            HeadOutline outline = outlines.get(id);
            Optional<HeadParts> head = known.get(id);
            List<Flagellum> others = others(threads, id);
            boolean overlapped = new Overlap(outline, threads.get(id), absorbed, heads).isSeen(others);
            Optional<List<Blob>> vacuoles = overlapped ? Optional.empty() : Vacuoles.of(outline, smear);
            ResidualCytoplasm cytoplasm = threads.get(id)
                    .map(thread -> CytoplasmFinder.of(outline, thread, others, smear, absorbed, heads))
                    .orElseGet(() -> ResidualCytoplasm.unseen(SpermParts.whyNoThread(head)));
            parts.add(new SpermParts(outline, head, vacuoles, overlapped, threads.get(id), cytoplasm));
        }
        return parts;
    }

    private static List<Flagellum> others(List<Optional<Flagellum>> threads, int id) {
        return IntStream.range(0, threads.size())
                .filter(other -> other != id)
                .mapToObj(threads::get)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Item item(int id, SpermParts parts, Optional<Calibration> calibration, boolean judged) {
        HeadOutline outline = parts.outline();
        List<Reading> readings = new ArrayList<>(HeadReadings.of(outline, calibration));
        readings.addAll(PartReadings.of(parts, calibration));
        StrictVerdict verdict = judged ? StrictVerdict.of(readings) : StrictVerdict.unjudged();
        readings.addAll(verdict.margins());
        readings.add(verdict.margin(judged));
        return Item.of(
                        id,
                        outline.contour().centroid(),
                        Outline.of(outline.contour().points()),
                        outline.mask().box(),
                        readings,
                        verdict.labels())
                .parted(PartOutlines.of(parts));
    }
}
