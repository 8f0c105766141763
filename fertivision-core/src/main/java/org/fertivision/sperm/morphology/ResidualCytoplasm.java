package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.Optional;
import org.fertivision.pixel.Blob;

/**
 * Cytoplasm left at the neck and midpiece of one sperm.
 *
 * @param bodies its pieces beside midpiece and head, none where there is none; empty where it was not seen
 * @param whyNot why it was not seen
 */
record ResidualCytoplasm(Optional<List<Blob>> bodies, String whyNot) {
    ResidualCytoplasm {
        bodies = bodies.map(List::copyOf);
    }

    static ResidualCytoplasm seen(List<Blob> bodies) {
        return new ResidualCytoplasm(Optional.of(bodies), "");
    }

    static ResidualCytoplasm unseen(String why) {
        return new ResidualCytoplasm(Optional.empty(), why);
    }

    /** The area of all pieces, pixels. */
    int areaPx() {
        return bodies.orElse(List.of()).stream().mapToInt(Blob::area).sum();
    }
}
