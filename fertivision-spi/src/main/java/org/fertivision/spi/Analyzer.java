package org.fertivision.spi;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.jspecify.annotations.Nullable;

/**
 * Sees the objects of a field and measures them, then sums up over all fields of a specimen.
 *
 * <p>Both methods depend on nothing but their arguments: the same pixels, scale and settings give equal results on every
 * machine, locale and thread. One object serves many threads.
 */
public interface Analyzer extends Plugin {
    /**
     * Looks at one field. The settings hold only parameters for the look, as this field sees them.
     *
     * @throws RejectedException if the field cannot be looked at
     */
    FieldOfView look(Frames frames, Settings settings, Work work);

    /**
     * Sums up over the fields of one specimen, from their items and readings alone. The readings of the summary answer
     * for every measure that the descriptor names, measured or not.
     */
    Findings summarize(List<FieldOfView> fields, Settings settings);

    /**
     * What is known of an object whose outline a person drew: what follows from the outline alone. Everything else is not
     * measured, as here all is where an analyzer does not say better. The settings are those of the look.
     *
     * @param item with the drawn outline, its center and box; readings are those of the object that it corrects, or none
     * @param calibration how large a pixel is, or null if unknown
     * @return the item with a reading for every item measure that the descriptor names
     */
    default Item drawn(Item item, @Nullable Calibration calibration, Settings settings) {
        return item.read(descriptor().itemMeasures().stream()
                .map(measure -> Reading.notMeasured(measure, Reading.NotMeasured.DRAWN))
                .toList());
    }
}
