package org.fertivision.sperm.vitality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.GrayRange;
import org.fertivision.pixel.Threshold;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Work;

/**
 * Looks at a smear stained with eosin and nigrosin: white heads are live, pink ones dead, and a head of which the neck alone
 * is pink is live, as the median of its pixels says.
 *
 * <p>Source: WHO laboratory manual, 6th edition (2021).
 */
final class EosinLook {
    static final String WHITE = "white";
    static final String PINK = "pink";
    /** More heads of a color between white and pink than this share are worth a word. */
    private static final double MOST_BETWEEN = 0.05;

    private static final int MARGIN_PX = 2;
    private static final String OVER_GROUND = "median-over-ground";
    private static final Notice DRAWN_ONLY = new Notice(
            "proven-on-drawn-pictures",
            "Eosin and nigrosin were proven on drawn pictures only; no pictures with readers' labels were at hand."
                    + " Compare with your own readings before use.");

    private EosinLook() {}

    static FieldOfView of(Frame frame, Optional<Calibration> calibration, Work work) {
        EosinHeads heads = EosinHeads.of(frame, calibration.map(Calibration::pixelAreaUm2), work);
        List<Item> items = new ArrayList<>();
        for (int id = 0; id < heads.all().size(); id++) {
            items.add(item(id, heads.all().get(id), frame, calibration));
        }
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                items,
                List.of(
                        Reading.measured(FieldMeasures.NOISE, heads.noise(), "below-median-of-flattened"),
                        Reading.measured(
                                FieldMeasures.THRESHOLD, heads.threshold(), "otsu-above-noise-floor-of-flattened")),
                Exposure.quality(null, Exposure.of(GrayRange.of(frame.red()))),
                notices(heads.all()),
                calibration
                        .map(known -> frame.width() * (double) frame.height() * known.pixelAreaUm2() * 1e-6)
                        .orElse(null));
    }

    private static List<Notice> notices(List<EosinHead> heads) {
        List<Notice> notices = new ArrayList<>();
        notices.add(DRAWN_ONLY);
        long between = heads.stream().filter(EosinHead::isBetween).count();
        long judged = heads.stream().filter(head -> head.exclusion() == null).count();
        if (between > MOST_BETWEEN * (between + judged)) {
            notices.add(new Notice(
                    EosinHeads.UNCLEAR,
                    between + " heads are neither white nor clearly pink and do not count; " + judged
                            + " do. The share of live ones may be wrong by that much."));
        }
        return List.copyOf(notices);
    }

    private static Item item(int id, EosinHead head, Frame frame, Optional<Calibration> calibration) {
        Blob blob = head.blob();
        boolean white = head.eosin() <= EosinHeads.MOST_LIVE;
        List<Label> labels = head.exclusion() != null
                ? List.of()
                : List.of(
                        new Label(VitalityAnalyzer.LABELS, white ? "live" : "dead"),
                        new Label(CellItems.STAIN_LABELS, white ? WHITE : PINK));
        Item item = Item.of(id, blob.centroid(), outline(head, frame), blob.box(), readings(head, calibration), labels);
        return head.exclusion() == null ? item : item.excluded(head.exclusion());
    }

    private static List<Reading> readings(EosinHead head, Optional<Calibration> calibration) {
        int area = head.blob().area();
        return List.of(
                calibration
                        .map(known -> Reading.measured(
                                FieldMeasures.AREA, area * known.pixelAreaUm2(), "pixels-above-threshold"))
                        .orElseGet(() -> Reading.notMeasured(FieldMeasures.AREA, Reading.NotMeasured.UNCALIBRATED)),
                Reading.measured(FieldMeasures.AREA_PX, area, "pixels-above-threshold"),
                Reading.measured(FieldMeasures.LIVE_SIGNAL, head.green(), OVER_GROUND),
                Reading.measured(FieldMeasures.DEAD_SIGNAL, head.red(), OVER_GROUND));
    }

    private static Outline outline(EosinHead head, Frame frame) {
        return Contour.around(head.blob(), frame.red(), Threshold.brighterThan(head.edge()), MARGIN_PX)
                .map(contour -> Outline.of(contour.points()))
                .orElse(Outline.none());
    }
}
