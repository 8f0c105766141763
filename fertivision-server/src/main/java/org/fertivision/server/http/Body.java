package org.fertivision.server.http;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.RequestException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request as it comes in. What is wrong with it ends the request with a problem. */
final class Body extends InputStream {
    private static final int TOO_LARGE = 413;

    private final InputStream bytes;

    Body(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Reads, or says what is wrong. */
    private interface Reading {
        int read() throws IOException;
    }

    @Override
    public int read() throws IOException {
        return checked(bytes::read);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return checked(() -> bytes.read(into, offset, length));
    }

    private static int checked(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (RequestException e) {
            throw e.status().code() == TOO_LARGE
                    ? new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "The body is larger than the server takes.")
                    : broken();
        } catch (InsufficientDataAvailableException e) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The body ended before its announced end.");
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static ProblemException broken() {
        return new ProblemException(ProblemCode.INVALID_REQUEST, "The body's chunks are broken.");
    }
}
