package org.fertivision.server.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.seal.DataKeys;

/** Takes in the one image of a form whose other parts, which tell of persons, are passed over unread. */
final class OlderForm {
    private static final Pattern IMAGE = Pattern.compile(";\\s*name=\"?image\"?\\s*(?:;|$)", Pattern.MULTILINE);

    private final BlobStore blobs;
    private final DataKeys keys;
    private final long mostBytes;

    OlderForm(BlobStore blobs, DataKeys keys, long mostBytes) {
        this.blobs = blobs;
        this.keys = keys;
        this.mostBytes = mostBytes;
    }

    /**
     * The image, for a query that is known already.
     *
     * @throws ProblemException if there is none, or more than one
     */
    Submission take(Call call, AnalysisQuery query) {
        ReceivedImages images =
                new ReceivedImages(blobs, keys.fresh(call.principal().tenant()));
        try {
            read(call, images);
            if (images.count() != 1) {
                throw new ProblemException(ProblemCode.INVALID_REQUEST, "The form has one part 'image'.");
            }
            return new Submission(images.key(), query, Origin.UNSAID, images.fields(), null);
        } catch (RuntimeException e) {
            images.discard();
            throw e;
        }
    }

    private void read(Call call, ReceivedImages images) {
        Matcher boundary = Intake.BOUNDARY.matcher(call.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            throw Intake.broken();
        }
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(call.body())
                    .setBoundary(boundary.group(1).getBytes(StandardCharsets.US_ASCII))
                    .get();
            for (boolean more = input.skipPreamble(); more && images.count() < 2; more = input.readBoundary()) {
                String headers = input.readHeaders();
                if (IMAGE.matcher(headers).find()) {
                    images.add(input.newInputStream(), Intake.partMedia(headers), mostBytes);
                } else {
                    input.discardBodyData();
                }
            }
        } catch (FileUploadException e) {
            throw Intake.broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
