package org.fertivision.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fertivision.image.Plane;
import org.fertivision.pixel.BrightDash;

/**
 * Ticks one above another at even distances, as scanners draw them beside an ultrasound image. Ticks that are hidden are
 * allowed for, a dash between two ticks counts against them, and where two columns of dashes tell different distances
 * nothing is told.
 *
 * @param ticks the ticks, each with its number from the first
 * @param spacing distance of neighboring ticks, pixels, by least squares
 * @param residual how far ticks lie from even distances, root mean square, pixels
 * @param strangers dashes of the same column that lie between ticks
 */
record DepthTicks(List<Tick> ticks, double spacing, double residual, int strangers) {
    private static final int FEWEST = 5;
    private static final double COLUMN_PX = 6;
    private static final double LEAST_SPACING_PX = 12;
    private static final double TOLERANCE_PX = 1.5;
    private static final double TOLERANCE_SHARE = 0.06;
    private static final double MOST_HIDDEN = 0.34;
    private static final double MOST_RESIDUAL_PX = 1;
    private static final double ALIKE = 0.02;
    private static final double RIVAL = 0.7;
    /** Screens draw ticks at whole pixels: the standard deviation of rounding. */
    private static final double ROUNDING_PX = 1 / Math.sqrt(12);

    private static final double LONGER = 1.4;
    private static final Set<Integer> USUAL_STEPS = Set.of(2, 4, 5, 10);

    /**
     * A tick.
     *
     * @param number from the first, hidden ones counted
     */
    record Tick(int number, BrightDash dash) {}

    /** The ticks of a picture, or why there are none that leave no doubt. */
    static DepthTicks of(Plane plane) {
        List<BrightDash> dashes = BrightDash.of(plane);
        List<DepthTicks> ladders = new ArrayList<>();
        for (BrightDash anchor : dashes) {
            List<BrightDash> column = dashes.stream()
                    .filter(dash -> Math.abs(dash.x() - anchor.x()) <= COLUMN_PX)
                    .sorted(Comparator.comparingDouble(BrightDash::y))
                    .toList();
            if (column.size() >= FEWEST) {
                best(column).ifPresent(ladders::add);
            }
        }
        DepthTicks best = ladders.stream()
                .max(Comparator.comparingDouble(DepthTicks::support))
                .orElseThrow(() -> GraticuleReader.refusal("there are no " + FEWEST
                        + " short bright ticks one above another at even distances; give --um-per-pixel, or two points"
                        + " and their distance"));
        ladders.stream()
                .filter(other ->
                        Math.abs(other.spacing / best.spacing - 1) > ALIKE && other.support() >= RIVAL * best.support())
                .findFirst()
                .ifPresent(other -> {
                    throw GraticuleReader.refusal("two columns of ticks stand apart by "
                            + GraticuleReader.text(best.spacing) + " and " + GraticuleReader.text(other.spacing)
                            + " pixels");
                });
        return best;
    }

    /** The even distances that explain most of a column. */
    private static Optional<DepthTicks> best(List<BrightDash> column) {
        List<DepthTicks> found = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            for (int j = i + 1; j < column.size(); j++) {
                double apart = column.get(j).y() - column.get(i).y();
                if (apart >= LEAST_SPACING_PX) {
                    along(column, column.get(i).y(), apart).ifPresent(found::add);
                }
            }
        }
        return found.stream().max(Comparator.comparingDouble(DepthTicks::support));
    }

    private static Optional<DepthTicks> along(List<BrightDash> column, double from, double spacing) {
        double tolerance = Math.min(TOLERANCE_PX, TOLERANCE_SHARE * spacing);
        List<Tick> ticks = new ArrayList<>();
        for (BrightDash dash : column) {
            double place = (dash.y() - from) / spacing;
            long number = Math.round(place);
            boolean isNew = ticks.isEmpty() || ticks.get(ticks.size() - 1).number() < number;
            if (isNew && Math.abs(place - number) * spacing <= tolerance) {
                ticks.add(new Tick((int) number, dash));
            }
        }
        return ticks.size() < FEWEST ? Optional.empty() : fitted(ticks, column);
    }

    private static Optional<DepthTicks> fitted(List<Tick> ticks, List<BrightDash> column) {
        int first = ticks.get(0).number();
        int n = ticks.size();
        double meanNumber = ticks.stream().mapToInt(Tick::number).average().orElse(0);
        double meanY = ticks.stream().mapToDouble(t -> t.dash().y()).average().orElse(0);
        double squares = 0;
        double products = 0;
        for (Tick tick : ticks) {
            squares += (tick.number() - meanNumber) * (tick.number() - meanNumber);
            products += (tick.number() - meanNumber) * (tick.dash().y() - meanY);
        }
        double spacing = products / squares;
        double off = 0;
        for (Tick tick : ticks) {
            double miss = tick.dash().y() - meanY - spacing * (tick.number() - meanNumber);
            off += miss * miss;
        }
        double residual = Math.sqrt(off / Math.max(1, n - 2));
        int places = ticks.get(n - 1).number() - first + 1;
        double top = ticks.get(0).dash().y();
        double bottom = ticks.get(n - 1).dash().y();
        int between = (int) column.stream()
                .filter(dash -> dash.y() >= top && dash.y() <= bottom)
                .count();
        if (places - n > MOST_HIDDEN * places || residual > MOST_RESIDUAL_PX) {
            return Optional.empty();
        }
        List<Tick> numbered =
                ticks.stream().map(t -> new Tick(t.number() - first, t.dash())).toList();
        return Optional.of(new DepthTicks(numbered, spacing, residual, between - n));
    }

    /** What speaks for these ticks: how many they are, less what is hidden and what does not belong. */
    private double support() {
        int places = ticks.get(ticks.size() - 1).number() + 1;
        return ticks.size() - 0.5 * (places - ticks.size()) - strangers;
    }

    /** Standard error of the spacing, pixels. */
    double standardError() {
        double mean = ticks.stream().mapToInt(Tick::number).average().orElse(0);
        double squares = ticks.stream()
                .mapToDouble(t -> (t.number() - mean) * (t.number() - mean))
                .sum();
        return Math.max(ROUNDING_PX, residual) / Math.sqrt(squares);
    }

    /** Every how many ticks one is longer, where that is so throughout; 0 where it is not. */
    int longerEvery() {
        double usual = ticks.stream()
                .mapToInt(t -> t.dash().width())
                .sorted()
                .skip(ticks.size() / 2)
                .findFirst()
                .orElse(0);
        List<Integer> longer = ticks.stream()
                .filter(t -> t.dash().width() >= LONGER * usual)
                .map(Tick::number)
                .toList();
        if (longer.size() < 2) {
            return 0;
        }
        int every = longer.get(1) - longer.get(0);
        for (int i = 2; i < longer.size(); i++) {
            if (longer.get(i) - longer.get(i - 1) != every) {
                return 0;
            }
        }
        return USUAL_STEPS.contains(every) ? every : 0;
    }
}
