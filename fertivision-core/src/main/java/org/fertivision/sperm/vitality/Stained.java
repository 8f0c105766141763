package org.fertivision.sperm.vitality;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.fertivision.stats.Percentiles;

/** Sorts the objects of one channel into cells and others, each other one with its reason. */
final class Stained {
    private static final double BRIGHT_CELLS = 0.75;

    private Stained() {}

    static List<StainedObject> sort(Channel channel, CellScale scale, Settings settings, Work work) {
        double localContrast = settings.get(StainSettings.LOCAL_CONTRAST);
        List<StainedObject> sorted = new ArrayList<>();
        for (int i = 0; i < channel.objects().size(); i++) {
            if (i % 64 == 0) {
                work.checkpoint();
            }
            sorted.add(StainedObject.of(channel.objects().get(i), channel, scale, localContrast));
        }
        return withoutDim(sorted, settings.get(StainSettings.DIM_FRACTION));
    }

    private static List<StainedObject> withoutDim(List<StainedObject> objects, double fraction) {
        double[] contrasts = objects.stream()
                .filter(StainedObject::isCell)
                .mapToDouble(StainedObject::contrast)
                .toArray();
        if (contrasts.length == 0) {
            return objects;
        }
        double limit = fraction * Percentiles.of(contrasts).at(BRIGHT_CELLS);
        return objects.stream()
                .map(o -> o.isCell() && o.contrast() < limit ? o.dimmed(limit) : o)
                .toList();
    }
}
