package org.fertivision.embryo.timelapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventCandidatesTest {
    private static double[] quiet(int frames, long seed) {
        Random chance = new Random(seed);
        return IntStream.range(0, frames)
                .mapToDouble(i -> 0.8 + 0.03 * chance.nextGaussian())
                .toArray();
    }

    @Test
    void aPeakIsACandidateAtItsFrameWithItsHeight() {
        double[] energy = quiet(60, 1);
        energy[17] = 4;

        Curve candidates = EventCandidates.of(CollapsesTest.curve(energy));

        assertThat(candidates.size()).isEqualTo(1);
        assertThat(candidates.frame(0)).isEqualTo(17);
        assertThat(candidates.value(0)).isCloseTo(5, within(0.3));
    }

    @Test
    void noiseAloneHasNone() {
        for (int seed = 1; seed <= 50; seed++) {
            assertThat(EventCandidates.of(CollapsesTest.curve(quiet(500, seed))).size())
                    .isZero();
        }
    }

    @Test
    void aNewLevelIsNoneAndItsBeginningStandsOutOnlyAsAPeak() {
        double[] energy = quiet(60, 2);
        for (int i = 40; i < 50; i++) {
            energy[i] += 3;
        }

        assertThat(EventCandidates.of(CollapsesTest.curve(energy)).size()).isZero();
    }

    @Test
    void threeInARowAreOneAndTwoApartAreTwo() {
        double[] row = quiet(60, 3);
        row[20] = 4;
        row[21] = 5;
        row[22] = 4.5;
        row[40] = 4;
        row[42] = 5;

        Curve candidates = EventCandidates.of(CollapsesTest.curve(row));

        assertThat(candidates.size()).isEqualTo(3);
        assertThat(candidates.frame(0)).isEqualTo(21);
    }

    @Test
    void fewFramesTellNothing() {
        assertThat(EventCandidates.of(CollapsesTest.curve(0.8, 0.8, 5, 0.8, 0.8))
                        .size())
                .isZero();
    }

    @Test
    void aSmallPeakBetweenTwoLevelsIsSeen() {
        double[] energy = quiet(60, 4);
        for (int i = 20; i < 40; i++) {
            energy[i] += 0.6;
        }
        energy[37] = 3.8;

        Curve candidates = EventCandidates.of(CollapsesTest.curve(energy));

        assertThat(candidates.size()).isEqualTo(1);
        assertThat(candidates.frame(0)).isEqualTo(37);
    }

    @Test
    void aPeakBeforeAChangeOfLevelIsSeen() {
        double[] energy = quiet(48, 5);
        energy[2] = 5;
        energy[9] = 4.2;
        for (int i = 10; i < 30; i++) {
            energy[i] += 0.8;
        }

        assertThat(EventCandidates.of(CollapsesTest.curve(energy)).size()).isEqualTo(2);
    }

    @Test
    void aBurstOfFourFramesLeavesNoneFartherThanOneFrameFromACandidate() {
        double[] energy = quiet(48, 6);
        energy[16] = 7;
        energy[17] = 6;
        energy[18] = 5;
        energy[19] = 4;

        Curve candidates = EventCandidates.of(CollapsesTest.curve(energy));

        assertThat(candidates.size()).isEqualTo(2);
        assertThat(candidates.frame(0)).isEqualTo(16);
        assertThat(candidates.frame(1)).isEqualTo(18);
    }
}
