package org.fertivision.spi;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.image.Frames;

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
}
