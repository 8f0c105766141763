package org.fertivision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fertivision.phantom.Film;

/** Another encoder and decoder of films, ffmpeg, as a program. */
final class Ffmpeg {
    private static final Path PROGRAM = Path.of("/usr/bin/ffmpeg");

    private Ffmpeg() {}

    /** Ends a test that needs it where it is not installed, and says so. */
    static void mustBeThere() {
        boolean there = Files.isExecutable(PROGRAM);
        if (!there) {
            System.err.println("NOT RUN: the comparison with ffmpeg, which is not installed (Debian package ffmpeg).");
        }
        assumeTrue(there, "ffmpeg is not installed");
    }

    /** A film encoded as the options say; it is drawn where the place does not hold it yet. */
    static Path encode(Film film, Path place, String ending, List<String> options) throws Exception {
        Path avi = place.resolve("drawn.avi");
        if (Files.notExists(avi)) {
            film.write(avi);
        }
        Path made = place.resolve("film." + ending);
        List<String> command = new ArrayList<>(List.of("-i", avi.toString()));
        command.addAll(options);
        command.add(made.toString());
        run(command);
        return made;
    }

    /** The brightness of each frame that it shows, as stored, never turned. */
    static List<byte[]> brightness(Path film, int width, int height) throws Exception {
        Path raw = Files.createTempFile(film.getParent(), "frames", ".yuv");
        run(List.of(
                "-noautorotate",
                "-i",
                film.toString(),
                "-map",
                "0:v:0",
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                raw.toString()));
        byte[] all = Files.readAllBytes(raw);
        int luma = width * height;
        int frame = luma + 2 * ((width + 1) / 2) * ((height + 1) / 2);
        assertThat(all.length % frame).isZero();
        List<byte[]> frames = new ArrayList<>();
        for (int at = 0; at < all.length; at += frame) {
            frames.add(Arrays.copyOfRange(all, at, at + luma));
        }
        return frames;
    }

    static void run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-v", "error", "-y"));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
