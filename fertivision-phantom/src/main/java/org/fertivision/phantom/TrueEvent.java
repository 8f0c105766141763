package org.fertivision.phantom;

/**
 * What happens in a film at a known frame.
 *
 * @param event {@code division} or {@code collapse}
 * @param frame the first frame that shows it, from 0
 * @param value the cells there are from then on, or the share of the area that is lost, percent
 */
public record TrueEvent(String event, int frame, double value) {
    /** The word for a cell that becomes two. */
    public static final String DIVISION = "division";

    /** The word for a blastocyst that sinks in. */
    public static final String COLLAPSE = "collapse";
}
