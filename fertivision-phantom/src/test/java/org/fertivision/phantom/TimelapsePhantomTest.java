package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelapsePhantomTest {
    private static Phantom<Film> small() {
        return Films.of("embryo-timelapse")
                .with("width", 100)
                .with("height", 100)
                .with("umPerPixel", 2)
                .with("frames", 60)
                .with("minutesPerFrame", 30)
                .with("expansionFrame", 40)
                .with("collapseFrame", 50)
                .with("noiseLevels", 0)
                .with("wanderUm", 0);
    }

    @Test
    void picturesChangeMostWhereTheTruthSaysThatSomethingHappens() {
        Film film = small().with("expansionRate", 100).with("recoveryHours", 24).draw();
        List<Double> changes = changes(film);
        List<Integer> events =
                film.truth().events().stream().map(TrueEvent::frame).toList();

        double quietest = events.stream().mapToDouble(changes::get).min().orElseThrow();
        for (int frame = 1; frame < changes.size(); frame++) {
            int here = frame;
            boolean fading = frame >= 40 - ExpansionCourse.FADE && frame <= 40;
            if (!fading && events.stream().noneMatch(event -> here - event >= 0 && here - event <= 2)) {
                assertThat(changes.get(frame)).as("frame " + frame).isLessThan(quietest / 2);
            }
        }
    }

    /** Mean absolute change of the gray levels from the frame before. */
    private static List<Double> changes(Film film) {
        List<Double> changes = new ArrayList<>(List.of(0.0));
        Frames frames = film.frames();
        Plane before = frames.next().orElseThrow().gray();
        for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
            Plane now = next.get().gray();
            double sum = 0;
            for (int y = 0; y < now.height(); y++) {
                for (int x = 0; x < now.width(); x++) {
                    sum += Math.abs(now.at(x, y) - before.at(x, y));
                }
            }
            changes.add(sum / (now.width() * now.height()));
            before = now;
        }
        return changes;
    }

    @Test
    void cellsAreCountedUpOneByOneUntilTheBlastocystAppears() {
        for (int seed = 1; seed <= 20; seed++) {
            List<TrueEvent> divisions = Films.of("embryo-timelapse").seed(seed).draw().truth().events().stream()
                    .filter(event -> event.event().equals(TrueEvent.DIVISION))
                    .toList();
            assertThat(divisions.stream().map(TrueEvent::value)).containsExactly(2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
            assertThat(divisions.stream().map(TrueEvent::frame)).isSorted();
            assertThat(divisions.get(0).frame()).isPositive();
            assertThat(divisions.get(6).frame()).isLessThan(30 - ExpansionCourse.FADE);
        }
    }

    @Test
    void theAreaGrowsByItsRateSinksInOnceAndComesBack() {
        TrueCurve area = small().draw().truth().curves().get(0);

        assertThat(area.code()).isEqualTo("embryoArea");
        assertThat(area.from()).isEqualTo(40);
        assertThat(area.value(40)).isCloseTo(Math.PI * 60 * 60, within(1e-6));
        assertThat(area.value(49) - area.value(40)).isCloseTo(9 * 0.5 * 500, within(1e-6));
        assertThat(area.value(50)).isCloseTo(0.8 * (Math.PI * 60 * 60 + 10 * 0.5 * 500), within(1e-6));
        assertThat(area.value(58) - area.value(40)).isCloseTo(18 * 0.5 * 500, within(1e-6));
    }

    @Test
    void theZonaThinsAndDoesNotThickenInACollapse() {
        TrueCurve zona = Films.of("embryo-timelapse").draw().truth().curves().get(1);

        assertThat(zona.value(0)).isCloseTo(16, within(1e-9));
        assertThat(zona.value(47)).isLessThan(14);
        for (int frame = 1; frame < zona.size(); frame++) {
            assertThat(zona.value(frame)).isLessThanOrEqualTo(zona.value(frame - 1));
        }
    }

    @Test
    void whatTheStageMissesMovesThePictureAndNotTheTruth() {
        Film still = small().draw();
        Film shaken = small().with("jitterUm", 6).draw();

        assertThat(shaken.truth().events()).isEqualTo(still.truth().events());
        assertThat(mean(changes(shaken))).isGreaterThan(3 * mean(changes(still)));
    }

    private static double mean(List<Double> values) {
        return values.stream().collect(Collectors.averagingDouble(value -> value));
    }

    @Test
    void anEmptyWellHasNoTruthButItsSettings() {
        FilmTruth truth = small().with("embryos", 0).draw().truth();

        assertThat(truth.events()).isEmpty();
        assertThat(truth.curves()).isEmpty();
        assertThat(truth.summary()).isEmpty();
    }

    @Test
    void theTruthOfAFilmWithoutABlastocystSpeaksOfNoExpansion() {
        FilmTruth truth = small().with("expansionFrame", 80).draw().truth();

        assertThat(truth.summary()).extracting(TrueValue::code).containsExactly("collapses");
        assertThat(truth.curves()).extracting(TrueCurve::code).containsExactly("zonaThickness");
    }

    @Test
    void divisionsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> small().with("expansionFrame", 10).draw())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("do not fit");
    }

    @Test
    void slowFilmsKeepTheirTimeInTheFile(@TempDir Path folder) throws IOException {
        Film film = small().with("frames", 3).with("divisions", 0).draw();
        Path avi = folder.resolve("film.avi");
        film.write(avi);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(avi)).order(ByteOrder.LITTLE_ENDIAN);
        int header = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf("strh") + 8;

        double perSecond = bytes.getInt(header + 24) / (double) bytes.getInt(header + 20);

        assertThat(1 / perSecond).isCloseTo(1800, within(1e-9));
        assertThat(Files.readString(folder.resolve("film.avi.truth.json")))
                .contains(
                        "\"curves\":[\n{\"code\":\"zonaThickness\",\"unit\":\"um\",\"from\":0,\"values\":[16,16,16]}");
    }
}
