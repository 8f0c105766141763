package org.fertivision.endometrium;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Series;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.GrayRange;
import org.fertivision.pixel.Raster;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * Endometrial thickness in sagittal stills: between the points that a person set, with a second reading from the gray
 * steps where these are clear. Without points nothing is measured; no receptivity, pattern or disease is named.
 */
public final class EndometriumAnalyzer implements Analyzer {
    private static final double MOST_TILT_DEG = 15;
    private static final double FULL = 255;

    /** The number of the one object that is seen, where a person pointed at it. */
    private static final int POINTED_AT = 0;

    private static final String NEEDS_POINTS = "needs-points: a person sets two points on the outer borders (calipers)";
    private static final String NEEDS_OUTLINE = "needs-outline: a person draws the endometrium (outline)";

    private static final List<Measure> MEASURES = List.of(
            EndometriumMeasures.THICKNESS,
            EndometriumMeasures.THICKNESS_PROFILE,
            EndometriumMeasures.AREA,
            EndometriumMeasures.INSCRIBED,
            EndometriumMeasures.LAYER_CONTRAST,
            EndometriumMeasures.BORDER_STEP);

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.endometrium", "1.1.0")
            .title("Endometrial thickness in ultrasound stills")
            .intendedUse("Thickness between points that a person set, and a second reading from the gray steps; no"
                    + " receptivity, no pattern, no diagnosis.")
            .source("IETA consensus: Leone et al. 2010, doi:10.1002/uog.7487")
            .parameters(EndometriumSettings.CALIPERS, EndometriumSettings.OUTLINE, EndometriumSettings.LEAST_STEP)
            .measures(MEASURES.toArray(Measure[]::new))
            .itemMeasures(MEASURES)
            .needsCalibration()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Calibration calibration = frames.calibration().orElseThrow(EndometriumAnalyzer::uncalibrated);
        Frame frame = frames.only();
        work.checkpoint();
        List<Notice> notices = new ArrayList<>();
        List<Series> profile = new ArrayList<>();
        List<Reading> readings = new ArrayList<>(thickness(frame, calibration, settings, notices, profile));
        readings.addAll(settings.find(EndometriumSettings.OUTLINE)
                .map(outline -> DrawnArea.of(outline, calibration))
                .orElseGet(() -> DrawnArea.none(NEEDS_OUTLINE)));
        GrayRange levels = GrayRange.of(frame.gray());
        return new FieldOfView(
                frame.width(),
                frame.height(),
                item(settings, readings, frame).map(List::of).orElse(List.of()),
                readings,
                new Quality(null, (levels.highest() - levels.lowest()) / (double) levels.maximum(), true, List.of()),
                notices,
                profile,
                null,
                null,
                null);
    }

    private static List<Reading> thickness(
            Frame frame, Calibration calibration, Settings settings, List<Notice> notices, List<Series> curves) {
        Optional<List<Point>> set = settings.find(EndometriumSettings.CALIPERS);
        if (set.isEmpty()) {
            return none(NEEDS_POINTS);
        }
        Calipers calipers = Calipers.of(set.get(), calibration);
        if (calipers.points().stream().anyMatch(p -> !isWithin(p, frame))) {
            return none("a point lies outside the picture");
        }
        BorderProfile profile = BorderProfile.of(Raster.of(frame.gray()), calipers);
        double least =
                settings.get(EndometriumSettings.LEAST_STEP) * frame.gray().maximum() / FULL;
        List<Reading> readings = new ArrayList<>();
        readings.add(calipers.thickness());
        curves.add(profile.gray());
        curves.add(profile.marks(EndometriumMeasures.PROFILE_POINT, calipers.alongMm()));
        if (profile.step() >= least && profile.thicknessMm() > 0) {
            readings.add(Reading.measured(EndometriumMeasures.THICKNESS_PROFILE, profile.thicknessMm(), "profile"));
            curves.add(profile.marks(EndometriumMeasures.PROFILE_BORDER, profile.bordersMm()));
            tilt(profile.tiltDeg()).ifPresent(notices::add);
        } else {
            readings.add(Reading.notMeasured(
                    EndometriumMeasures.THICKNESS_PROFILE, BorderProfile.unclear(profile.step(), least)));
        }
        readings.add(Reading.measured(EndometriumMeasures.LAYER_CONTRAST, profile.layerContrast(), "mean-profile"));
        readings.add(Reading.measured(EndometriumMeasures.BORDER_STEP, profile.step(), "weaker-border"));
        return readings;
    }

    private static List<Reading> none(String why) {
        return List.of(
                Reading.notMeasured(EndometriumMeasures.THICKNESS, why),
                Reading.notMeasured(EndometriumMeasures.THICKNESS_PROFILE, why),
                Reading.notMeasured(EndometriumMeasures.LAYER_CONTRAST, why),
                Reading.notMeasured(EndometriumMeasures.BORDER_STEP, why));
    }

    private static Optional<Notice> tilt(double degrees) {
        return degrees <= MOST_TILT_DEG
                ? Optional.empty()
                : Optional.of(new Notice(
                        "tilted-calipers",
                        String.format(
                                Locale.ROOT,
                                "The line between the points is %.0f degrees from square to the borders: it is too long"
                                        + " by %.1f %%.",
                                degrees,
                                100 * (1 / StrictMath.cos(StrictMath.toRadians(degrees)) - 1))));
    }

    /** The endometrium as one object: by its outline, or by the points. */
    private static Optional<Item> item(Settings settings, List<Reading> readings, Frame frame) {
        Optional<List<Point>> outline = settings.find(EndometriumSettings.OUTLINE)
                .filter(corners -> corners.stream().allMatch(p -> isWithin(p, frame)));
        Optional<List<Point>> points = settings.find(EndometriumSettings.CALIPERS)
                .filter(corners -> corners.stream().allMatch(p -> isWithin(p, frame)));
        Optional<List<Point>> places = outline.or(() -> points);
        return places.map(corners -> {
            Contour around =
                    Contour.of(corners.size() < 3 ? List.of(corners.get(0), corners.get(1), corners.get(0)) : corners);
            Region box = around.box().grown(0, frame.width(), frame.height());
            Outline border = outline.isPresent() ? Outline.of(corners) : Outline.none();
            return Item.of(POINTED_AT, around.centroid(), border, box, readings, List.of());
        });
    }

    private static boolean isWithin(Point point, Frame frame) {
        return point.x() >= 0 && point.y() >= 0 && point.x() < frame.width() && point.y() < frame.height();
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        List<Reading> readings =
                MEASURES.stream().map(measure -> ofThickest(fields, measure)).toList();
        return Findings.of(ABOUT.id().toString(), fields, new Summary(readings));
    }

    /** The reading of the field with the thickest endometrium; of areas and circles the largest of all fields. */
    private static Reading ofThickest(List<FieldOfView> fields, Measure measure) {
        boolean alone = measure.equals(EndometriumMeasures.AREA) || measure.equals(EndometriumMeasures.INSCRIBED);
        Measure by = alone ? measure : EndometriumMeasures.THICKNESS;
        return fields.stream()
                .filter(field -> field.reading(by).figure().isPresent())
                .max(Comparator.comparingDouble((FieldOfView field) ->
                                field.reading(by).figure().orElse(0.0))
                        .thenComparingDouble(
                                field -> field.reading(measure).figure().orElse(0.0)))
                .orElse(fields.get(0))
                .reading(measure);
    }

    @Override
    public Item drawn(Item item, @Nullable Calibration calibration, Settings settings) {
        boolean isPointedAt = settings.find(EndometriumSettings.OUTLINE).isPresent()
                || settings.find(EndometriumSettings.CALIPERS).isPresent();
        if (isPointedAt && item.id() == POINTED_AT && !item.readings().isEmpty()) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.INVALID_REQUEST,
                    "this object is what a person pointed at, and what is measured follows from that: place the"
                            + " outline or the calipers anew instead of drawing it"));
        }
        if (calibration == null) {
            return Analyzer.super.drawn(item, null, settings);
        }
        List<Reading> readings = new ArrayList<>(none(Reading.NotMeasured.DRAWN));
        readings.addAll(DrawnArea.of(item.outline().corners(), calibration));
        return item.read(readings);
    }

    private static RejectedException uncalibrated() {
        return new RejectedException(Rejection.of(
                RejectionCode.CALIBRATION_MISSING, "A thickness is a length, so the size of a pixel must be known."));
    }
}
