package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads found in drawn films; the seeds were not used while developing. */
class HeadFinderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "snr=10",
                "snr=5 gradient=15",
                "polarity=dark background=170 snr=10",
                "snr=15 ramp=1 frames=24",
                "snr=15 flicker=3 driftX=5 driftY=-3",
                "snr=10 debris=20 dust=6",
                "snr=15 halo=40",
                "snr=12 preset=ram tail=false",
            })
    void isolatedHeadsAreFoundWhereTheyAre(String trouble) {
        String[] settings = ("isolated=true cells=30 width=480 height=360 frames=12 " + trouble).split(" ");

        Watched.Sight sight = Watched.film(71_001, settings).sight();

        assertThat(sight.known()).isGreaterThan(300);
        // at signal to noise 5 a few heads in a thousand hide in the noise, and specks of it look like heads
        boolean faint = trouble.contains("snr=5");
        assertThat(sight.recall()).isGreaterThanOrEqualTo(faint ? 98.5 : 99.5);
        assertThat(sight.precision()).isGreaterThanOrEqualTo(faint ? 98.5 : 99.5);
        assertThat(sight.rmsePx()).isLessThanOrEqualTo(faint ? 0.2 : 0.1);
    }

    @Test
    void polarityIsFoundByItself() {
        assertThat(Watched.film(71_002, "polarity=dark", "background=170", "cells=5", "frames=2")
                        .finder()
                        .isDarkHeads())
                .isTrue();
        assertThat(Watched.film(71_002, "halo=40", "cells=5", "frames=2")
                        .finder()
                        .isDarkHeads())
                .isFalse();
    }

    @Test
    void anEmptyFilmHasNoHeads() {
        Watched empty = Watched.film(71_003, "cells=0", "frames=6", "width=320", "height=240");

        assertThat(empty.tracks()).isEmpty();
    }

    @Test
    void deepPicturesShowTheSameHeads() {
        int width = 200;
        int height = 160;
        byte[] shallow = new byte[width * height];
        short[] deep = new short[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double square = (x - 60.3) * (x - 60.3) + (y - 70.6) * (y - 70.6);
                int level = (int) Math.round(40 + 3 * ((x * 31 + y * 17) % 5) + 120 * Math.exp(-square / 18));
                shallow[y * width + x] = (byte) level;
                deep[y * width + x] = (short) (200 * level);
            }
        }

        Heads eight = find(Plane.takeBytes(width, height, shallow));
        double x8 = eight.x(0);
        double y8 = eight.y(0);
        Heads sixteen = find(Plane.takeShorts(width, height, deep));

        assertThat(eight.count()).isOne();
        assertThat(sixteen.count()).isOne();
        assertThat(Math.abs(sixteen.x(0) - x8)).isLessThan(0.1);
        assertThat(Math.abs(sixteen.y(0) - y8)).isLessThan(0.1);
    }

    private static Heads find(Plane plane) {
        HeadFinder finder = new HeadFinder(plane.width(), plane.height());
        finder.begin(List.of(plane), Optional.empty(), 0);
        return finder.find(plane);
    }

    @Test
    void touchingHeadsArePartedWhereTheyTouch() {
        long pairs = IntStream.range(0, 3)
                .mapToObj(i -> Watched.film(
                        71_010 + i, "cells=150", "snr=15", "frames=4", "width=480", "height=360", "motile=100"))
                .filter(film -> film.sight().recall() > 98.5 && film.sight().precision() > 99)
                .count();

        assertThat(pairs).isEqualTo(3);
    }
}
