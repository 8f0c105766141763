package org.fertivision.server.http;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes in; the first reading asks a client for it that waits to be asked. What is wrong with it ends
 * the request with a problem.
 */
final class Body extends InputStream {
    private static final int TOO_LARGE = 413;

    private final Supplier<InputStream> from;
    private final long most;
    private @Nullable InputStream bytes;

    /** A body of which the server takes so many bytes at most. */
    Body(Supplier<InputStream> from, long most) {
        this.from = from;
        this.most = most;
    }

    /** Reads, or says what is wrong. */
    private interface Reading {
        int read(InputStream bytes) throws IOException;
    }

    @Override
    public int read() throws IOException {
        return checked(InputStream::read);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return checked(bytes -> bytes.read(into, offset, length));
    }

    private int checked(Reading reading) throws IOException {
        try {
            if (bytes == null) {
                bytes = from.get();
            }
            return reading.read(bytes);
        } catch (RequestException e) {
            throw e.status().code() == TOO_LARGE ? new ProblemException(tooLarge(most)) : broken();
        } catch (InsufficientDataAvailableException e) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The body ended before its announced end.");
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    /** There are more bytes than that. */
    static Problem tooLarge(long most) {
        return Problem.of(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "The body is larger than the " + most + " bytes that the server takes in one request.")
                .with("limit", Map.of("name", "body bytes", "value", most));
    }

    private static ProblemException broken() {
        return new ProblemException(ProblemCode.INVALID_REQUEST, "The body's chunks are broken.");
    }
}
