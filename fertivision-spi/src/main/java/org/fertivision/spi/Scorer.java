package org.fertivision.spi;

import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;

/**
 * Says what one guideline says of the findings. It depends on nothing but its arguments, never changes them, and answers
 * {@link Score#notScored} rather than guess. One object serves many threads.
 */
public interface Scorer extends Plugin {
    /** The score of one specimen's findings, or why there is none. */
    Score score(Findings findings, Settings settings, Work work);
}
