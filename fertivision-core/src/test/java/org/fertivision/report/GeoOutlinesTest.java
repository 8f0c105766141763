package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.fertivision.finding.ItemPart;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.HoledOutline;
import org.fertivision.pixel.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas with openings, written as GeoJSON and read back: rings as RFC 7946 asks for them. */
class GeoOutlinesTest {
    private static final int SIDE = 60;

    @TempDir
    static Path folder;

    @Test
    void openingsAreInteriorRings() throws IOException {
        Blob net = blobs((x, y) -> x > 2 && y > 2 && x < 57 && y < 57 && (x % 12 < 4 || y % 12 < 4))
                .get(0);

        List<List<List<Point>>> polygons = read(net);

        assertThat(net.holes()).isGreaterThan(15);
        assertThat(polygons)
                .singleElement()
                .satisfies(rings -> assertThat(rings).hasSize(1 + net.holes()));
        assertThat(valid(polygons)).isCloseTo(net.area(), within(0.02 * net.area()));
    }

    @Test
    void aSimpleBorderIsOneRing() throws IOException {
        Blob disc = blobs((x, y) -> Math.hypot(x - 30, y - 30) < 20).get(0);

        List<List<List<Point>>> polygons = read(disc);

        assertThat(polygons)
                .singleElement()
                .satisfies(rings -> assertThat(rings).hasSize(1));
        assertThat(valid(polygons)).isCloseTo(disc.area(), within(0.01 * disc.area()));
    }

    @Test
    void aLineThatTouchesItselfIsSeveralPolygons() throws IOException {
        List<Point> eight = List.of(
                new Point(0, 0),
                new Point(8, 0),
                new Point(8, 8),
                new Point(16, 8),
                new Point(16, 16),
                new Point(8, 16),
                new Point(8, 8),
                new Point(0, 8));

        List<List<List<Point>>> polygons = read(eight);

        assertThat(polygons).hasSize(2);
        assertThat(valid(polygons)).isCloseTo(128, within(1e-9));
    }

    @Test
    void aLoopTheOtherWayThatNothingEnclosesIsAPolygonOfItsOwn() throws IOException {
        List<Point> bow = List.of(
                new Point(0, 0),
                new Point(8, 0),
                new Point(8, 8),
                new Point(8, 16),
                new Point(16, 16),
                new Point(16, 8),
                new Point(8, 8),
                new Point(0, 8));

        List<List<List<Point>>> polygons = read(bow);

        assertThat(polygons).hasSize(2);
        assertThat(valid(polygons)).isCloseTo(128, within(1e-9));
    }

    /** Clouds of all shapes with openings, islands left out: what is written encloses what the pixels do. */
    @Test
    void cloudsKeepTheirArea() throws IOException {
        Random random = new Random(11);
        int holes = 0;
        for (int cloud = 0; cloud < 20; cloud++) {
            double[] phase = random.doubles(8, 0, 2 * Math.PI).toArray();
            for (Blob blob : blobs((x, y) -> wave(x, y, phase) > -0.4)) {
                if (blob.area() > 20) {
                    holes += blob.holes();
                    assertThat(valid(read(blob))).isCloseTo(blob.area(), within(0.03 * blob.area() + 2));
                }
            }
        }
        assertThat(holes).isGreaterThan(20);
    }

    private static double wave(int x, int y, double[] phase) {
        double sum = 0;
        for (int i = 0; i < phase.length; i++) {
            sum += Math.sin(0.45 * (x * Math.cos(phase[i]) + y * Math.sin(phase[i])) + 3 * phase[i]);
        }
        return sum;
    }

    private interface Shape {
        boolean holds(int x, int y);
    }

    private static List<Blob> blobs(Shape shape) {
        byte[] samples = new byte[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (shape.holds(i % SIDE, i / SIDE) ? 100 : 0);
        }
        return Components.of(Plane.takeBytes(SIDE, SIDE, samples), Threshold.brighterThan(50), Connectivity.EIGHT, 1);
    }

    private static List<List<List<Point>>> read(Blob blob) throws IOException {
        return read(HoledOutline.around(blob, 0.3, 2000));
    }

    /** The polygons of a part as another program reads them from the file. */
    private static List<List<List<Point>>> read(List<Point> line) throws IOException {
        Report report = SampleReport.withParts(new ItemPart("vessel", line, true));
        ReportFolder.Extra file = OutlineFile.GEOJSON.of(report).get(0);
        Path written = folder.resolve(file.name());
        file.content().write(written);
        JsonPart collection = new JsonPart("", JsonReader.read(Files.readAllBytes(written), ReportJson.MAX_BYTES));
        JsonPart geometry =
                collection.each("features", feature -> feature).get(1).part("geometry");
        return geometry.text("type").equals("MultiPolygon")
                ? geometry.each("coordinates", GeoOutlinesTest::rings)
                : List.of(rings(geometry, "coordinates"));
    }

    private static List<List<Point>> rings(JsonPart polygon) {
        return polygon.each(GeoOutlinesTest::ring);
    }

    private static List<List<Point>> rings(JsonPart geometry, String name) {
        return geometry.each(name, GeoOutlinesTest::ring);
    }

    private static List<Point> ring(JsonPart ring) {
        return ring.each(place -> new Point(place.row(2).at(0), place.row(2).at(1)));
    }

    /** What polygons enclose, their rings held against RFC 7946 section 3.1.6. */
    private static double valid(List<List<List<Point>>> polygons) {
        double all = 0;
        for (List<List<Point>> rings : polygons) {
            for (int i = 0; i < rings.size(); i++) {
                List<Point> ring = rings.get(i);
                assertThat(ring).hasSizeGreaterThanOrEqualTo(4);
                assertThat(ring.get(ring.size() - 1)).isEqualTo(ring.get(0));
                assertThat(ring.subList(1, ring.size())).doesNotHaveDuplicates();
                assertThat(crosses(ring)).isFalse();
                double area = area(ring);
                assertThat(area > 0)
                        .as("only the exterior runs counterclockwise")
                        .isEqualTo(i == 0);
                all += area;
            }
        }
        return all;
    }

    private static boolean crosses(List<Point> ring) {
        int n = ring.size() - 1;
        for (int i = 0; i < n; i++) {
            for (int j = i + 2; j < n - (i == 0 ? 1 : 0); j++) {
                if (Line2D.linesIntersect(
                        ring.get(i).x(),
                        ring.get(i).y(),
                        ring.get(i + 1).x(),
                        ring.get(i + 1).y(),
                        ring.get(j).x(),
                        ring.get(j).y(),
                        ring.get(j + 1).x(),
                        ring.get(j + 1).y())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double area(List<Point> ring) {
        double twice = 0;
        for (int i = 1; i < ring.size(); i++) {
            twice += ring.get(i - 1).x() * ring.get(i).y()
                    - ring.get(i).x() * ring.get(i - 1).y();
        }
        return twice / 2;
    }
}
