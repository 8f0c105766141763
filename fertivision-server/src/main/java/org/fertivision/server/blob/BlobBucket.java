package org.fertivision.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fertivision.server.google.GoogleApi;
import org.fertivision.server.google.Reply;
import org.fertivision.server.seal.DataKey;

/** Blobs as objects of a bucket of Cloud Storage, each made once and never written over. */
public final class BlobBucket implements BlobStore {
    private static final String KEPT = "kept/";
    private static final String MARK = "database";
    private static final long ANSWER_STAYS_NANOS = Duration.ofSeconds(5).toNanos();

    private final GoogleApi api;
    private final String bucket;
    private volatile Taking known = new Taking(false, System.nanoTime() - ANSWER_STAYS_NANOS);

    /** Whether bytes were taken at a time. */
    private record Taking(boolean taken, long nanos) {}

    /** Asks Google. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    /** The blobs of a bucket. */
    public BlobBucket(GoogleApi api, String bucket) {
        this.api = api;
        this.bucket = bucket;
    }

    private static <T> T answer(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new UnavailableException(e);
        }
    }

    private static String name(UUID id) {
        return KEPT + id;
    }

    private BucketObject object(String name) {
        return new BucketObject(bucket, name);
    }

    @Override
    public Blob keep(UUID id, InputStream bytes, long most, DataKey key) {
        BucketUpload upload = new BucketUpload(api, object(name(id)));
        try {
            return Sealed.write(id, bytes, upload, most, key);
        } catch (IOException e) { // of what is to be kept, since the upload tells its own troubles otherwise
            throw new UncheckedIOException(e);
        } finally {
            upload.giveUp();
        }
    }

    @Override
    public void discard(UUID id) {
        int status = answer(
                        () -> api.send(api.request(object(name(id)).path("")).DELETE()))
                .statusCode();
        if (status != 404) {
            expect(status, 204);
        }
    }

    private static void expect(int status, int wanted) {
        if (status != wanted) {
            throw new UnavailableException(new IOException("Cloud Storage answered " + status));
        }
    }

    @Override
    public InputStream open(Blob blob, DataKey key) throws IOException {
        return Sealed.open(new BucketChannel(api, object(name(blob.id()))), blob, key);
    }

    @Override
    public List<UUID> keptBefore(Instant time) {
        List<UUID> old = new ArrayList<>();
        Optional<String> page = Optional.of("");
        while (page.isPresent()) {
            Reply reply = page(page.get(), 1_000);
            answer(() -> {
                for (Reply item : reply.all("items")) {
                    if (Instant.parse(item.text("timeCreated")).isBefore(time)) {
                        old.add(UUID.fromString(item.text("name").substring(KEPT.length())));
                    }
                }
                return true;
            });
            page = reply.find("nextPageToken");
        }
        return old;
    }

    private Reply page(String token, int most) {
        String query = "?prefix=" + BucketObject.encoded(KEPT) + "&maxResults=" + most
                + "&fields=items(name,timeCreated),nextPageToken"
                + (token.isEmpty() ? "" : "&pageToken=" + BucketObject.encoded(token));
        HttpResponse<byte[]> answer =
                answer(() -> api.send(api.request("/storage/v1/b/" + BucketObject.encoded(bucket) + "/o" + query)));
        expect(answer.statusCode(), 200);
        return answer(() -> Reply.of(answer.body()));
    }

    @Override
    public boolean isOf(UUID database) {
        Optional<String> mark = mark();
        if (mark.isEmpty()) {
            if (!page("", 1).all("items").isEmpty()) {
                return false;
            }
            int status = answer(() -> api.send(api.request(object(MARK).uploadPath("media"))
                            .header("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofString(database.toString()))))
                    .statusCode();
            if (status != 412) { // another has it, or an earlier attempt of ours
                expect(status, 200);
            }
            mark = mark();
        }
        return mark.equals(Optional.of(database.toString()));
    }

    private Optional<String> mark() {
        HttpResponse<byte[]> answer =
                answer(() -> api.send(api.request(object(MARK).path("?alt=media"))));
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        expect(answer.statusCode(), 200);
        return Optional.of(new String(answer.body(), StandardCharsets.US_ASCII));
    }

    /** Whether Google says that we may make, read and throw away objects; for five seconds it is not asked again. */
    @Override
    public boolean takes() {
        Taking last = known;
        if (System.nanoTime() - last.nanos() >= ANSWER_STAYS_NANOS) {
            last = new Taking(mayWrite(), System.nanoTime());
            known = last;
        }
        return last.taken();
    }

    private boolean mayWrite() {
        String wanted = "storage.objects.create";
        try {
            HttpResponse<byte[]> answer = api.send(api.request(
                    "/storage/v1/b/" + BucketObject.encoded(bucket) + "/iam/testPermissions?permissions=" + wanted));
            return answer.statusCode() == 200 && new String(answer.body(), StandardCharsets.UTF_8).contains(wanted);
        } catch (IOException e) {
            return false;
        }
    }
}
