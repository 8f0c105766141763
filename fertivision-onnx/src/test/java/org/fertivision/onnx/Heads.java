package org.fertivision.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Patch;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/** Findings of heads that have a picture of one gray each. */
final class Heads {
    static final String KIND = "fertivision.sperm-morphology";

    private Heads() {}

    /** A field of heads, gray by gray; below 0 stands for a head without a picture. */
    static Findings of(int... grays) {
        return of(Calibration.umPerPixel(0.1), 1, grays);
    }

    static Findings of(Calibration scale, int channels, int... grays) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < grays.length; i++) {
            Item head = Item.of(i, new Point(10, 10), Outline.none(), new Region(5, 5, 12, 9), List.of(), List.of());
            items.add(grays[i] < 0 ? head : head.pictured(patch(scale, channels, grays[i])));
        }
        items.add(Item.of(grays.length, new Point(9, 9), Outline.none(), new Region(5, 5, 12, 9), List.of(), List.of())
                .pictured(patch(scale, channels, 255))
                .excluded(new Exclusion("cut-off", "It touches the border.")));
        FieldOfView field =
                FieldOfView.still(100, 100, items, List.of(), new Quality(null, 0.5, true, List.of()), List.of(), null);
        Reading cells = Reading.measured(SpermMeasures.CELLS, grays.length, grays.length, "counted");
        return Findings.of(KIND, List.of(field), new Summary(List.of(cells)));
    }

    private static Patch patch(Calibration scale, int channels, int gray) {
        byte[] samples = new byte[12 * 9];
        Arrays.fill(samples, (byte) gray);
        Plane plane = Plane.takeBytes(12, 9, samples);
        return new Patch(channels == 1 ? List.of(plane) : List.of(plane, plane, plane), new Point(5, 5), 1, scale);
    }
}
