package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class HoledOutlineTest {
    private static final double TOLERANCE = 0.3;
    private static final int MOST = 400;

    @Test
    void holdsTheAreaOfAllPixelsWhateverTheyEnclose() {
        Blob net = net(4);

        List<Point> line = HoledOutline.around(net, TOLERANCE, MOST);

        assertThat(net.holes()).isEqualTo(16);
        assertThat(signedArea(line)).isCloseTo(net.area(), within(0.02 * net.area()));
        assertThat(net.filledArea()).isGreaterThan(2 * net.area());
    }

    @Test
    void leavesOutHolesByEvenAndOdd() {
        Blob net = net(3);

        Contour line = Contour.of(HoledOutline.around(net, TOLERANCE, MOST));

        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                assertThat(line.contains(x + 0.503, y + 0.497))
                        .as("(%d, %d)", x, y)
                        .isEqualTo(net.contains(x, y));
            }
        }
    }

    /** Holes of every shape, many of them within one another's boxes. */
    @Test
    void leavesOutTheHolesOfRandomBlobs() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            boolean[] bits = new boolean[70 * 50];
            for (int i = 0; i < bits.length; i++) {
                int x = i % 70;
                bits[i] = x > 0 && x < 69 && i > 70 && i < bits.length - 70 && random.nextInt(10) < 6;
            }
            Blob blob = Components.of(Mask.of(new Region(0, 0, 70, 50), bits), Connectivity.EIGHT).stream()
                    .max(Comparator.comparingInt(Blob::area))
                    .orElseThrow();

            Contour line = Contour.of(HoledOutline.around(blob, 0, 10_000));

            assertThat(blob.holes()).isGreaterThan(20);
            for (int y = 0; y < 50; y++) {
                for (int x = 0; x < 70; x++) {
                    assertThat(line.contains(x + 0.503, y + 0.497))
                            .as("seed %d (%d, %d)", seed, x, y)
                            .isEqualTo(blob.contains(x, y));
                }
            }
        }
    }

    @Test
    void isTheBorderAloneWhereNothingIsEnclosed() {
        Blob bar = only("....", ".##.", ".##.", "....");

        assertThat(signedArea(HoledOutline.around(bar, 0, MOST))).isCloseTo(3.5, within(1e-6));
    }

    @Test
    void keepsApartHolesThatTouchByACorner() {
        Blob eight = only("#####", "#.###", "##.##", "#####");

        List<Point> line = HoledOutline.around(eight, 0, MOST);

        assertThat(eight.holes()).isEqualTo(2);
        assertThat(signedArea(line)).isCloseTo(eight.area(), within(1.0));
    }

    /** Walls of three pixels around so many rooms of twelve a row. */
    private static Blob net(int rooms) {
        int side = 15 * rooms + 3;
        String[] rows = new String[side + 2];
        for (int y = 0; y < rows.length; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < rows.length; x++) {
                boolean edge = x == 0 || y == 0 || x > side || y > side;
                boolean wall = (x - 1) % 15 < 3 || (y - 1) % 15 < 3;
                row.append(!edge && wall ? '#' : '.');
            }
            rows[y] = row.toString();
        }
        return only(rows);
    }

    private static Blob only(String... rows) {
        int width = rows[0].length();
        boolean[] bits = new boolean[width * rows.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = rows[i / width].charAt(i % width) == '#';
        }
        Mask mask = Mask.of(new Region(0, 0, width, rows.length), bits);
        return Components.of(mask, Connectivity.EIGHT).get(0);
    }

    private static double signedArea(List<Point> line) {
        return Polygon.signedArea(
                line.stream().mapToDouble(Point::x).toArray(),
                line.stream().mapToDouble(Point::y).toArray());
    }
}
