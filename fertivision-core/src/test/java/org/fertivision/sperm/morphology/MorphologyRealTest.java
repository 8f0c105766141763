package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.Wand;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.Input;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.real.RealData;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/**
 * Two published samples whose heads an expert clicked and ImageJ measured: the same measures of our masks by ImageJ, and
 * our own sub-pixel ones; see ADR 6.
 */
class MorphologyRealTest {
    private static final double UM_PER_PIXEL = 0.081;
    private static final Calibration SCALE = Calibration.umPerPixel(UM_PER_PIXEL);
    private static final Settings SETTINGS =
            Settings.defaults(new SpermMorphologyAnalyzer().descriptor().parameters());

    /** Area um2, perimeter, length and width um. */
    private record Size(double area, double perimeter, double length, double width) {
        Size percentFrom(Size published) {
            return new Size(
                    100 * (area / published.area - 1),
                    100 * (perimeter / published.perimeter - 1),
                    100 * (length / published.length - 1),
                    100 * (width / published.width - 1));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "area %+.2f, perimeter %+.2f, length %+.2f, width %+.2f %%",
                    area,
                    perimeter,
                    length,
                    width);
        }
    }

    @Test
    void sample007MeetsItsPublishedMeans() throws IOException {
        check("007-61871", new Size(31.950, 23.011, 8.499, 4.688));
    }

    @Test
    void sample015MeetsItsPublishedMeans() throws IOException {
        check("015-7150", new Size(29.415, 21.985, 8.128, 4.580));
    }

    private static void check(String sample, Size published) throws IOException {
        Path folder = RealData.folder("opencasa/morphometry").resolve(sample);
        List<Size> byImageJ = new ArrayList<>();
        List<Size> ours = new ArrayList<>();
        Map<String, Integer> excluded = new TreeMap<>();
        for (Path file : RealData.files(folder)) {
            Frame frame = decode(file);
            Scene scene = Scene.of(frame, Optional.of(SCALE), SETTINGS);
            HeadOutliner outliner = new HeadOutliner(scene, SETTINGS.get(HeadSettings.EDGE_SHARE));
            List<HeadOutline> outlines = new ArrayList<>();
            scene.seeds().forEach(seed -> outlines.addAll(outliner.outline(seed)));
            List<Optional<Exclusion>> verdicts = HeadGating.sort(outlines, scene.gray(), HeadGates.of(SETTINGS));
            for (int i = 0; i < outlines.size(); i++) {
                if (verdicts.get(i).isPresent()) {
                    excluded.merge(verdicts.get(i).get().reason(), 1, Integer::sum);
                    continue;
                }
                byImageJ.add(byImageJ(outlines.get(i).mask()));
                ours.add(ours(outlines.get(i)));
            }
        }
        Size mask = mean(byImageJ).percentFrom(published);
        Size contour = mean(ours).percentFrom(published);
        System.out.printf(
                "%s, n=%d%n  ImageJ of our masks: %s%n  sub-pixel: %s%n  excluded %s%n",
                sample, ours.size(), mask, contour, excluded);

        assertThat(ours.size()).isGreaterThan(200);
        assertThat(Math.abs(mask.area())).isLessThanOrEqualTo(3);
        assertThat(Math.abs(mask.perimeter())).isLessThanOrEqualTo(1.5);
        assertThat(Math.abs(mask.length())).isLessThanOrEqualTo(1.5);
        assertThat(Math.abs(mask.width())).isLessThanOrEqualTo(2);
        assertThat(Math.abs(contour.area())).isLessThanOrEqualTo(3);
        assertThat(Math.abs(contour.length())).isLessThanOrEqualTo(2.5);
        assertThat(Math.abs(contour.width())).isLessThanOrEqualTo(3.5);
    }

    private static Frame decode(Path file) {
        Limits limits = Limits.standard();
        Input input = Input.read((Source.OfBytes) Source.of(file), limits);
        return Decoder.decode(input, limits, Descriptor.Channels.COLOR, Work.unlimited())
                .frames()
                .only();
    }

    private static Size byImageJ(Blob mask) {
        Prefs.blackBackground = true;
        Region box = mask.box();
        ByteProcessor pixels = new ByteProcessor(box.width() + 2, box.height() + 2);
        mask.forEachRun((y, from, to) -> {
            for (int x = from; x < to; x++) {
                pixels.set(x - box.x() + 1, y - box.y() + 1, 255);
            }
        });
        int[] firstRun = new int[] {-1};
        mask.forEachRun((y, from, to) -> firstRun[0] = firstRun[0] < 0 ? from : firstRun[0]);
        Wand wand = new Wand(pixels);
        wand.autoOutline(firstRun[0] - box.x() + 1, 1, 255, 255, Wand.LEGACY_MODE);
        Roi roi = new PolygonRoi(wand.xpoints, wand.ypoints, wand.npoints, Roi.TRACED_ROI);
        ImagePlus image = new ImagePlus("", pixels);
        roi.setImage(image);
        double[] feret = roi.getFeretValues();
        return new Size(
                mask.area() * UM_PER_PIXEL * UM_PER_PIXEL,
                roi.getLength() * UM_PER_PIXEL,
                feret[0] * UM_PER_PIXEL,
                feret[2] * UM_PER_PIXEL);
    }

    private static Size ours(HeadOutline outline) {
        return new Size(
                outline.contour().area() * UM_PER_PIXEL * UM_PER_PIXEL,
                outline.contour().perimeter() * UM_PER_PIXEL,
                outline.feret().length() * UM_PER_PIXEL,
                outline.feret().width() * UM_PER_PIXEL);
    }

    private static Size mean(List<Size> sizes) {
        double n = sizes.size();
        return new Size(
                sizes.stream().mapToDouble(Size::area).sum() / n,
                sizes.stream().mapToDouble(Size::perimeter).sum() / n,
                sizes.stream().mapToDouble(Size::length).sum() / n,
                sizes.stream().mapToDouble(Size::width).sum() / n);
    }
}
