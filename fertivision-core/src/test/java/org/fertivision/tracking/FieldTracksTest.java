package org.fertivision.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.fertivision.image.Calibration;
import org.junit.jupiter.api.Test;

class FieldTracksTest {
    @Test
    void tracksOfOneNameInTwoFieldsAreTwo() {
        FieldTracks truth = new FieldTracks();
        FieldTracks told = new FieldTracks();
        for (int frame = 0; frame < 12; frame++) {
            truth.add(0, "1", frame, frame, 10);
            truth.add(1, "1", frame, frame, 90);
            told.add(0, "7", frame, frame, 10);
            told.add(1, "7", frame, frame, 90);
        }

        TrackingScore score = truth.score(told, 5);

        assertThat(score.trueTracks()).isEqualTo(2);
        assertThat(score.toldTracks()).isEqualTo(2);
        assertThat(score.idf1()).isEqualTo(100);
        assertThat(score.switches()).isZero();
    }

    @Test
    void placesOfOneFieldMatchNoneOfAnother() {
        FieldTracks truth = new FieldTracks();
        FieldTracks told = new FieldTracks();
        truth.add(0, "1", 3, 10, 10);
        told.add(1, "1", 3, 10, 10);

        assertThat(truth.score(told, 5).matched()).isZero();
    }

    @Test
    void aReachInMicrometersHoldsForBothSidesOfAPixel() {
        FieldTracks truth = new FieldTracks();
        FieldTracks right = new FieldTracks();
        FieldTracks down = new FieldTracks();
        truth.add(0, "1", 0, 100, 100);
        right.add(0, "1", 0, 104, 100);
        down.add(0, "1", 0, 100, 104);
        Calibration pixel = Calibration.umPerPixel(0.5, 1);

        assertThat(truth.score(right, 3, pixel).matched()).isEqualTo(1);
        assertThat(truth.score(down, 3, pixel).matched()).isZero();
        assertThat(truth.score(right, 3).matched()).isZero();
    }

    @Test
    void aHoleInTimeIsNoSwitch() {
        FieldTracks truth = new FieldTracks();
        FieldTracks told = new FieldTracks();
        for (int frame : new int[] {0, 1, 2, 50, 51, 2_000_000_000}) {
            truth.add(0, "1", frame, 10, 10);
            told.add(0, "1", frame, 10, 10.5);
        }

        TrackingScore score = truth.score(told, 5);

        assertThat(score.switches()).isZero();
        assertThat(score.mota()).isCloseTo(100, within(1e-9));
    }

    @Test
    void numbersBelowZeroAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldTracks().add(-1, "1", 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldTracks().add(0, "1", -4, 0, 0));
    }
}
