package org.fertivision.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The right of one batch to write to a folder. The system lets go of it when the process ends in whatever way, so that a
 * file that a killed process left behind stops nobody.
 */
final class BatchLock implements AutoCloseable {
    private static final String NAME = ".batch.lock";

    private final Path file;
    private final FileChannel channel;

    private BatchLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the right.
     *
     * @throws Failure if another batch has it
     */
    static BatchLock of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false); // beyond what is read below
            if (lock == null || !isStillThere(file, channel)) {
                throw taken(folder);
            }
            return new BatchLock(file, channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(folder);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the locked file is the one of that name: the batch before may just have removed it. */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        String mark = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
        return Files.exists(file) && Files.readString(file).equals(mark);
    }

    private static Failure taken(Path folder) {
        return new Failure(
                ExitCode.FILES,
                "another batch is writing to " + folder + "; wait for its end or name another folder with --out");
    }

    /** Gives the right back. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
