package org.fertivision.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.blob.BlobStore.Blob;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.upload.Upload.State;

/** The files of all tenants that come in pieces: begun, gone on with, completed, used, and thrown away. Thread-safe. */
public final class Uploads {
    /** The prefix of an upload's public id. */
    public static final String PREFIX = "upl";

    private final UploadTable table;
    private final BlobStore blobs;
    private final Clock clock;

    Uploads(UploadTable table, BlobStore blobs, Clock clock) {
        this.table = table;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * An upload of a tenant that is open or complete.
     *
     * @throws ProblemException if there is none of that name, or if it is gone
     */
    public Upload find(UUID tenant, String text) {
        Upload upload = PublicId.of(PREFIX, text)
                .flatMap(id -> table.find(tenant, id))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no upload of that name; it begins with " + PREFIX + "_."));
        if (upload.state() == State.EXPIRED || upload.expiresAt().isBefore(clock.instant())) {
            throw new ProblemException(ProblemCode.GONE, "The upload expired and was thrown away.");
        }
        if (upload.state() == State.DELETED) {
            throw new ProblemException(ProblemCode.GONE, "The upload was deleted.");
        }
        return upload;
    }

    /**
     * The bytes of a complete upload, from the first on.
     *
     * @throws ProblemException if it is not complete
     */
    public InputStream open(Upload upload) {
        if (upload.state() != State.COMPLETE) {
            throw new ProblemException(
                    contradiction(upload, "The upload is not complete; send its pieces and complete it."));
        }
        return pieces(upload);
    }

    private InputStream pieces(Upload upload) {
        DataKey key = table.key(upload);
        return new Joined(table.pieces(upload), piece -> blobs.open(piece, key));
    }

    /**
     * Takes a piece, which is on the disk when it returns.
     *
     * @throws ProblemException if it is not the next one, or not as long as it says
     */
    Upload add(Upload upload, ContentRange range, InputStream bytes) {
        refuseWhereNotNext(upload, range.first());
        Blob piece = blobs.keep(bytes, range.length(), table.key(upload));
        if (piece.bytes() < range.length()) {
            blobs.discard(piece);
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The body is shorter than its Content-Range.");
        }
        if (!table.add(upload, range.first(), piece)) {
            blobs.discard(piece);
            refuseWhereNotNext(again(upload), range.first());
            throw new IllegalStateException("a piece was refused for no reason");
        }
        return again(upload);
    }

    private Upload again(Upload upload) {
        return find(upload.tenant(), PublicId.text(PREFIX, upload.id()));
    }

    private static void refuseWhereNotNext(Upload upload, long first) {
        if (upload.state() != State.OPEN) {
            throw new ProblemException(contradiction(upload, "The upload is complete."));
        }
        if (upload.received() != first) {
            throw new ProblemException(
                    contradiction(upload, "The next piece begins at byte " + upload.received() + "."));
        }
    }

    private static Problem contradiction(Upload upload, String detail) {
        return Problem.of(ProblemCode.CONFLICT, detail).with("offset", upload.received());
    }

    /**
     * Closes an upload whose bytes are those that the client sent. Where they are not, all pieces are thrown away, to be
     * sent again.
     *
     * @throws ProblemException if bytes are missing or others
     */
    Upload complete(Principal who, Upload upload, String sha256, String requestId) {
        if (upload.received() < upload.bytes()) {
            throw new ProblemException(contradiction(
                    upload, (upload.bytes() - upload.received()) + " bytes are missing; the next piece comes first."));
        }
        String wanted = upload.sha256() == null ? sha256 : upload.sha256();
        if (!wanted.equals(sha256)) {
            throw new ProblemException(
                    ProblemCode.CHECKSUM_MISMATCH, "The sha256 is another than the one that was announced.");
        }
        if (upload.state() == State.COMPLETE) {
            return upload;
        }
        if (!hash(upload).equals(sha256)) {
            discard(table.reset(upload));
            throw new ProblemException(Problem.of(
                            ProblemCode.CHECKSUM_MISMATCH,
                            "The bytes are others than those of that sha256, and were thrown away; send them again.")
                    .with("offset", 0));
        }
        table.complete(who, upload, sha256, requestId);
        return again(upload);
    }

    private String hash(Upload upload) {
        try (DigestInputStream bytes = new DigestInputStream(pieces(upload), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Throws an upload away at its owner's wish. */
    void delete(Principal who, Upload upload, String requestId) {
        discard(table.delete(who, upload, requestId));
    }

    /**
     * Throws away what has expired, of all tenants.
     *
     * @return how many uploads
     */
    int sweep() {
        List<Upload> over = table.expired();
        over.forEach(upload -> discard(table.expire(upload)));
        return over.size();
    }

    private void discard(List<Blob> pieces) {
        pieces.forEach(blobs::discard);
    }
}
