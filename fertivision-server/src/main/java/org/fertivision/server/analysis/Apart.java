package org.fertivision.server.analysis;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.fertivision.server.child.ChildEndedException;
import org.fertivision.server.child.ChildEndedException.Reason;
import org.fertivision.server.child.Children;
import org.fertivision.server.child.Input;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/** Has images measured in processes of their own, so that none of them ends more than its own analysis. Thread-safe. */
final class Apart {
    private final Children children;

    Apart(Children children) {
        this.children = children;
    }

    /**
     * What comes of an errand, until the work is over or called off. What needs more memory than a usual process has is
     * measured once more in one of the largest.
     *
     * @param begin begins the work, once there is a process for it
     */
    Ending ending(Errand errand, List<Input> images, Supplier<Work> begin, DoubleConsumer progress) {
        int heapMib = children.usualMib();
        while (true) {
            try (Children.Turn turn = children.turn(heapMib)) {
                Work work = begin.get();
                try {
                    return Ending.of(turn.ask(errand.bytes(), images, progress, () -> isWanted(work)));
                } catch (ChildEndedException e) {
                    if (e.reason() != Reason.OUT_OF_MEMORY || heapMib >= children.mostMib() || !isWanted(work)) {
                        return ending(e.reason(), work, heapMib);
                    }
                }
            }
            heapMib = children.mostMib();
        }
    }

    private static boolean isWanted(Work work) {
        try {
            work.checkpoint();
            return true;
        } catch (RejectedException e) {
            return false;
        }
    }

    private static Ending ending(Reason reason, Work work, int heapMib) {
        try {
            work.checkpoint();
        } catch (RejectedException e) {
            return Ending.rejected(e.rejection());
        }
        String sentence =
                switch (reason) {
                    case OUT_OF_MEMORY ->
                        "The analysis needed more memory than the " + heapMib + " MiB that it may have.";
                    case DIED, STOPPED -> "The process that measured it ended.";
                    case FAILED -> "The server failed at this analysis; its log tells more.";
                };
        return Ending.problem(ProblemCode.INTERNAL.slug(), sentence);
    }
}
