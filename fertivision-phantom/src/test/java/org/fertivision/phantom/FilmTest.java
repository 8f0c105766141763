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
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmTest {
    private static Phantom<Film> small() {
        return Films.of("sperm-motility")
                .with("width", 160)
                .with("height", 120)
                .with("cells", 4)
                .with("frames", 5)
                .with("isolated", "true")
                .with("tail", "false");
    }

    @Test
    void headsAreDrawnWhereTheTruthSaysTheyAre() {
        Film film = small().with("noise", "false")
                .with("gradient", 0)
                .with("vignette", 0)
                .draw();
        FilmTruth truth = film.truth();
        Frames frames = film.frames();
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            for (TrueTrack track : truth.tracks()) {
                int at = track.at(frame.get().index());
                double[] center = center(frame.get().gray(), track.x(at), track.y(at));
                assertThat(center[0]).isCloseTo(track.x(at), within(0.06));
                assertThat(center[1]).isCloseTo(track.y(at), within(0.06));
            }
        }
    }

    /** Center of the light over a background of 60 within 7 pixels of a place. */
    private static double[] center(Plane plane, double nearX, double nearY) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = (int) nearY - 7; y <= nearY + 7; y++) {
            for (int x = (int) nearX - 7; x <= nearX + 7; x++) {
                double over = plane.at(x, y) - 60;
                sum += over;
                sumX += over * (x + 0.5);
                sumY += over * (y + 0.5);
            }
        }
        return new double[] {sumX / sum, sumY / sum};
    }

    @Test
    void theSameSeedDrawsTheSameFilmAgain() {
        Film film = small().draw();
        Frames once = film.frames();
        Frames again = small().draw().frames();
        Frames other = small().seed(2).draw().frames();

        Frame first = once.next().orElseThrow();

        assertThat(Pixels.sha256(again.next().orElseThrow())).isEqualTo(Pixels.sha256(first));
        assertThat(Pixels.sha256(other.next().orElseThrow())).isNotEqualTo(Pixels.sha256(first));
        assertThat(film.truth().toJson()).isEqualTo(small().draw().truth().toJson());
    }

    @Test
    void asManySpermAreInViewAsWereAskedFor() {
        double sum = 0;
        for (int seed = 1; seed <= 10; seed++) {
            FilmTruth truth = Films.of("sperm-motility").seed(seed).draw().truth();
            sum += truth.value("cells") / 10;
            assertThat(truth.value("motile") + truth.value("immotile")).isCloseTo(100, within(1e-9));
        }

        assertThat(sum).isCloseTo(60, within(4.0));
    }

    @Test
    void driftMovesEverythingButTheDustOnTheCamera() {
        Film still = small().draw();
        Film drifting = small().with("driftX", 5).draw();
        TrueTrack here = still.truth().tracks().get(0);
        TrueTrack there = drifting.truth().tracks().get(0);

        assertThat(there.x(4) - here.x(4)).isCloseTo(5 * 4 / 50.0 / 0.481, within(1e-9));
        assertThat(there.y(4)).isEqualTo(here.y(4));
    }

    @Test
    void aWrittenTiffHoldsTheFrames(@TempDir Path folder) throws IOException {
        Film film = small().draw();
        Path file = folder.resolve("film.tif");

        Path truth = film.write(file);

        assertThat(truth).hasFileName("film.tif.truth.json");
        assertThat(Files.readString(truth)).contains("\"schema\":\"fertivision-film-truth-1\"");
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(5);
            Frames frames = film.frames();
            for (int i = 0; i < 5; i++) {
                Plane plane = frames.next().orElseThrow().gray();
                assertThat(reader.read(i).getRaster().getSample(80, 60, 0)).isEqualTo(plane.at(80, 60));
                assertThat(reader.read(i).getRaster().getSample(3, 119, 0)).isEqualTo(plane.at(3, 119));
            }
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aWrittenAviHoldsTheFramesBottomUp(@TempDir Path folder) throws IOException {
        Film film = small().draw();
        Path file = folder.resolve("film.avi");

        film.write(file);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(word(bytes, 0)).isEqualTo("RIFF");
        assertThat(bytes.getInt(4)).isEqualTo(bytes.capacity() - 8);
        assertThat(word(bytes, 8)).isEqualTo("AVI ");
        assertThat(word(bytes, 12)).isEqualTo("LIST");
        int movie = 12 + 8 + bytes.getInt(16);
        assertThat(word(bytes, movie)).isEqualTo("LIST");
        assertThat(word(bytes, movie + 8)).isEqualTo("movi");
        assertThat(word(bytes, movie + 12)).isEqualTo("00db");
        assertThat(bytes.getInt(movie + 16)).isEqualTo(160 * 120);
        Plane first = film.frames().next().orElseThrow().gray();
        assertThat(bytes.get(movie + 20) & 0xFF).isEqualTo(first.at(0, 119));
        assertThat(bytes.get(movie + 20 + 119 * 160 + 9) & 0xFF).isEqualTo(first.at(9, 0));
        int index = movie + 8 + bytes.getInt(movie + 4);
        assertThat(word(bytes, index)).isEqualTo("idx1");
        assertThat(word(bytes, movie + 8 + bytes.getInt(index + 8 + 16 * 4 + 8)))
                .isEqualTo("00db");
    }

    private static String word(ByteBuffer bytes, int at) {
        byte[] word = new byte[4];
        bytes.get(at, word);
        return new String(word, StandardCharsets.US_ASCII);
    }

    @Test
    void whatCannotBeDrawnIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Films.of("sperm-count")).isInstanceOf(BadSettingException.class);
        assertThatThrownBy(() -> small().with("cells", 500).draw()).isInstanceOf(BadSettingException.class);
        assertThatThrownBy(() -> small().draw().write(folder.resolve("film.mp4")))
                .isInstanceOf(BadSettingException.class);
    }
}
