package org.fertivision.server.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.fertivision.server.blob.BlobStore.UnavailableException;
import org.fertivision.server.google.GoogleApi;
import org.fertivision.server.google.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object that is not there yet, sent in pieces, each as often as needed. The object appears when this is
 * closed, and only if Google's checksum of it (CRC-32C) is ours. Whatever fails on the way is an
 * {@link UnavailableException}. Not thread-safe.
 */
final class BucketUpload extends OutputStream {
    private static final int PIECE = 4 << 20; // a multiple of 256 KiB, as pieces before the last have to be
    private static final int FIRST = 1 << 16;
    private static final int ROUNDS = 5;
    private static final int NOT_ALL_YET = 308;
    private static final Pattern RANGE = Pattern.compile("bytes=0-([0-9]{1,18})");

    private final GoogleApi api;
    private final BucketObject object;
    private final CRC32C checksum = new CRC32C();
    private byte[] piece = new byte[FIRST];
    private int filled;
    private long sent;
    private @Nullable URI session;
    private boolean over;

    BucketUpload(GoogleApi api, BucketObject object) {
        this.api = api;
        this.object = object;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        checksum.update(bytes, offset, length);
        int at = offset;
        while (at < offset + length) {
            if (filled == PIECE) {
                troubled(() -> send(false));
            }
            int part = Math.min(offset + length - at, PIECE - filled);
            if (piece.length < filled + part) {
                piece = Arrays.copyOf(piece, Math.min(PIECE, Math.max(2 * piece.length, filled + part)));
            }
            System.arraycopy(bytes, at, piece, filled, part);
            filled += part;
            at += part;
        }
    }

    @Override
    public void close() {
        if (!over) {
            troubled(() -> send(true));
            over = true;
        }
    }

    /** Takes back what is not whole, as far as Google answers; it would not appear anyway. */
    void giveUp() {
        if (!over && session != null) {
            over = true;
            try {
                HttpResponse<byte[]> unused =
                        api.send(HttpRequest.newBuilder(session).DELETE());
            } catch (IOException e) {
                return; // the session ends by itself, after a week
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private static void troubled(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            throw new UnavailableException(e);
        }
    }

    /** Sends what is in the piece, until it is empty or, where it is not the last, takes more. */
    private void send(boolean last) throws IOException {
        URI to = session == null ? begun() : session;
        session = to;
        for (int round = 0; filled > 0 && (last || filled == PIECE); round++) {
            HttpResponse<byte[]> answer = api.send(attempt -> attempt == 0 ? piece(to, last) : question(to));
            if (answer.statusCode() == NOT_ALL_YET) {
                int taken = taken(answer);
                round = taken > 0 ? 0 : round;
                System.arraycopy(piece, taken, piece, 0, filled - taken);
                sent += taken;
                filled -= taken;
            } else if (last && answer.statusCode() == 200) {
                sent += filled;
                filled = 0;
                check(Reply.of(answer.body()));
            } else {
                throw new IOException("Cloud Storage answered " + answer.statusCode() + " to a piece");
            }
            if (round == ROUNDS) {
                throw new IOException("Cloud Storage takes no more of the piece");
            }
        }
    }

    private URI begun() throws IOException {
        HttpResponse<byte[]> answer = api.send(api.request(object.uploadPath("resumable"))
                .header("X-Upload-Content-Type", "application/octet-stream")
                .POST(BodyPublishers.noBody()));
        if (answer.statusCode() != 200) {
            throw new IOException("Cloud Storage answered " + answer.statusCode() + " to a new object");
        }
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("Cloud Storage named no place for a new object")));
    }

    private HttpRequest.Builder piece(URI to, boolean last) {
        long end = sent + filled;
        return HttpRequest.newBuilder(to)
                .header("Content-Range", "bytes " + sent + "-" + (end - 1) + "/" + (last ? end : "*"))
                .PUT(BodyPublishers.ofByteArray(piece, 0, filled));
    }

    /** Asks how much is there, after an attempt of which that is not known. */
    private static HttpRequest.Builder question(URI to) {
        return HttpRequest.newBuilder(to).header("Content-Range", "bytes */*").PUT(BodyPublishers.noBody());
    }

    /** How many bytes of the piece are there. */
    private int taken(HttpResponse<byte[]> answer) throws IOException {
        Matcher range = RANGE.matcher(answer.headers().firstValue("Range").orElse(""));
        long there = range.matches() ? Long.parseLong(range.group(1)) + 1 : 0;
        if (there < sent || there > sent + filled) {
            throw new IOException("Cloud Storage has " + there + " bytes of " + sent + " that it had");
        }
        return (int) (there - sent);
    }

    private void check(Reply made) throws IOException {
        byte[] sum = ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array();
        if (!made.text("crc32c").equals(Base64.getEncoder().encodeToString(sum))
                || Long.parseLong(made.text("size")) != sent) {
            HttpResponse<byte[]> unused = api.send(api.request(object.path("")).DELETE());
            throw new IOException("Cloud Storage has other bytes than were sent");
        }
    }
}
