package org.fertivision.decode;

import java.util.Optional;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

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
}
