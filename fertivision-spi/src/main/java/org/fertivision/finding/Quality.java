package org.fertivision.finding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fit a field is for measuring.
 *
 * @param focus width of an object's edge from 10 to 90 % of its contrast, pixels; null where no edge could be judged
 * @param exposure share of the gray range that the picture uses, 0 to 1
 * @param usable whether the field may be measured
 * @param reasons what speaks against it; never empty when not usable
 */
public record Quality(@Nullable Double focus, double exposure, boolean usable, List<String> reasons) {
    /** Keeps 9 significant digits; refuses figures outside their range and an unusable field without a reason. */
    public Quality {
        focus = focus == null ? null : Digits.significant(focus);
        exposure = Digits.significant(exposure);
        reasons = List.copyOf(reasons);
        if (focus != null && focus < 0) {
            throw new IllegalArgumentException("the width of an edge is 0 pixels or more, not " + focus);
        }
        if (exposure < 0 || exposure > 1) {
            throw new IllegalArgumentException("exposure is a share from 0 to 1, not " + exposure);
        }
        if (!usable && reasons.isEmpty()) {
            throw new IllegalArgumentException("say why the field cannot be measured");
        }
    }

    /** The width of edges from 10 to 90 % of their contrast, pixels, where it could be judged. */
    public Optional<Double> edgeWidthPx() {
        return Optional.ofNullable(focus);
    }
}
