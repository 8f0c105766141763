package org.fertivision.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** A video file that is read piece by piece. */
final class FilmFile implements FilmInput {
    private static final int BLOCK = 1 << 16;

    private final Source.OfBytes source;
    private final long size;
    private final @Nullable String sha256;

    FilmFile(Source.OfBytes source, long size, @Nullable String sha256) {
        this.source = source;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * Reads a video's bytes once, unless it is too large to be hashed and tells its size.
     *
     * @throws UncheckedIOException if the source cannot be read
     */
    static FilmFile of(Source.OfBytes source, Work work) {
        try {
            Optional<Long> told = source.size();
            if (told.isPresent() && told.get() > Decoder.MOST_HASHED_BYTES) {
                try (InputStream stream = source.open()) {
                    refuseForeign(source, told.get(), stream.readNBytes(Magic.START_BYTES));
                }
                return new FilmFile(source, told.get(), null);
            }
            MessageDigest digest = PixelHash.newSha256();
            long size = 0;
            byte[] block = new byte[BLOCK];
            try (InputStream stream = source.open()) {
                int first = stream.readNBytes(block, 0, BLOCK);
                refuseForeign(source, told.orElse(Long.MAX_VALUE), Arrays.copyOf(block, first));
                for (int read = first; read > 0; read = stream.readNBytes(block, 0, BLOCK)) {
                    work.checkpoint();
                    size += read;
                    if (size <= Decoder.MOST_HASHED_BYTES) {
                        digest.update(block, 0, read);
                    }
                }
            }
            boolean hashed = size <= Decoder.MOST_HASHED_BYTES;
            return new FilmFile(source, size, hashed ? HexFormat.of().formatHex(digest.digest()) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseForeign(Source.OfBytes source, long size, byte[] start) throws IOException {
        Magic magic = Magic.recognize(start);
        if (magic != null && magic != Magic.AVI) {
            try (Reel reel = new Reel(source, size)) {
                throw ForeignVideo.refusal(magic, reel);
            }
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    @Override
    public Optional<String> content() {
        return sha256();
    }

    @Override
    public Decoded open(Limits limits, Descriptor.Channels channels, Work work) {
        return AviReader.read(this, limits, channels, work);
    }

    /** The bytes anew, from any place on. */
    Reel reel() {
        try {
            return new Reel(source, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
