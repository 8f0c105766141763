package org.fertivision.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Plane;
import org.fertivision.pixel.BrightDash;
import org.fertivision.pixel.LineGrating;
import org.fertivision.pixel.LineGratings;
import org.fertivision.pixel.Polarity;
import org.fertivision.spi.RejectedException;
import org.fertivision.stats.StudentT;

/** Reads the size of a pixel from a ruling of known spacing, or says why it cannot be told. */
public final class GraticuleReader {
    private static final double LEAST_UM = 0.01;
    private static final double MOST_UM = 1e5;
    private static final double CONFIDENCE = 0.95;
    /** A scale that may be wrong by more is of no use: 1 % in length are 2 % in area. */
    private static final double LARGEST_ERROR = 0.01;

    /** From here on a picture of a ruling is told to be distorted. */
    private static final double NOTED_DISTORTION = 0.01;
    /** Directions closer to an axis than this tell the width or the height of a pixel. */
    private static final double ALONG_AXIS_DEG = 15;

    private static final double SQUARE = 0.005;

    private GraticuleReader() {}

    /**
     * Reads a ruling.
     *
     * @param spacingUm the true distance of neighboring lines, micrometers, 0.01 to 100000
     * @throws RejectedException if the spacing is out of range, or the picture shows no ruling that leaves no doubt
     */
    public static Graticule read(Plane plane, double spacingUm, WhichLines which) {
        if (!(spacingUm >= LEAST_UM && spacingUm <= MOST_UM)) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.INVALID_REQUEST,
                    "the spacing of lines is " + LEAST_UM + " to 100000 um, not " + spacingUm));
        }
        if (which == WhichLines.DEPTH_TICKS) {
            DepthTicks ticks = DepthTicks.of(plane);
            return new Graticule(spacingUm, List.of(ruling(ticks, spacingUm)), List.of(proposal(ticks)));
        }
        List<LineGrating> chosen =
                RulingChoice.of(LineGratings.of(plane), plane).choose(spacingUm, which);
        List<Graticule.Ruling> rulings = chosen.stream()
                .map(grating -> ruling(grating, spacingUm))
                .sorted(Comparator.comparingDouble(r -> Math.abs(r.angleDeg())))
                .toList();
        return new Graticule(spacingUm, rulings, notices(rulings));
    }

    private static Graticule.Ruling ruling(DepthTicks ladder, double spacingUm) {
        double relative = uncertainty(ladder.ticks().size(), ladder.standardError(), ladder.spacing());
        double size = size(spacingUm, ladder.spacing());
        return new Graticule.Ruling(
                size,
                new Interval(size / (1 + relative), size * (1 + relative)),
                ladder.ticks().size(),
                ladder.spacing(),
                90,
                ladder.residual(),
                0,
                true,
                ladder.ticks().stream().map(GraticuleReader::mark).toList());
    }

    private static Graticule.Mark mark(DepthTicks.Tick tick) {
        BrightDash dash = tick.dash();
        return new Graticule.Mark(tick.number(), dash.x() - dash.width(), dash.y(), dash.x() + dash.width(), dash.y());
    }

    private static Notice proposal(DepthTicks ladder) {
        int places = ladder.ticks().get(ladder.ticks().size() - 1).number() + 1;
        int longer = ladder.longerEvery();
        return new Notice(
                "proposal",
                ladder.ticks().size() + " of " + places + " ticks were seen"
                        + (longer > 0 ? ", every " + longer + ". one longer" : "")
                        + ". What they are apart is what you said: only the scanner knows. Look whether the marked ticks"
                        + " are all there are before you use the figure; pixels are taken to be as wide as high.");
    }

    /** Half the width of the interval, as a share. */
    private static double uncertainty(int lines, double standardError, double spacing) {
        double relative = StudentT.twoSided(CONFIDENCE, Math.max(1, lines - 2)) * standardError / spacing;
        if (relative > LARGEST_ERROR) {
            throw refusal("the " + lines + " lines leave the size of a pixel uncertain by " + percent(relative)
                    + "; more lines, or a picture with less distortion, would do");
        }
        return relative;
    }

    private static double size(double spacingUm, double spacing) {
        double size = spacingUm / spacing;
        if (size < Calibration.SMALLEST_UM_PER_PIXEL || size > Calibration.LARGEST_UM_PER_PIXEL) {
            throw refusal("lines every " + text(spacing) + " pixels and " + spacingUm
                    + " um cannot be: nothing has such pixels");
        }
        return size;
    }

    private static Graticule.Ruling ruling(LineGrating grating, double spacingUm) {
        double relative = uncertainty(grating.lines(), grating.standardError(), grating.spacing());
        double apart = Math.abs(grating.distortion());
        if (apart > 2 * LARGEST_ERROR) { // no single figure is right within the limit in both halves
            throw refusal("the distance of lines differs by " + percent(apart)
                    + " between the halves of the ruling: the lens distorts, or the slide is tilted");
        }
        double size = size(spacingUm, grating.spacing());
        return new Graticule.Ruling(
                size,
                new Interval(size / (1 + relative), size * (1 + relative)),
                grating.lines(),
                grating.spacing(),
                StrictMath.toDegrees(grating.angle()),
                grating.residual(),
                grating.distortion(),
                grating.polarity() == Polarity.BRIGHT,
                grating.marks().stream()
                        .map(m -> new Graticule.Mark(m.line(), m.x0(), m.y0(), m.x1(), m.y1()))
                        .toList());
    }

    private static List<Notice> notices(List<Graticule.Ruling> rulings) {
        List<Notice> notices = new ArrayList<>();
        Graticule.Ruling first = rulings.get(0);
        if (rulings.size() == 1) {
            notices.add(new Notice(
                    "one-direction", "Lines run in one direction only: pixels are taken to be as wide as high."));
        } else {
            double ratio = first.umPerPixel() / rulings.get(1).umPerPixel();
            if (Math.abs(ratio - 1) >= NOTED_DISTORTION
                    && largestDistortion(rulings).isPresent()) {
                throw refusal("the two directions differ by " + percent(Math.abs(ratio - 1))
                        + ", and the lens distorts as well; take the ruling into the middle of the picture");
            }
            if (Math.abs(ratio - 1) >= SQUARE && Math.abs(first.angleDeg()) > ALONG_AXIS_DEG) {
                throw refusal("the two directions differ by " + percent(Math.abs(ratio - 1))
                        + ", and neither runs along the picture's sides: turn the ruling straight");
            }
            if (Math.abs(ratio - 1) >= SQUARE) {
                notices.add(
                        new Notice(
                                "not-square",
                                "The two directions differ by " + percent(Math.abs(ratio - 1))
                                        + ": width and height of a pixel are given apart; a lens that distorts does this, too."));
            }
        }
        largestDistortion(rulings)
                .ifPresent(most -> notices.add(new Notice(
                        "distortion",
                        "The distance of lines differs by " + percent(most)
                                + " between the halves of the ruling: the lens distorts, or the slide is tilted. The"
                                + " figure is the mean over the ruling.")));
        return notices;
    }

    private static Optional<Double> largestDistortion(List<Graticule.Ruling> rulings) {
        return rulings.stream()
                .map(r -> Math.abs(r.distortion()))
                .filter(d -> d >= NOTED_DISTORTION)
                .max(Comparator.naturalOrder());
    }

    static RejectedException refusal(String why) {
        return new RejectedException(
                Rejection.of(RejectionCode.UNUSABLE_IMAGE, "The size of a pixel cannot be told: " + why + "."));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String text(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
