package org.fertivision.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Path;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.report.Chart.Anchor;
import org.fertivision.report.Chart.Ink;

/**
 * How the counted objects of a report move: speed against linearity, the directions they take, and the path of each.
 *
 * @param chart what is drawn
 * @param caption its figures in words
 */
public record Motion(Chart chart, String caption) {
    /** The most points of a scatter and the most paths side by side. */
    private static final int MOST_POINTS = 3000;

    private static final int MOST_PATHS = 60;
    private static final int COLUMNS = 10;
    private static final int SECTORS = 24;
    private static final int RING_CORNERS = 72;

    /** Speed against linearity and directions; empty where nothing moves. */
    public static List<Motion> charts(Report report, Language language) {
        List<Motion> charts = new ArrayList<>();
        scatter(report, language).ifPresent(charts::add);
        rose(report, language).ifPresent(charts::add);
        return List.copyOf(charts);
    }

    /** The path of each object that moves by itself, all at one scale; evenly spread ones where there are many. */
    public static Optional<Motion> paths(Report report, Language language) {
        OverlayKey key = OverlayKey.of(report);
        List<Traced> all = moving(report);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Traced> shown = ItemChoice.spread(
                all.stream()
                        .sorted(Comparator.comparing(
                                traced -> traced.item().term(key.system()).orElse("")))
                        .toList(),
                MOST_PATHS);
        double extent =
                Math.max(1, shown.stream().mapToDouble(Traced::extent).max().orElse(1));
        double cell = 68;
        double box = 62;
        double margin = 4;
        double scale = (box - 2 * margin) / extent;
        int rows = (shown.size() + COLUMNS - 1) / COLUMNS;
        Chart.Sheet sheet = new Chart.Sheet();
        for (int i = 0; i < shown.size(); i++) {
            int row = i / COLUMNS;
            double left = (i - row * COLUMNS) * (cell + 4);
            double top = row * (cell + 12);
            sheet.box(left, top, box, box, Ink.TRACK, "");
            Traced traced = shown.get(i);
            List<Point> corners = traced.centered(left + box / 2, top + box / 2, scale);
            Ink ink = key.ink(traced.item());
            sheet.shape(corners, ink, false, traced.name() + traced.words(key, language));
            sheet.disc(corners.get(0).x(), corners.get(0).y(), 1.8, Ink.DOT, "");
            sheet.tick(left + box / 2, top + box + 10, traced.name(), Anchor.MIDDLE);
        }
        String side = side(report, box / scale, language);
        String caption = shown.size() < all.size()
                ? language.say(
                        "{0} of the {1} paths of objects that move, evenly spread over the words; a square is {2}"
                                + " wide, the dot is where the path begins, numbers are field-object.",
                        shown.size(), all.size(), side)
                : language.say(
                        "{0} of the {1} paths of objects that move; a square is {2} wide, the dot is where the path"
                                + " begins, numbers are field-object.",
                        shown.size(), all.size(), side);
        return Optional.of(new Motion(
                sheet.chart(
                        language.say("Paths of {0} objects", shown.size()),
                        COLUMNS * (cell + 4) - 4,
                        rows * (cell + 12)),
                caption));
    }

    private static String side(Report report, double pixels, Language language) {
        return report.calibration()
                .map(Calibration::umPerPixelX)
                .map(um -> language.decimals(pixels * um, 0) + " µm")
                .orElseGet(() -> language.say("{0} pixels", language.decimals(pixels, 0)));
    }

    private static Optional<Motion> scatter(Report report, Language language) {
        OverlayKey key = OverlayKey.of(report);
        Measure across = MotilityMeasures.VCL;
        Measure up = MotilityMeasures.LIN;
        List<Item> all = report.findings().fields().stream()
                .flatMap(FieldOfView::counted)
                .filter(item -> item.reading(across).figure().isPresent()
                        && item.reading(up).figure().isPresent())
                .toList();
        if (all.size() < 2) {
            return Optional.empty();
        }
        List<Item> shown = ItemChoice.spread(all, MOST_POINTS);
        double fastest =
                all.stream().mapToDouble(item -> figure(item, across)).max().orElse(1);
        Axis horizontal = Axis.over(0, fastest, 6);
        Axis vertical = Axis.over(0, 100, 5);
        double left = 38;
        double width = 300;
        double height = 250;
        double base = height + 8;
        Chart.Sheet sheet = new Chart.Sheet();
        for (double mark : vertical.marks()) {
            double y = base - height * vertical.share(mark);
            sheet.line(left, y, left + width, y, Ink.GRID)
                    .tick(left - 5, y + 3.5, vertical.text(mark, language), Anchor.END);
        }
        for (double mark : horizontal.marks()) {
            double x = left + width * horizontal.share(mark);
            sheet.line(x, base, x, base + 4, Ink.AXIS)
                    .tick(x, base + 15, horizontal.text(mark, language), Anchor.MIDDLE);
        }
        sheet.line(left, base, left + width, base, Ink.AXIS);
        for (Item item : shown) {
            sheet.disc(
                    left + width * horizontal.share(figure(item, across)),
                    base - height * vertical.share(figure(item, up)),
                    2.6,
                    key.ink(item),
                    item.id() + ": VCL " + language.plain(figure(item, across)) + ", LIN "
                            + language.plain(figure(item, up)));
        }
        return Optional.of(new Motion(
                sheet.name(left + width / 2, base + 32, language.say("VCL (µm/s) and, upwards, LIN (%)"))
                        .chart(
                                language.say("Linearity against curvilinear velocity, {0} objects", shown.size()),
                                352,
                                300),
                shown.size() < all.size()
                        ? language.say(
                                "n {0}, of which {1} are drawn; sperm that move, followed for 0.5 s or more",
                                all.size(), shown.size())
                        : language.say("n {0}; sperm that move, followed for 0.5 s or more", all.size())));
    }

    private static double figure(Item item, Measure measure) {
        return item.reading(measure).figure().orElse(0.0);
    }

    /** Sectors whose areas are numbers of objects, as they lie in the picture. */
    private static Optional<Motion> rose(Report report, Language language) {
        List<Traced> moving = moving(report);
        if (moving.size() < 2) {
            return Optional.empty();
        }
        int[] counts = new int[SECTORS];
        double sumX = 0;
        double sumY = 0;
        for (Traced traced : moving) {
            double turn = traced.directionRad();
            counts[Math.floorMod((int) Math.round(turn / (2 * Math.PI) * SECTORS), SECTORS)]++;
            sumX += StrictMath.cos(turn);
            sumY += StrictMath.sin(turn);
        }
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double centerX = 176;
        double centerY = 132;
        double radius = 108;
        Chart.Sheet sheet = new Chart.Sheet();
        for (double share : new double[] {0.25, 0.5, 1}) {
            sheet.shape(arc(centerX, centerY, radius * Math.sqrt(share), 0, 2 * Math.PI), Ink.GRID, false, "");
        }
        for (int i = 0; i < SECTORS; i++) {
            if (counts[i] > 0) {
                double half = Math.PI / SECTORS;
                double middle = 2 * Math.PI * i / SECTORS;
                List<Point> corners = new ArrayList<>(List.of(new Point(centerX, centerY)));
                corners.addAll(arc(
                        centerX, centerY, radius * Math.sqrt(counts[i] / (double) most), middle - half, middle + half));
                sheet.shape(corners, Ink.AMOUNT, true, language.say("{0} objects", counts[i]));
            }
        }
        double same = Math.sqrt(sumX * sumX + sumY * sumY) / moving.size();
        return Optional.of(new Motion(
                sheet.tick(centerX + radius + 14, centerY + 4, language.say("right"), Anchor.START)
                        .tick(centerX - radius - 14, centerY + 4, language.say("left"), Anchor.END)
                        .name(centerX, 290, language.say("Direction from start to end, as in the picture"))
                        .chart(language.say("Directions of {0} objects", moving.size()), 352, 300),
                language.say(
                        "n {0}; areas are numbers, the outer ring is {1} objects; mean resultant {2} (0 all ways"
                                + " alike, 1 all the same way: a current)",
                        moving.size(), most, language.decimals(same, 2))));
    }

    private static List<Point> arc(double x, double y, double radius, double fromRad, double toRad) {
        int steps = (int) Math.max(4, Math.ceil(RING_CORNERS * (toRad - fromRad) / (2 * Math.PI)));
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double turn = fromRad + (toRad - fromRad) * i / steps;
            corners.add(new Point(x + radius * StrictMath.cos(turn), y + radius * StrictMath.sin(turn)));
        }
        return corners;
    }

    /** The counted objects with a path and a linearity: none is measured of what rests. */
    private static List<Traced> moving(Report report) {
        List<Traced> traced = new ArrayList<>();
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            int number = field;
            fields.get(field)
                    .counted()
                    .filter(item -> item.reading(MotilityMeasures.LIN).figure().isPresent())
                    .forEach(item -> item.course().ifPresent(path -> traced.add(new Traced(number, item, path))));
        }
        return traced;
    }

    /** A counted object with its path. */
    private record Traced(int field, Item item, Path path) {
        String name() {
            return field + "-" + item.id();
        }

        String words(OverlayKey key, Language language) {
            String word = item.term(key.system())
                    .map(term -> ": " + language.told(term))
                    .orElse("");
            return item.reading(MotilityMeasures.VAP)
                    .figure()
                    .map(vap -> word + ", VAP " + language.plain(vap) + " µm/s")
                    .orElse(word);
        }

        double extent() {
            return Math.max(range(true)[1] - range(true)[0], range(false)[1] - range(false)[0]);
        }

        double directionRad() {
            int last = path.size() - 1;
            return StrictMath.atan2(path.y(last) - path.y(0), path.x(last) - path.x(0));
        }

        private double[] range(boolean horizontal) {
            double lowest = Double.MAX_VALUE;
            double highest = -Double.MAX_VALUE;
            for (int i = 0; i < path.size(); i++) {
                double place = horizontal ? path.x(i) : path.y(i);
                lowest = Math.min(lowest, place);
                highest = Math.max(highest, place);
            }
            return new double[] {lowest, highest};
        }

        /** The path with the middle of its box at a place. */
        List<Point> centered(double x, double y, double scale) {
            double middleX = (range(true)[0] + range(true)[1]) / 2;
            double middleY = (range(false)[0] + range(false)[1]) / 2;
            List<Point> corners = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                corners.add(new Point(x + scale * (path.x(i) - middleX), y + scale * (path.y(i) - middleY)));
            }
            return corners;
        }
    }
}
