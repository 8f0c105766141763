package org.fertivision.cli;

import java.io.IOException;
import java.util.List;

/** Who measures the specimens of a batch: the threads of this process, or others in their place. */
@FunctionalInterface
public interface Crew {
    /**
     * Measures every specimen once, by {@link Batch#measure}, and hands all ends to {@link Batch#finish}.
     *
     * @param specimens sorted by name
     * @param threads how many specimens this machine should measure side by side
     * @return how many reports were there before and still hold
     */
    int measure(List<Specimen> specimens, Batch batch, int threads) throws IOException;
}
