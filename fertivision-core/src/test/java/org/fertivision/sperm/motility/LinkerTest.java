package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracks linked in drawn films; the seeds were not used while developing. */
class LinkerTest {
    @Test
    void isolatedHeadsAreOneTrackEach() {
        Watched film = Watched.film(82_010, "isolated=true", "cells=25", "frames=30", "snr=10", "fps=60");

        assertThat(film.tracks())
                .hasSize(25)
                .allSatisfy(track -> assertThat(track.size()).isEqualTo(30));
        assertThat(TrackScore.of(film.truth(), film.tracks()).idf1()).isEqualTo(100);
    }

    @Test
    void aHeadThatBlinksStaysOneTrack() {
        Linker linker = new Linker(50, 2);
        for (int frame = 0; frame < 40; frame++) {
            Heads heads = new Heads();
            if (frame != 20 && frame != 21 && frame != 22) {
                heads.add(100 + 2.5 * frame, 100, 40, 90, false, false);
            }
            linker.add(frame, heads);
        }

        assertThat(linker.finish()).hasSize(1);
    }

    @Test
    void aHeadThatIsNotSeenForALongerWhileIsJoined() {
        assertThat(afterAGap(15, 100 + 2.5 * 55, 2.5)).hasSize(1);
    }

    @Test
    void anotherHeadThatComesUpNearbyIsNotJoined() {
        // too far from where the first one leads to, too unlike in velocity, too late
        assertThat(afterAGap(15, 100 + 2.5 * 55 + 20, 2.5)).hasSize(2);
        assertThat(afterAGap(15, 100 + 2.5 * 48, -2.5)).hasSize(2);
        assertThat(afterAGap(30, 100 + 2.5 * 70, 2.5)).hasSize(2);
    }

    /** Tracks of a head that swims until frame 39, and of one that begins some frames later at a place. */
    private static List<Track> afterAGap(int gap, double x, double step) {
        Linker linker = new Linker(50, 2);
        for (int frame = 0; frame < 110; frame++) {
            Heads heads = new Heads();
            if (frame < 40) {
                heads.add(100 + 2.5 * frame, 100, 40, 90, false, false);
            } else if (frame >= 40 + gap) {
                heads.add(x + step * (frame - 40 - gap), 100, 40, 90, false, false);
            }
            linker.add(frame, heads);
        }
        return linker.finish();
    }

    @Test
    void headsThatBecomeOneBlobForAWhileComeOutAsTheyWentIn() {
        Linker linker = new Linker(50, 2);
        for (int frame = 0; frame < 40; frame++) {
            double along = 3.0 * (frame - 20);
            Heads heads = new Heads();
            if (Math.abs(along) < 6) {
                heads.add(200, 200, 60, 150, false, false);
            } else {
                heads.add(200 + along, 200 + along / 3, 40, 90, false, false);
                heads.add(200 - along, 200 + along / 3, 40, 90, false, false);
            }
            linker.add(frame, heads);
        }

        List<Track> tracks =
                linker.finish().stream().filter(track -> track.size() > 10).toList();
        assertThat(tracks).hasSize(2).allSatisfy(track -> {
            double travelled = Math.abs(track.x(track.size() - 1) - track.x(0));
            assertThat(travelled).isGreaterThan(100);
        });
    }
}
