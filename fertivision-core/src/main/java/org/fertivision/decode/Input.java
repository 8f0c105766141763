package org.fertivision.decode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;

/** The bytes of one file, read once and never changed. Thread-safe. */
public final class Input {
    /** The longest array that every JVM can make. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 16;

    private static final int BLOCK = 1 << 16;

    private final byte[] bytes;
    private @Nullable String sha256;

    private Input(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads all bytes of a source.
     *
     * @throws RejectedException if there are more than {@link Limits#maxBytes()}
     * @throws UncheckedIOException if the source cannot be read
     */
    public static Input read(Source.OfBytes source, Limits limits) {
        long most = Math.min(limits.maxBytes(), LONGEST_ARRAY);
        try {
            Optional<Long> told = source.size();
            if (told.isPresent() && told.get() > most) {
                throw tooLarge(most, told.get(), "The file has " + told.get() + " bytes");
            }
            try (InputStream stream = source.open()) {
                return new Input(readAtMost(stream, (int) most, told.orElse((long) BLOCK)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that were read already, and are not written to. */
    static Input of(byte[] bytes) {
        return new Input(bytes);
    }

    /** How many bytes there are. */
    public long size() {
        return bytes.length;
    }

    /** SHA-256 of the bytes as lower-case hexadecimal digits; computed at the first call. */
    public synchronized String sha256() {
        String known = sha256;
        if (known == null) {
            MessageDigest digest = PixelHash.newSha256();
            known = HexFormat.of().formatHex(digest.digest(bytes));
            sha256 = known;
        }
        return known;
    }

    /** A new stream of the bytes. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** The bytes themselves, for the readers of this package, which do not write to them. */
    byte[] bytes() {
        return bytes;
    }

    private static byte[] readAtMost(InputStream stream, int most, long expected) throws IOException {
        byte[] whole = new byte[(int) Math.min(expected, most)];
        int read = stream.readNBytes(whole, 0, whole.length);
        if (read < whole.length) {
            return Arrays.copyOf(whole, read);
        }
        int next = stream.read();
        return next < 0 ? whole : readOn(stream, whole, next, most);
    }

    private static byte[] readOn(InputStream stream, byte[] begun, int next, int most) throws IOException {
        ByteArrayOutputStream grown = new ByteArrayOutputStream(Math.min(most, begun.length + BLOCK));
        grown.write(begun, 0, begun.length);
        grown.write(next);
        byte[] block = new byte[BLOCK];
        while (grown.size() <= most) {
            int read = stream.readNBytes(block, 0, Math.min(BLOCK, most - grown.size() + 1));
            if (read == 0) {
                return grown.toByteArray();
            }
            grown.write(block, 0, read);
        }
        throw tooLarge(most, grown.size(), "The file has more than " + most + " bytes");
    }

    private static RejectedException tooLarge(long most, long actual, String begin) {
        return new RejectedException(Rejection.of(
                RejectionCode.PAYLOAD_TOO_LARGE,
                begin + "; at most " + most + " are read.",
                new Rejection.Limit("bytes", most, actual)));
    }
}
