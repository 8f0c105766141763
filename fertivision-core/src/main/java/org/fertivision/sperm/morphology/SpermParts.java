package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.Optional;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.RidgeWalk;

/**
 * The parts of one stained sperm, as far as they are seen.
 *
 * @param outline of its head
 * @param head nucleus and acrosome, where told apart
 * @param vacuoles pale spots, where the head has an inside and nothing lies on it
 * @param overlapped whether a thread that is not its own lies on the head
 * @param thread midpiece and tail, where they are seen to leave the head
 * @param cytoplasm what is left of it at the midpiece
 */
record SpermParts(
        HeadOutline outline,
        Optional<HeadParts> head,
        Optional<List<Blob>> vacuoles,
        boolean overlapped,
        Optional<Flagellum> thread,
        ResidualCytoplasm cytoplasm) {
    /** So many head lengths of a thread tell whether it is coiled. */
    private static final double ENOUGH = 5;

    /**
     * A thread that fades from sight after so many head lengths ends where a person who follows it ends, too; a shorter one
     * often goes on beyond (ADR 29).
     */
    private static final double WHOLE = 7;

    private static final double SAME = 0.8;

    /** Why a part was not measured on which something else lies. */
    static final String OVERLAPPED = "overlapped";

    /** Why a part was not measured that leaves the picture. */
    static final String CUT = "cut by the edge of the image";

    /** Why no vacuoles were looked for. */
    String whyNoVacuoles() {
        return overlapped ? OVERLAPPED : "the head is too small";
    }

    /** Why no thread was followed. */
    String whyNoThread() {
        return whyNoThread(head);
    }

    /** Why no thread was followed from a head with such parts. */
    static String whyNoThread(Optional<HeadParts> head) {
        return head.isPresent()
                ? "no midpiece is seen to leave the head"
                : "which end of the head is the tail's is not known";
    }

    /** Whether enough of the tail is seen to tell whether it is coiled. */
    boolean tailIsSeen() {
        return thread.filter(followed ->
                        followed.walk().length() >= ENOUGH * outline.feret().length())
                .isPresent();
    }

    /** Whether the way back from the end of the thread leads to the head, as it does not once it has taken to another. */
    boolean leadsBack() {
        return thread.filter(followed -> followed.met() >= SAME).isPresent();
    }

    /** Whether the thread was followed to its end, and leads back from there to the head. */
    boolean tailIsWhole() {
        return thread.filter(followed -> followed.walk().end() == RidgeWalk.End.FADED
                        && leadsBack()
                        && followed.walk().length() >= WHOLE * outline.feret().length())
                .isPresent();
    }
}
