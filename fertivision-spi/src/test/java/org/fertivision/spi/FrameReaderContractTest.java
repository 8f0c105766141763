package org.fertivision.spi;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every {@link FrameReader} promises. Extend it in a test of your own, name the plug-in and some small files of its
 * format, and run: it needs JUnit and nothing else.
 */
public abstract class FrameReaderContractTest extends PluginContractTest<FrameReader> {
    private static final long MANY_PIXELS = 1L << 24;
    private static final int MANY_FRAMES = 10_000;
    private static final int START_BYTES = 4_096;
    private static final int DAMAGES = 200;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

    /** Whole small files of the format, less than a megabyte each. */
    protected abstract List<byte[]> files();

    @Override
    final Descriptor.Role role() {
        return Descriptor.Role.READER;
    }

    @Test
    final void recognizesItsOwnFormatAndNoOther() {
        for (byte[] file : files()) {
            assertTrue(plugin().recognizes(Arrays.copyOf(file, Math.min(file.length, START_BYTES))), "its own file");
        }
        assertFalse(plugin().recognizes(new byte[0]), "nothing");
        assertFalse(plugin().recognizes(JPEG), "a JPEG");
        assertFalse(plugin().recognizes(PNG), "a PNG");
    }

    @Test
    final void recognizesWithoutAFailureWhateverTheBytes() {
        Random random = new Random(3);
        for (int length = 0; length < DAMAGES; length++) {
            byte[] start = new byte[length];
            random.nextBytes(start);
            plugin().recognizes(start);
        }
        for (byte[] file : files()) {
            for (int length = 0; length < Math.min(64, file.length); length++) {
                plugin().recognizes(Arrays.copyOf(file, length));
            }
        }
    }

    @Test
    final void readsTheSameTwiceAndInEveryThread() throws Exception {
        FrameReader shared = plugin();
        for (byte[] file : files()) {
            List<Integer> alone = hashes(plugin(), file);
            assertFalse(alone.isEmpty(), "a file has one frame or more");
            assertEquals(alone, hashes(plugin(), file), "the same bytes give the same frames");
            for (List<Integer> read : inThreads(() -> hashes(shared, file))) {
                assertEquals(alone, read, "one object serves many threads");
            }
        }
    }

    @Test
    final void readsTheSameWhereTurkishIsSpoken() throws Exception {
        for (byte[] file : files()) {
            assertEquals(hashes(plugin(), file), inTurkish(() -> hashes(plugin(), file)), "whatever the locale");
        }
    }

    @Test
    final void readsAStreamThatGivesItsBytesOneByOne() throws IOException {
        for (byte[] file : files()) {
            assertEquals(
                    hashes(plugin(), file),
                    hashes(plugin(), new OneByOne(new ByteArrayInputStream(file)), Work.unlimited()),
                    "read() may give fewer bytes than asked for");
        }
    }

    @Test
    final void keepsWhatItAnnounces() throws IOException {
        for (byte[] file : files()) {
            try (InputStream in = new ByteArrayInputStream(file);
                    Frames frames = plugin().open(in, MANY_PIXELS, MANY_FRAMES, Work.unlimited())) {
                double time = Double.NEGATIVE_INFINITY;
                int index = 0;
                for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
                    Frame frame = next.get();
                    assertEquals(frames.width(), frame.width(), "every frame is as wide as announced");
                    assertEquals(frames.height(), frame.height(), "every frame is as high as announced");
                    assertEquals(index++, frame.index(), "frames count from 0");
                    assertTrue(frame.timeS() >= time, "time does not run backwards");
                    time = frame.timeS();
                }
                assertEquals(frames.count(), index, "as many frames as announced");
                assertTrue(frames.next().isEmpty(), "nothing comes after the end");
            }
        }
    }

    @Test
    final void refusesAFileOneStepOverALimit() throws IOException {
        for (byte[] file : files()) {
            long pixels;
            int count;
            try (InputStream in = new ByteArrayInputStream(file);
                    Frames frames = plugin().open(in, MANY_PIXELS, MANY_FRAMES, Work.unlimited())) {
                pixels = (long) frames.width() * frames.height();
                count = frames.count();
            }
            drain(plugin(), new ByteArrayInputStream(file), pixels, count, Work.unlimited());
            assertOverLimit(file, pixels - 1, count, "pixels");
            assertOverLimit(file, pixels, count - 1, "frames");
        }
    }

    @Test
    final void stopsWhenCalledOff() {
        Work work = Work.unlimited();
        work.cancel();
        for (byte[] file : files()) {
            RejectedException stop = assertThrows(
                    RejectedException.class,
                    () -> hashes(plugin(), new ByteArrayInputStream(file), work),
                    "calls work.checkpoint() at least once a frame");
            assertEquals(RejectionCode.Group.STOPPED, stop.rejection().code().group(), "was called off");
        }
    }

    @Test
    final void readsAFileCutShortWholeOrNotAtAll() throws IOException {
        for (byte[] file : files()) {
            List<Integer> whole = hashes(plugin(), file);
            List<Executable> cuts = new ArrayList<>();
            int step = Math.max(1, file.length / DAMAGES);
            for (int length = 0; length < file.length; length += step) {
                byte[] cut = Arrays.copyOf(file, length);
                String what = "cut to " + length + " of " + file.length + " bytes";
                cuts.add(() ->
                        survives(cut, what).ifPresent(frames -> assertEquals(whole, frames, what + ": never in part")));
            }
            assertAll(cuts);
        }
    }

    @Test
    final void survivesDamagedFiles() {
        Random random = new Random(5);
        for (byte[] file : files()) {
            List<Executable> damages = new ArrayList<>();
            for (int i = 0; i < DAMAGES; i++) {
                byte[] damaged = file.clone();
                for (int flips = 0; flips <= random.nextInt(4); flips++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                int number = i;
                damages.add(() -> survives(damaged, "damage " + number));
            }
            assertAll(damages);
        }
    }

    /** The frames of a damaged file, or nothing where it is refused as it should be. */
    private Optional<List<Integer>> survives(byte[] damaged, String what) {
        try {
            return Optional.of(hashes(plugin(), damaged));
        } catch (RejectedException e) {
            assertNotNull(e.rejection(), what + ": says why");
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail(what + " ends in " + e, e);
        }
    }

    private void assertOverLimit(byte[] file, long maxPixels, int maxFrames, String what) {
        RejectedException over = assertThrows(
                RejectedException.class,
                () -> drain(plugin(), new ByteArrayInputStream(file), maxPixels, maxFrames, Work.unlimited()),
                "one too many " + what);
        assertEquals(RejectionCode.Group.LIMIT, over.rejection().code().group(), "one too many " + what);
    }

    private static List<Integer> hashes(FrameReader reader, byte[] file) throws IOException {
        return hashes(reader, new ByteArrayInputStream(file), Work.unlimited());
    }

    private static List<Integer> hashes(FrameReader reader, InputStream in, Work work) throws IOException {
        return drain(reader, in, MANY_PIXELS, MANY_FRAMES, work);
    }

    private static List<Integer> drain(FrameReader reader, InputStream in, long maxPixels, int maxFrames, Work work)
            throws IOException {
        List<Integer> hashes = new ArrayList<>();
        try (InputStream input = in;
                Frames frames = reader.open(input, maxPixels, maxFrames, work)) {
            for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
                hashes.add(hash(next.get()));
                assertTrue(hashes.size() <= MANY_FRAMES, "frames come to an end");
            }
        }
        return hashes;
    }

    private static int hash(Frame frame) {
        int hash = Double.hashCode(frame.timeS());
        int[] row = new int[frame.width()];
        for (Plane plane : frame.planes()) {
            for (int y = 0; y < plane.height(); y++) {
                plane.row(y, row);
                hash = 31 * hash + Arrays.hashCode(row);
            }
        }
        return hash;
    }

    /** A stream that never gives more than one byte at a time. */
    private static final class OneByOne extends FilterInputStream {
        OneByOne(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(1, length));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
