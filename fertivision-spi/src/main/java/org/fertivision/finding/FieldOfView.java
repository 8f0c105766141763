package org.fertivision.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fertivision.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * One image or video as it was looked at. It knows nothing of the other fields of its specimen.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param items every object seen, kept and excluded
 * @param readings what holds for the field as a whole, such as the threshold that was found
 * @param quality how fit it is for measuring
 * @param notices what a reader should know
 * @param series curves over time or along a line
 * @param areaMm2 area looked at, square millimeters, or null if unknown
 * @param volumeNl volume looked at, nanoliters, or null if unknown
 * @param durationS time looked at, seconds, or null for a still
 */
public record FieldOfView(
        int width,
        int height,
        List<Item> items,
        List<Reading> readings,
        Quality quality,
        List<Notice> notices,
        List<Series> series,
        @Nullable Double areaMm2,
        @Nullable Double volumeNl,
        @Nullable Double durationS) {

    /** Copies lists, keeps 9 significant digits; refuses two items of one number and an item outside the image. */
    public FieldOfView {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a field has at least one pixel, not " + width + " x " + height);
        }
        items = List.copyOf(items);
        readings = List.copyOf(readings);
        notices = List.copyOf(notices);
        series = List.copyOf(series);
        areaMm2 = positive(areaMm2);
        volumeNl = positive(volumeNl);
        durationS = positive(durationS);
        Summary.refuseDoubles(readings);
        Set<Integer> ids = new HashSet<>();
        for (Item item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("two items with number " + item.id());
            }
            Region box = item.box();
            if (box.x() < 0 || box.y() < 0 || box.right() > width || box.bottom() > height) {
                throw new IllegalArgumentException(
                        "item " + item.id() + " covers " + box + ", outside " + width + " x " + height);
            }
        }
    }

    /** A field of a still without curves. */
    public static FieldOfView still(
            int width,
            int height,
            List<Item> items,
            List<Reading> readings,
            Quality quality,
            List<Notice> notices,
            @Nullable Double areaMm2) {
        return new FieldOfView(width, height, items, readings, quality, notices, List.of(), areaMm2, null, null);
    }

    /** This field with the given notices in place of its own. */
    public FieldOfView noticed(List<Notice> told) {
        return new FieldOfView(width, height, items, readings, quality, told, series, areaMm2, volumeNl, durationS);
    }

    /** This field with the given items in place of its own. */
    public FieldOfView holding(List<Item> held) {
        return new FieldOfView(width, height, held, readings, quality, notices, series, areaMm2, volumeNl, durationS);
    }

    /** The items that count. */
    public Stream<Item> counted() {
        return items.stream().filter(Item::counts);
    }

    /** What is known of the field as a whole; not measured where nothing was said. */
    public Reading reading(Measure measure) {
        return new Summary(readings).reading(measure);
    }

    private static @Nullable Double positive(@Nullable Double amount) {
        if (amount == null) {
            return null;
        }
        if (!(amount > 0)) {
            throw new IllegalArgumentException("an area, volume or duration is positive, not " + amount);
        }
        return Digits.significant(amount);
    }
}
