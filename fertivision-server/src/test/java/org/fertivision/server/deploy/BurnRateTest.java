package org.fertivision.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The alerts of deploy/terraform, on series of requests whose failures are known. */
class BurnRateTest {
    private static final double OBJECTIVE = 0.999;
    private static final int DAY = 86_400;
    private static final List<BurnRate> RATES = BurnRate.all(DeployFolder.ours());

    /** A thousand requests a second for a day, of which so many of a thousand fail between two seconds. */
    private static Map<Integer, long[]> day(int from, int to, long failed) {
        Map<Integer, long[]> seconds = new HashMap<>();
        for (int second = 0; second < DAY; second++) {
            seconds.put(second, new long[] {1_000, second >= from && second < to ? failed : 0});
        }
        return seconds;
    }

    private static int firstRaised(BurnRate rate, Map<Integer, long[]> seconds) {
        for (int now = 60; now <= DAY; now += 60) {
            if (rate.raised(seconds, now, OBJECTIVE)) {
                return now;
            }
        }
        return -1;
    }

    @Test
    void aTenthThatFailsIsToldWithinTenMinutesAndNoLongerThanFiveAfterItsEnd() {
        Map<Integer, long[]> seconds = day(40_000, 44_000, 100);
        BurnRate fast = RATES.get(0);

        assertThat(firstRaised(fast, seconds)).isBetween(40_000, 40_600);
        assertThat(fast.raised(seconds, 44_000, OBJECTIVE)).isTrue();
        assertThat(fast.raised(seconds, 44_360, OBJECTIVE)).isFalse();
    }

    @Test
    void failuresThatUseUpTheMonthInThreeDaysAreToldByTheSlowAlertAlone() {
        Map<Integer, long[]> seconds = day(20_000, DAY, 9);

        assertThat(firstRaised(RATES.get(0), seconds)).isEqualTo(-1);
        assertThat(firstRaised(RATES.get(1), seconds)).isBetween(20_000, 20_000 + 21_600);
    }

    @Test
    void whatTheObjectiveAllowsAndAMomentOfFailureWakeNobody() {
        assertThat(RATES).allSatisfy(rate -> {
            assertThat(firstRaised(rate, day(0, DAY, 1))).isEqualTo(-1);
            assertThat(firstRaised(rate, day(50_000, 50_020, 1_000))).isEqualTo(-1);
        });
    }
}
