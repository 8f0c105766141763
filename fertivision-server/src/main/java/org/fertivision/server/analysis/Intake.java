package org.fertivision.server.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.fertivision.Plugins;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.server.upload.ImageFormat;
import org.fertivision.server.upload.Upload;
import org.fertivision.server.upload.Uploads;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a client sends for an analysis: one image as the body, or a request and images as the parts of a form.
 * The images are on the disk when it returns.
 */
final class Intake {
    private static final int MOST_FIELDS = 500;
    private static final int MOST_JSON = 1 << 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,128}");
    static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?");
    private static final Pattern PART_NAME = Pattern.compile(";\\s*name=\"?([A-Za-z]+)\"?");

    private final Plugins plugins;
    private final BlobStore blobs;
    private final DataKeys keys;
    private final Uploads uploads;
    private final Secrets secrets;
    private final long mostBytes;

    /** What the part that holds no image says. */
    private record Asked(AnalysisQuery query, Origin origin) {
        static Asked of(JsonFields json) {
            Origin origin = Origin.of(json);
            AnalysisQuery query = AnalysisQuery.of(json);
            return new Asked(origin.isDemo() ? query.saying(Demo.remarks()) : query, origin);
        }
    }

    Intake(Plugins plugins, BlobStore blobs, DataKeys keys, Uploads uploads, Secrets secrets, long mostBytes) {
        this.plugins = plugins;
        this.blobs = blobs;
        this.keys = keys;
        this.uploads = uploads;
        this.secrets = secrets;
        this.mostBytes = mostBytes;
    }

    /**
     * What was handed in.
     *
     * @throws ProblemException if it is not as documented
     */
    Submission take(Call call) {
        Optional<String> key = key(call);
        String type = call.header("Content-Type").orElse(ImageFormat.UNDECLARED);
        return submission(call.principal().tenant(), key, images -> asked(call, type, media(type), images));
    }

    /**
     * What one item of a batch asks for, under a key of its own.
     *
     * @throws ProblemException if it is not as documented
     */
    Submission take(UUID tenant, JsonFields json, String key) {
        return submission(tenant, Optional.of(key), images -> uploaded(tenant, json, images));
    }

    /**
     * What is asked for of images that are there.
     *
     * @throws ProblemException if it is not as documented
     */
    Submission take(JsonFields json, ReceivedImages images, Optional<String> key) {
        return submission(images, key, received -> Asked.of(json));
    }

    /** A batch as a form, if the call brings one. */
    Optional<BatchForm> batch(Call call) {
        String type = call.header("Content-Type").orElse("");
        if (!media(type).equals("multipart/form-data")) {
            return Optional.empty();
        }
        var boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw broken();
        }
        return Optional.of(new BatchForm(this, call.body(), boundary.group(1)));
    }

    /** Room for the images of one submission of a tenant. */
    ReceivedImages room(UUID tenant) {
        return new ReceivedImages(blobs, keys.fresh(tenant));
    }

    /** Most bytes of one image. */
    long mostBytes() {
        return mostBytes;
    }

    private Submission submission(UUID tenant, Optional<String> key, Function<ReceivedImages, Asked> reading) {
        return submission(room(tenant), key, reading);
    }

    private Submission submission(
            ReceivedImages images, Optional<String> key, Function<ReceivedImages, Asked> reading) {
        try {
            Asked asked = reading.apply(images);
            asked.query().check(plugins);
            return new Submission(
                    images.key(),
                    asked.query(),
                    asked.origin(),
                    images.fields(),
                    key.map(k -> once(k, whole(asked, images.fields()))).orElse(null));
        } catch (RuntimeException e) {
            images.discard();
            throw e;
        }
    }

    private Asked asked(Call call, String type, String media, ReceivedImages images) {
        if (media.equals("multipart/form-data")) {
            return form(call, type, images);
        }
        if (media.equals("application/json")) {
            refuseQuery(call, "With application/json all is said in the body.");
            return uploaded(call.principal().tenant(), JsonFields.of(call), images);
        }
        AnalysisQuery query = AnalysisQuery.of(call.query());
        images.add(call.body(), media, mostBytes);
        return new Asked(query, Origin.UNSAID);
    }

    /** A request for images that came in pieces before: {@code uploadId} for one, {@code uploadIds} for several. */
    private Asked uploaded(UUID tenant, JsonFields json, ReceivedImages images) {
        List<String> names = json.has("uploadIds") ? json.texts("uploadIds") : List.of(json.text("uploadId"));
        if (names.isEmpty() || names.size() > MOST_FIELDS) {
            throw json.wrong("uploadIds", "is a list of 1 to " + MOST_FIELDS + " uploads");
        }
        Asked asked = Asked.of(json);
        asked.query().check(plugins);
        for (String name : names) {
            Upload upload = uploads.find(tenant, name);
            images.add(uploads.open(upload), upload.mediaType(), upload.bytes());
        }
        return asked;
    }

    private static void refuseQuery(Call call, String detail) {
        if (!call.query().names().isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, detail);
        }
    }

    /**
     * The client's key for a request, if there is one.
     *
     * @throws ProblemException if it is none
     */
    static Optional<String> key(Call call) {
        Optional<String> key = call.header("Idempotency-Key");
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw new ProblemException(
                    ProblemCode.INVALID_HEADER, "An Idempotency-Key has 16 to 128 printable characters.");
        }
        return key;
    }

    /** All that makes one request another than the next, as bytes. */
    private static byte[] whole(Asked asked, List<Submission.Field> fields) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(asked.query().json().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(asked.origin().json());
        fields.forEach(field -> whole.writeBytes(field.blob().sha256().getBytes(StandardCharsets.US_ASCII)));
        return whole.toByteArray();
    }

    /** The code under which a client's key is kept. */
    String code(String key) {
        return secrets.code("idempotency " + key);
    }

    /** The key of a request that asks for this. */
    Submission.Once once(String key, byte[] asked) {
        return new Submission.Once(code(key), HexFormat.of().formatHex(digest().digest(asked)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String media(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private Asked form(Call call, String type, ReceivedImages images) {
        var boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw broken();
        }
        refuseQuery(call, "With multipart/form-data all is said in the part 'request'.");
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(call.body())
                    .setBoundary(boundary.group(1).getBytes(StandardCharsets.US_ASCII))
                    .get();
            @Nullable Asked asked = null;
            for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
                String headers = input.readHeaders();
                String name = name(headers);
                if (name.equals("request") && asked == null) {
                    asked = Asked.of(JsonFields.of(json(input.newInputStream())));
                } else if (name.equals("image") && images.count() < MOST_FIELDS) {
                    images.add(input.newInputStream(), partMedia(headers), mostBytes);
                } else {
                    throw new ProblemException(
                            ProblemCode.INVALID_REQUEST,
                            "The form has one part 'request' and up to " + MOST_FIELDS + " parts 'image'.");
                }
            }
            if (asked == null || images.count() == 0) {
                throw new ProblemException(
                        ProblemCode.INVALID_REQUEST, "The form needs a part 'request' and a part 'image' or more.");
            }
            return asked;
        } catch (FileUploadException e) {
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] json(InputStream part) throws IOException {
        byte[] json = part.readNBytes(MOST_JSON + 1);
        if (json.length > MOST_JSON) {
            throw new ProblemException(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "The part 'request' is larger than the " + MOST_JSON + " bytes that are taken.");
        }
        return json;
    }

    static String name(String headers) {
        var name = PART_NAME.matcher(headers);
        return name.find() ? name.group(1) : "";
    }

    static String partMedia(String headers) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, "content-type:", 0, 13))
                .map(line -> media(line.substring(13)))
                .findFirst()
                .orElse(ImageFormat.UNDECLARED);
    }

    static ProblemException broken() {
        return new ProblemException(ProblemCode.INVALID_REQUEST, "The form is broken.");
    }
}
