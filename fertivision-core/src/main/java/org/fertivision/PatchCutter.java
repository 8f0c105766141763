package org.fertivision;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Patch;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.jspecify.annotations.Nullable;

/** Cuts the picture of each item out of a frame: its box with a margin of 15 %, 8 bits deep, shrunk to a bound. */
final class PatchCutter {
    private static final double MARGIN = 0.15;
    private static final int MOST_SIDE_OF_ONE = 512;
    private static final int MOST_SIDE_OF_MANY = 128;
    private static final long MOST_BYTES = 8L << 20;

    private PatchCutter() {}

    static FieldOfView pictured(FieldOfView field, Frame frame, @Nullable Calibration calibration) {
        int mostSide = field.items().size() == 1 ? MOST_SIDE_OF_ONE : MOST_SIDE_OF_MANY;
        List<Item> items = new ArrayList<>();
        long bytes = 0;
        int left = 0;
        for (Item item : field.items()) {
            Patch patch = cut(frame, item.box(), mostSide, calibration);
            if (bytes + patch.bytes() > MOST_BYTES) {
                items.add(item);
                left++;
                continue;
            }
            bytes += patch.bytes();
            items.add(item.pictured(patch));
        }
        FieldOfView pictured = field.holding(items);
        if (left == 0) {
            return pictured;
        }
        List<Notice> notices = new ArrayList<>(field.notices());
        notices.add(new Notice(
                "patches-left-out",
                left + " items have no picture: all would take more than " + MOST_BYTES + " bytes."));
        return pictured.noticed(notices);
    }

    private static Patch cut(Frame frame, Region box, int mostSide, @Nullable Calibration calibration) {
        int margin = (int) Math.ceil(MARGIN * Math.max(box.width(), box.height()));
        Region wide = box.grown(margin, frame.width(), frame.height());
        int side = Math.max(wide.width(), wide.height());
        int shrink = Math.max(1, (side + mostSide - 1) / mostSide);
        List<Plane> planes =
                frame.planes().stream().map(p -> shrunk(p, wide, shrink)).toList();
        Calibration scale = calibration == null
                ? null
                : new Calibration(
                        calibration.umPerPixelX() * shrink, calibration.umPerPixelY() * shrink, calibration.origin());
        return new Patch(planes, new Point(wide.x(), wide.y()), shrink, scale);
    }

    private static Plane shrunk(Plane plane, Region region, int shrink) {
        int width = (region.width() + shrink - 1) / shrink;
        int height = (region.height() + shrink - 1) / shrink;
        int shift = plane.bits() - 8;
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                samples[y * width + x] = (byte) (mean(plane, region, x * shrink, y * shrink, shrink) >> shift);
            }
        }
        return Plane.takeBytes(width, height, samples);
    }

    private static int mean(Plane plane, Region region, int left, int top, int side) {
        long sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(top + side, region.height()); y++) {
            for (int x = left; x < Math.min(left + side, region.width()); x++) {
                sum += plane.at(region.x() + x, region.y() + y);
                count++;
            }
        }
        return (int) ((sum + count / 2) / count);
    }
}
