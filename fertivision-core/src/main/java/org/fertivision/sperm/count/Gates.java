package org.fertivision.sperm.count;

import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;

/**
 * How large cells are and how well they must be seen.
 *
 * @param minHead smallest area of a head, square micrometers
 * @param maxHead largest area of a head, square micrometers
 * @param minRound smallest diameter of a round cell, micrometers
 * @param maxRound largest diameter of a round cell, micrometers
 * @param noiseFactor standard deviations of the background that an object must stand out
 * @param dimFraction share of the median contrast that a cell must have
 */
record Gates(double minHead, double maxHead, double minRound, double maxRound, double noiseFactor, double dimFraction) {
    static Gates of(Settings settings) {
        Gates gates = new Gates(
                settings.get(CountSettings.MIN_HEAD_AREA),
                settings.get(CountSettings.MAX_HEAD_AREA),
                settings.get(CountSettings.ROUND_CELL_MIN),
                settings.get(CountSettings.ROUND_CELL_MAX),
                settings.get(CountSettings.NOISE_FACTOR),
                settings.get(CountSettings.DIM_FRACTION));
        refuseUnless(gates.minHead < gates.maxHead, "minHeadArea must be below maxHeadArea.");
        refuseUnless(gates.minRound < gates.maxRound, "roundCellMin must be below roundCellMax.");
        return gates;
    }

    boolean isHeadSized(double areaUm2) {
        return areaUm2 >= minHead && areaUm2 <= maxHead;
    }

    private static void refuseUnless(boolean right, String words) {
        if (!right) {
            throw new RejectedException(Rejection.of(RejectionCode.PARAMETER_OUT_OF_RANGE, words));
        }
    }
}
