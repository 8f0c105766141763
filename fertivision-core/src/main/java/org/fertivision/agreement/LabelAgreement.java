package org.fertivision.agreement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well two readers or methods agree on words for the same specimens or objects.
 *
 * @param confusion how often the first said one word where the second said another
 * @param kappa agreement beyond chance, every difference as bad as any other
 * @param quadratic the same with differences weighing by the square of the steps, or null where the words have no order
 */
public record LabelAgreement(
        Confusion confusion, Estimate kappa, @Nullable Estimate quadratic) {
    /** Compares words without an order. */
    public static LabelAgreement of(List<LabelPair> pairs) {
        Confusion confusion = Confusion.of(enough(pairs));
        return new LabelAgreement(confusion, Kappa.unweighted(confusion), null);
    }

    /**
     * Compares words that have an order.
     *
     * @param order all words that may occur, from one end to the other
     */
    public static LabelAgreement ofOrdered(List<LabelPair> pairs, List<String> order) {
        Confusion confusion = Confusion.of(enough(pairs), order);
        return new LabelAgreement(confusion, Kappa.unweighted(confusion), Kappa.quadratic(confusion));
    }

    /** Kappa with quadratic weights, where the words have an order. */
    public Optional<Estimate> weighted() {
        return Optional.ofNullable(quadratic);
    }

    private static List<LabelPair> enough(List<LabelPair> pairs) {
        if (pairs.size() < Agreement.FEWEST) {
            throw new IllegalArgumentException(
                    "agreement needs " + Agreement.FEWEST + " pairs or more, and there are " + pairs.size());
        }
        return pairs;
    }
}
