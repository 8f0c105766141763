package org.fertivision.endometrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.HysteroscopyMeasures;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.ColorTone;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.LitDisc;
import org.fertivision.pixel.Mask;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Color and vessels of the uterine cavity in hysteroscopic stills: honest indices and no more. The signs of chronic
 * endometritis agree poorly between people and with histology, so no lesion and no disease is named.
 */
public final class HysteroscopyAnalyzer implements Analyzer {
    static final Parameter<List<Point>> REGION = Parameter.polygon(
            "region", "Outline of a region that a person sees; its share and its redness over the rest are given.");

    private static final double LIT = 12;
    private static final double GLARE = 235;
    private static final double DARK = 15;
    private static final double LEAST_DISC = 0.3;
    private static final double MOST_LOST = 0.3;
    /** Side of the picture for which lengths in pixels are meant. */
    private static final double USUAL_SIDE = 512;

    private static final double USUAL_DISC = 0.694;
    private static final double RIM_PX = 4;
    private static final double PERCENT = 100;

    private static final List<Measure> MEASURES = HysteroscopyMeasures.all();

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.hysteroscopy", "1.4.2")
            .title("Color and vessels in hysteroscopic stills")
            .intendedUse("Not a diagnosis, not validated; indices compare only within one scope, camera and white"
                    + " balance. No lesion, no endometritis, no size in millimeters.")
            .source("Cicinelli et al. 2019, Fertil Steril 112:162 (signs that are not named here)")
            .parameters(REGION)
            .measures(MEASURES.toArray(Measure[]::new))
            .itemMeasures(FieldMeasures.AREA_PX)
            .labels(VesselItems.LABELS)
            .inColor()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Frame frame = frames.only();
        if (!frame.isColor()) {
            throw unusable("Redness and vessels need a color image; this one is gray.");
        }
        work.checkpoint();
        Plane gray = frame.gray();
        LitDisc lit = LitDisc.of(frame, gray, LIT, GLARE, DARK, RIM_PX)
                .orElseThrow(() -> unusable("Nothing in the picture is lit."));
        double scale = Math.sqrt(lit.pictureShare() * frame.width() * frame.height() / USUAL_DISC) / USUAL_SIDE;
        work.checkpoint();
        List<String> faults = faults(lit);
        SeenVessels vessels = SeenVessels.in(frame, lit, scale);
        work.checkpoint();
        List<Reading> readings =
                new ArrayList<>(color(ColorTone.of(frame, lit.valid(), vessels.around(), vessels.side())));
        readings.addAll(vessels.readings());
        readings.add(sharpness(lit.sharpness(gray)));
        readings.add(share(HysteroscopyMeasures.GLARE, lit.glareShare()));
        readings.add(share(HysteroscopyMeasures.DARK, lit.darkShare()));
        readings.add(share(HysteroscopyMeasures.DISC, lit.pictureShare()));
        readings.addAll(region(frame, lit, settings));
        List<Item> items = vessels.items();
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                items,
                readings,
                new Quality(null, Math.min(1, 1 - lit.glareShare() - lit.darkShare()), faults.isEmpty(), faults),
                List.of(new Notice(
                        "not-validated",
                        "Not a diagnosis, not validated: compare only pictures of one scope, camera and white"
                                + " balance.")),
                null);
    }

    private static Reading sharpness(OptionalDouble sharpness) {
        return sharpness.isPresent()
                ? Reading.measured(HysteroscopyMeasures.SHARPNESS, sharpness.getAsDouble(), "laplacian")
                : Reading.notMeasured(HysteroscopyMeasures.SHARPNESS, "nothing lit is free of glare and rim");
    }

    private static List<String> faults(LitDisc lit) {
        List<String> faults = new ArrayList<>();
        if (lit.pictureShare() < LEAST_DISC) {
            faults.add(percent("only %.0f %% of the picture is lit, least %.0f %%", lit.pictureShare(), LEAST_DISC));
        }
        double lost = lit.glareShare() + lit.darkShare();
        if (lost > MOST_LOST) {
            faults.add(percent("%.0f %% of the lit disc glares or is dark, most %.0f %%", lost, MOST_LOST));
        }
        return faults;
    }

    private static String percent(String words, double found, double limit) {
        return String.format(Locale.ROOT, words, PERCENT * found, PERCENT * limit);
    }

    private static List<Reading> color(Optional<ColorTone> tone) {
        return tone.map(color -> List.of(
                        Reading.measured(HysteroscopyMeasures.REDNESS, color.redOverGreen(), "mean-log-ratio"),
                        Reading.measured(HysteroscopyMeasures.A_STAR, color.aStar(), "mean"),
                        Reading.measured(HysteroscopyMeasures.A_STAR_HIGH, color.aStarHigh(), "percentile-90")))
                .orElseGet(() -> List.of(
                        Reading.notMeasured(HysteroscopyMeasures.REDNESS, "no pixel has a color"),
                        Reading.notMeasured(HysteroscopyMeasures.A_STAR, "no pixel has a color"),
                        Reading.notMeasured(HysteroscopyMeasures.A_STAR_HIGH, "no pixel has a color")));
    }

    private static Reading share(Measure measure, double share) {
        return Reading.measured(measure, PERCENT * share, "share-of-pixels");
    }

    private static List<Reading> region(Frame frame, LitDisc lit, Settings settings) {
        Optional<Contour> region = settings.find(REGION).map(Contour::of);
        if (region.isEmpty()) {
            String why = "needs-outline: a person draws a region (region)";
            return List.of(
                    Reading.notMeasured(HysteroscopyMeasures.REGION_SHARE, why),
                    Reading.notMeasured(HysteroscopyMeasures.REGION_REDNESS, why));
        }
        Mask inside = Mask.inside(region.get());
        Optional<ColorTone> own = ColorTone.of(frame, lit.valid().and(inside));
        Optional<ColorTone> rest = ColorTone.of(frame, lit.valid().without(inside));
        double share = lit.disc().and(inside).area() / (double) lit.disc().area();
        return List.of(
                share(HysteroscopyMeasures.REGION_SHARE, share),
                own.isPresent() && rest.isPresent()
                        ? Reading.measured(
                                HysteroscopyMeasures.REGION_REDNESS,
                                own.get().redOverGreen() - rest.get().redOverGreen(),
                                "inside-minus-rest")
                        : Reading.notMeasured(
                                HysteroscopyMeasures.REGION_REDNESS, "no clear pixel inside or outside the region"));
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        List<Reading> readings =
                MEASURES.stream().map(measure -> mean(fields, measure)).toList();
        return Findings.of(ABOUT.id().toString(), fields, new Summary(readings));
    }

    /** The mean over the fields that have the measure. */
    private static Reading mean(List<FieldOfView> fields, Measure measure) {
        double[] values = fields.stream()
                .flatMap(field -> field.reading(measure).figure().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return fields.get(0).reading(measure);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        String method = values.length == 1 ? "single-field" : "mean-of-fields";
        return Reading.measured(measure, sum / values.length, values.length, method);
    }

    private static RejectedException unusable(String why) {
        return new RejectedException(Rejection.of(RejectionCode.UNUSABLE_IMAGE, why));
    }
}
