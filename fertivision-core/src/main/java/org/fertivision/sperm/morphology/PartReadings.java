package org.fertivision.sperm.morphology;

import static org.fertivision.finding.measures.SpermMeasures.ACROSOME_AREA;
import static org.fertivision.finding.measures.SpermMeasures.ACROSOME_AREA_PX;
import static org.fertivision.finding.measures.SpermMeasures.ACROSOME_FRACTION;
import static org.fertivision.finding.measures.SpermMeasures.CYTOPLASMIC_RESIDUE;
import static org.fertivision.finding.measures.SpermMeasures.MIDPIECE_ANGLE;
import static org.fertivision.finding.measures.SpermMeasures.MIDPIECE_LENGTH;
import static org.fertivision.finding.measures.SpermMeasures.MIDPIECE_LENGTH_PX;
import static org.fertivision.finding.measures.SpermMeasures.MIDPIECE_OFFSET;
import static org.fertivision.finding.measures.SpermMeasures.MIDPIECE_WIDTH;
import static org.fertivision.finding.measures.SpermMeasures.MIDPIECE_WIDTH_PX;
import static org.fertivision.finding.measures.SpermMeasures.TAIL_LENGTH;
import static org.fertivision.finding.measures.SpermMeasures.TAIL_LENGTH_PX;
import static org.fertivision.finding.measures.SpermMeasures.TAIL_SEEN;
import static org.fertivision.finding.measures.SpermMeasures.TAIL_SEEN_PX;
import static org.fertivision.finding.measures.SpermMeasures.TAIL_TURNING;
import static org.fertivision.finding.measures.SpermMeasures.VACUOLES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.pixel.RidgeWalk;

/** The measures of the parts of a stained sperm: in pixels and as shares always, in micrometers where the scale is known. */
final class PartReadings {
    /** What is measured of parts. */
    static final List<Measure> ALL = List.of(
            ACROSOME_AREA,
            ACROSOME_AREA_PX,
            ACROSOME_FRACTION,
            VACUOLES,
            MIDPIECE_LENGTH,
            MIDPIECE_LENGTH_PX,
            MIDPIECE_WIDTH,
            MIDPIECE_WIDTH_PX,
            MIDPIECE_ANGLE,
            MIDPIECE_OFFSET,
            CYTOPLASMIC_RESIDUE,
            TAIL_LENGTH,
            TAIL_LENGTH_PX,
            TAIL_SEEN,
            TAIL_SEEN_PX,
            TAIL_TURNING);

    private static final String ONE_THREAD = "the midpiece is not told from the tail";
    private static final String BY_RED_LIGHT = "passed-red-light";
    private static final String BY_SPOTS = "spots-of-passed-green-light";
    private static final String BESIDE_MIDPIECE = "absorbed-light-beside-midpiece";
    private static final String BY_THREAD = "followed-thread";
    private static final double PERCENT = 100;

    private final Optional<Calibration> calibration;
    private final List<Reading> readings = new ArrayList<>();

    private PartReadings(Optional<Calibration> calibration) {
        this.calibration = calibration;
    }

    /** The readings of one sperm. */
    static List<Reading> of(SpermParts parts, Optional<Calibration> calibration) {
        PartReadings of = new PartReadings(calibration);
        of.acrosome(parts);
        of.thread(parts);
        of.cytoplasm(parts);
        of.tail(parts);
        return List.copyOf(of.readings);
    }

    /** The same of a sperm of which no part is known. */
    static List<Reading> none(String reason) {
        return ALL.stream().map(measure -> Reading.notMeasured(measure, reason)).toList();
    }

    private void acrosome(SpermParts parts) {
        if (parts.head().isPresent()) {
            int areaPx = parts.head().get().acrosome().area();
            scaled(ACROSOME_AREA, scale -> scale.pixelAreaUm2() * areaPx, BY_RED_LIGHT);
            readings.add(Reading.measured(ACROSOME_AREA_PX, areaPx, BY_RED_LIGHT));
            readings.add(Reading.measured(
                    ACROSOME_FRACTION, PERCENT * areaPx / parts.outline().mask().area(), BY_RED_LIGHT));
        } else {
            missing("acrosome and nucleus are stained alike", ACROSOME_AREA, ACROSOME_AREA_PX, ACROSOME_FRACTION);
        }
        if (parts.vacuoles().isPresent()) {
            readings.add(Reading.measured(VACUOLES, parts.vacuoles().get().size(), BY_SPOTS));
        } else {
            missing(parts.whyNoVacuoles(), VACUOLES);
        }
    }

    private void thread(SpermParts parts) {
        Optional<Midpiece> midpiece = parts.thread().flatMap(Flagellum::midpiece);
        if (midpiece.isPresent()) {
            RidgeWalk walk = parts.thread().orElseThrow().walk();
            double longPx = midpiece.get().lengthPx();
            double widePx = midpiece.get().widthPx();
            lengths(MIDPIECE_LENGTH, MIDPIECE_LENGTH_PX, longPx, scale -> alongUm(walk, longPx, scale));
            lengths(MIDPIECE_WIDTH, MIDPIECE_WIDTH_PX, widePx, scale -> acrossUm(walk, longPx, widePx, scale));
        } else {
            String reason = parts.thread().isPresent() ? ONE_THREAD : parts.whyNoThread();
            missing(reason, MIDPIECE_LENGTH, MIDPIECE_LENGTH_PX, MIDPIECE_WIDTH, MIDPIECE_WIDTH_PX);
        }
        if (parts.thread().isPresent()) {
            Flagellum thread = parts.thread().get();
            readings.add(
                    Reading.measured(MIDPIECE_ANGLE, Math.toDegrees(thread.angleRad(heightOverWidth())), BY_THREAD));
            readings.add(Reading.measured(
                    MIDPIECE_OFFSET, PERCENT * thread.offset(parts.outline(), heightOverWidth()), BY_THREAD));
        } else {
            missing(parts.whyNoThread(), MIDPIECE_ANGLE, MIDPIECE_OFFSET);
        }
    }

    private void cytoplasm(SpermParts parts) {
        ResidualCytoplasm cytoplasm = parts.cytoplasm();
        if (cytoplasm.bodies().isPresent()) {
            double share = cytoplasm.areaPx() / (double) parts.outline().mask().area();
            readings.add(Reading.measured(CYTOPLASMIC_RESIDUE, PERCENT * share, BESIDE_MIDPIECE));
        } else {
            missing(cytoplasm.whyNot(), CYTOPLASMIC_RESIDUE);
        }
    }

    private void tail(SpermParts parts) {
        Optional<Midpiece> midpiece = parts.thread().flatMap(Flagellum::midpiece);
        if (!parts.tailIsWhole()) {
            missing(whyNoTail(parts), TAIL_LENGTH, TAIL_LENGTH_PX);
        } else if (midpiece.isEmpty()) {
            missing(ONE_THREAD, TAIL_LENGTH, TAIL_LENGTH_PX);
        } else {
            RidgeWalk walk = parts.thread().orElseThrow().walk();
            double wholePx = walk.length();
            double beforePx = midpiece.get().lengthPx();
            lengths(
                    TAIL_LENGTH,
                    TAIL_LENGTH_PX,
                    wholePx - beforePx,
                    scale -> scale.isSquare()
                            ? side(scale) * (wholePx - beforePx)
                            : walk.lengthUm(wholePx, scale) - walk.lengthUm(beforePx, scale));
        }
        if (parts.thread().isPresent()) {
            RidgeWalk walk = parts.thread().get().walk();
            lengths(TAIL_SEEN, TAIL_SEEN_PX, walk.length(), scale -> alongUm(walk, walk.length(), scale));
        } else {
            missing(parts.whyNoThread(), TAIL_SEEN, TAIL_SEEN_PX);
        }
        if (parts.tailIsSeen()) {
            readings.add(Reading.measured(
                    TAIL_TURNING,
                    Math.toDegrees(parts.thread().orElseThrow().turningRad(heightOverWidth())),
                    BY_THREAD));
        } else {
            missing(parts.thread().isPresent() ? "too little of the tail is seen" : parts.whyNoThread(), TAIL_TURNING);
        }
    }

    /** On smears that people outlined, most short threads that fade from sight went on beyond, however clear their end. */
    private static String whyNoTail(SpermParts parts) {
        if (parts.thread().isEmpty()) {
            return parts.whyNoThread();
        }
        return switch (parts.thread().get().walk().end()) {
            case BORDER -> SpermParts.CUT;
            case OBJECT -> "runs into another head";
            case TOO_LONG -> "runs on into another thread";
            case FADED ->
                parts.leadsBack()
                        ? "where the tail ends is not told from where it fades"
                        : "not met again on the way back";
        };
    }

    /** The length of the beginning of a way. */
    private static double alongUm(RidgeWalk walk, double px, Calibration scale) {
        return scale.isSquare() ? side(scale) * px : walk.lengthUm(px, scale);
    }

    /** The width of a band along the beginning of a way: its area over its length. */
    private static double acrossUm(RidgeWalk walk, double longPx, double widePx, Calibration scale) {
        return scale.isSquare()
                ? side(scale) * widePx
                : scale.pixelAreaUm2() * widePx * longPx / walk.lengthUm(longPx, scale);
    }

    /** Of a pixel; 1 where that is not known. */
    private double heightOverWidth() {
        return calibration
                .filter(scale -> !scale.isSquare())
                .map(scale -> scale.umPerPixelY() / scale.umPerPixelX())
                .orElse(1.0);
    }

    /** The side of a pixel that is as high as wide. */
    private static double side(Calibration scale) {
        return Math.sqrt(scale.pixelAreaUm2());
    }

    private void lengths(Measure inUm, Measure inPx, double px, ToDoubleFunction<Calibration> um) {
        scaled(inUm, um, BY_THREAD);
        readings.add(Reading.measured(inPx, px, BY_THREAD));
    }

    private void scaled(Measure measure, ToDoubleFunction<Calibration> um, String method) {
        readings.add(calibration
                .map(scale -> Reading.measured(measure, um.applyAsDouble(scale), method))
                .orElseGet(() -> Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED)));
    }

    private void missing(String reason, Measure... measures) {
        for (Measure measure : measures) {
            readings.add(Reading.notMeasured(measure, reason));
        }
    }
}
