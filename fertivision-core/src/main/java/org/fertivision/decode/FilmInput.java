package org.fertivision.decode;

import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** A video that is read piece by piece: a file or a folder of frames. Thread-safe. */
public sealed interface FilmInput permits FilmFile, FrameFolder {
    /**
     * A video file, whose bytes are read once, unless it tells its size and is too large to be hashed.
     *
     * @throws java.io.UncheckedIOException if the source cannot be read
     */
    static FilmInput of(Source.OfBytes source, Work work) {
        return FilmFile.of(source, work);
    }

    /** A video file of that size whose hash is known, or not asked for: nothing of it is read yet. */
    static FilmInput known(Source.OfBytes source, long size, @Nullable String sha256) {
        return new FilmFile(source, size, sha256);
    }

    /**
     * A folder of numbered frames, whose bytes are read once, unless they are too many to be hashed.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read
     * @throws org.fertivision.spi.RejectedException if its pictures are not numbered as the frames of one video
     */
    static FilmInput of(Source.Folder folder, Limits limits, Work work) {
        return FrameFolder.of(folder.path(), limits, work);
    }

    /** How many bytes there are. */
    long size();

    /** SHA-256 of the bytes as lower-case hexadecimal digits, or nothing of more than 256 MiB. */
    Optional<String> sha256();

    /** Tells this video from all others for as long as one program runs, or nothing of more than 256 MiB. */
    Optional<String> content();

    /**
     * Opens the video. Its frames are decoded as they are asked for, and closing them closes the file; what was tolerated
     * is known after the last one.
     *
     * @throws org.fertivision.spi.RejectedException if it is no video that is read, no frame of it can be decoded, or it
     *     passes a limit
     */
    Decoded open(Limits limits, Descriptor.Channels channels, Work work);

    /**
     * The frame of that number, or the next one that is there; none before it but the first is decoded.
     *
     * @throws org.fertivision.spi.RejectedException as {@link #open} does
     * @throws IndexOutOfBoundsException if there is neither
     */
    default Frame frame(int number, Limits limits, Descriptor.Channels channels, Work work) {
        try (Frames frames = open(limits, channels, work).frames()) {
            if (frames instanceof FilmFrames film) {
                film.passTo(number);
            }
            return frames.next().orElseThrow(() -> new IndexOutOfBoundsException("no frame from " + number + " on"));
        }
    }
}
