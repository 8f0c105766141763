package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.fertivision.image.Plane;
import org.fertivision.real.RealData;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;
import org.fertivision.tracking.TrackTable;
import org.fertivision.tracking.TrackingScore;
import org.junit.jupiter.api.Test;

/**
 * Films of human sperm that people marked by hand, without a scale: VISEM-Tracking (phase contrast, tracks) and SVIA (bright
 * field, boxes). Nothing is set for either. A head is right in a box of its kind; the bounds keep what was reached.
 */
class MotilityRealTest {
    private static final int BEGIN = 8;
    private static final double HEAD_UM = 5;

    /** A box drawn by hand. */
    private record Box(boolean isSperm, String track, double x, double y, double width, double height) {
        boolean holds(double px, double py) {
            return Math.abs(px - x) <= width / 2 + 1 && Math.abs(py - y) <= height / 2 + 1;
        }
    }

    /** What was found: heads in boxes of sperm, boxes of sperm, heads outside boxes of what nobody has to judge. */
    private record Sight(int right, int boxes, int heads, List<Track> tracks, double headPx) {
        double recall() {
            return 100.0 * right / boxes;
        }

        double precision() {
            return 100.0 * right / heads;
        }
    }

    /** Where a track began and where it ended. */
    private static final class Ends {
        private int places;
        private int first;
        private int last;
        private final double[] from = new double[2];
        private final double[] to = new double[2];

        void add(int frame, double x, double y) {
            if (places == 0) {
                first = frame;
                from[0] = x;
                from[1] = y;
            }
            places++;
            last = frame;
            to[0] = x;
            to[1] = y;
        }

        /** How far it got from its first place to its last one, pixels a second; tracks of half a second and more. */
        boolean gets(double pxPerS, double fps) {
            return Math.hypot(to[0] - from[0], to[1] - from[1]) >= pxPerS * (last - first) / fps;
        }

        boolean isLong(double fps) {
            return last - first >= fps / 2;
        }
    }

    /** The share of places that belong to tracks that get ahead by so much, percent; short tracks left out. */
    private static double movingShare(Collection<Ends> tracks, double pxPerS, double fps) {
        double all = 0;
        double moving = 0;
        for (Ends track : tracks) {
            if (track.isLong(fps)) {
                all += track.places;
                moving += track.gets(pxPerS, fps) ? track.places : 0;
            }
        }
        return 100 * moving / all;
    }

    private static List<Ends> ends(List<Track> tracks) {
        List<Ends> all = new ArrayList<>();
        for (Track track : tracks) {
            Ends ends = new Ends();
            for (int i = 0; i < track.size(); i++) {
                ends.add(track.frame(i), track.x(i), track.y(i));
            }
            all.add(ends);
        }
        return all;
    }

    @Test
    void visemTracking() throws IOException {
        Path folder = RealData.folder("visem-tracking").resolve("video-11");
        Map<Integer, List<Box>> boxes = new TreeMap<>();
        TrackTable.Builder truth = TrackTable.builder();
        Map<String, Ends> ends = new TreeMap<>();
        for (String[] cell : cells(folder.resolve("tracks.csv"))) {
            Box box = new Box(
                    cell[2].equals("0"), cell[1], number(cell[3]), number(cell[4]), number(cell[5]), number(cell[6]));
            int frame = Integer.parseInt(cell[0]);
            boxes.computeIfAbsent(frame, any -> new ArrayList<>()).add(box);
            if (box.isSperm()) {
                truth.add(box.track(), frame, box.x(), box.y());
                ends.computeIfAbsent(box.track(), any -> new Ends()).add(frame, box.x(), box.y());
            }
        }

        Sight sight = sight(RealData.files(folder.resolve("frames")), 49, boxes);

        TrackingScore score = TrackingScore.of(truth.build(), TrackScore.table(sight.tracks()), 12);
        System.out.printf(
                Locale.ROOT,
                "VISEM-Tracking, video 11, 240 frames, %d boxes, %d tracks: recall %.1f, precision %.1f %%; within 12"
                        + " px IDF1 %.1f [%.1f, %.1f] (published, trained on such films: 84.8), HOTA %.1f, switches %d;"
                        + " head length %.1f px%n",
                sight.boxes(),
                score.trueTracks(),
                sight.recall(),
                sight.precision(),
                score.idf1(),
                score.idf1Ci95().lo(),
                score.idf1Ci95().hi(),
                score.hota(),
                score.switches(),
                sight.headPx());
        double marked = movingShare(ends.values(), sight.headPx(), 49);
        double seen = movingShare(ends(sight.tracks()), sight.headPx(), 49);
        System.out.printf(
                Locale.ROOT,
                "VISEM-Tracking, video 11: get ahead by a head length a second %.1f %% of the places found, %.1f %% of"
                        + " those marked%n",
                seen,
                marked);
        assertThat(seen).isCloseTo(marked, within(8.0));
        assertThat(sight.recall()).isGreaterThan(70);
        assertThat(sight.precision()).isGreaterThan(55);
        assertThat(score.idf1()).isGreaterThan(47);
    }

    @Test
    void svia() throws IOException {
        Path folder = RealData.folder("svia").resolve("S_0001");
        Map<Integer, List<Box>> boxes = new TreeMap<>();
        for (String[] cell : cells(folder.resolve("boxes.csv"))) {
            double left = number(cell[2]);
            double top = number(cell[3]);
            double width = number(cell[4]) - left;
            double height = number(cell[5]) - top;
            boxes.computeIfAbsent(Integer.parseInt(cell[0]) - 1, any -> new ArrayList<>())
                    .add(new Box(cell[1].equals("S"), "", left + width / 2, top + height / 2, width, height));
        }

        Sight sight = sight(
                RealData.files(folder).stream()
                        .filter(file -> file.toString().endsWith(".png"))
                        .toList(),
                30,
                boxes);

        System.out.printf(
                Locale.ROOT,
                "SVIA S_0001, 45 frames, %d boxes: recall %.1f, precision %.1f %%; head length %.1f px%n",
                sight.boxes(),
                sight.recall(),
                sight.precision(),
                sight.headPx());
        assertThat(sight.recall()).isGreaterThan(90);
        assertThat(sight.precision()).isGreaterThan(80);
    }

    private static Sight sight(List<Path> files, double fps, Map<Integer, List<Box>> boxes) throws IOException {
        List<Plane> first = new ArrayList<>();
        for (Path file : files.subList(0, BEGIN)) {
            first.add(gray(file));
        }
        HeadFinder finder = new HeadFinder(first.get(0).width(), first.get(0).height());
        finder.begin(first, Optional.empty(), 0);
        double headPx = 4 * Math.sqrt(finder.model().longest());
        Linker linker = new Linker(fps, headPx / HEAD_UM);
        int right = 0;
        int known = 0;
        int heads = 0;
        for (int frame = 0; frame < files.size(); frame++) {
            Heads found = finder.find(gray(files.get(frame)));
            linker.add(frame, found);
            List<Box> here = boxes.getOrDefault(frame, List.of());
            int[] boxOf = boxOf(found, here);
            known += (int) here.stream().filter(Box::isSperm).count();
            for (int head = 0; head < found.count(); head++) {
                boolean isRight = boxOf[head] >= 0 && here.get(boxOf[head]).isSperm();
                right += isRight ? 1 : 0;
                heads += isRight || !isInOther(found.x(head), found.y(head), here) ? 1 : 0;
            }
        }
        return new Sight(right, known, heads, linker.finish(), headPx);
    }

    /** Each head's own box, sperm preferred, or -1. */
    private static int[] boxOf(Heads found, List<Box> boxes) {
        List<Link> links = new ArrayList<>();
        for (int head = 0; head < found.count(); head++) {
            for (int box = 0; box < boxes.size(); box++) {
                Box one = boxes.get(box);
                if (one.isSperm() && one.holds(found.x(head), found.y(head))) {
                    double dx = found.x(head) - one.x();
                    double dy = found.y(head) - one.y();
                    links.add(new Link(head, box, dx * dx + dy * dy));
                }
            }
        }
        int[] boxOf = new int[found.count()];
        Arrays.fill(boxOf, -1);
        Assignment.of(found.count(), boxes.size(), links, 1e9).forEach(link -> boxOf[link.row()] = link.column());
        return boxOf;
    }

    /** Clusters hold heads that nobody marked one by one; impurities count against us. */
    private static boolean isInOther(double x, double y, List<Box> boxes) {
        return boxes.stream().anyMatch(box -> !box.isSperm() && !box.track().isEmpty() && box.holds(x, y));
    }

    private static List<String[]> cells(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(","))
                .toList();
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static Plane gray(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        byte[] levels = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < levels.length; i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            levels[i] =
                    (byte) Math.round((299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000f);
        }
        return Plane.takeBytes(image.getWidth(), image.getHeight(), levels);
    }
}
