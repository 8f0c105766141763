package org.fertivision.server.analysis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fertivision.FertiVision;
import org.fertivision.server.metrics.Counter;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.redis.Redis;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.spi.Descriptor;

/**
 * Result documents that any instance measured within the hour: of the same tenant, the same images, the same request and
 * the same software. Sealed under a key of the tenant's, in a Redis that may lose or spoil them. Thread-safe.
 */
final class SharedResults {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_BYTES = 1 << 20;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HASH_LETTERS = 64;

    private final Optional<Redis> redis;
    private final Secrets secrets;
    private final String software;
    private final Counter asked;
    private final SecureRandom random = new SecureRandom();

    SharedResults(Optional<Redis> redis, Secrets secrets, FertiVision engine, Metrics metrics) {
        this.redis = redis;
        this.secrets = secrets;
        this.software = engine.version() + " "
                + Stream.of(engine.plugins().analyzers(), engine.plugins().scorers())
                        .flatMap(List::stream)
                        .map(Descriptor::signature)
                        .collect(Collectors.joining(" "));
        this.asked = metrics.counter(
                "fertivision_shared_results_total", "Results that were looked for among the shared ones.", "outcome");
    }

    /** The result of an analysis, if it is there and whole. */
    Optional<Ending> find(UUID tenant, String request, List<Submission.Field> fields) {
        if (redis.isEmpty()) {
            return Optional.empty();
        }
        String name = name(tenant, request, fields);
        Optional<Ending> found = redis.get().get(key(name)).flatMap(value -> opened(tenant, name, value));
        asked.add(found.isPresent() ? "hit" : "miss");
        return found;
    }

    /** Has the result of an analysis kept for the others, if it is one. */
    void keep(UUID tenant, String request, List<Submission.Field> fields, Ending ending) {
        byte[] document = ending.document();
        String hash = ending.resultSha256();
        if (redis.isPresent() && document != null && hash != null && document.length <= MOST_BYTES) {
            String name = name(tenant, request, fields);
            redis.get().put(key(name), seal(tenant, name, hash, document), KEPT);
        }
    }

    private String name(UUID tenant, String request, List<Submission.Field> fields) {
        String images = fields.stream().map(field -> field.blob().sha256()).collect(Collectors.joining(" "));
        return secrets.code("result\0" + tenant + "\0" + software + "\0" + images + "\0" + request);
    }

    private static byte[] key(String name) {
        return ("fertivision:result:" + name).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] seal(UUID tenant, String name, String hash, byte[] document) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, tenant, name, nonce);
            byte[] plain = Arrays.copyOf(hash.getBytes(StandardCharsets.US_ASCII), HASH_LETTERS + document.length);
            System.arraycopy(document, 0, plain, HASH_LETTERS, document.length);
            byte[] value = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            int unused = cipher.doFinal(plain, 0, plain.length, value, NONCE_BYTES);
            return value;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES in GCM", e);
        }
    }

    private Optional<Ending> opened(UUID tenant, String name, byte[] value) {
        try {
            byte[] nonce = Arrays.copyOf(value, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, tenant, name, nonce);
            byte[] plain = cipher.doFinal(value, NONCE_BYTES, Math.max(0, value.length - NONCE_BYTES));
            String hash = new String(plain, 0, HASH_LETTERS, StandardCharsets.US_ASCII);
            return Optional.of(Ending.result(Arrays.copyOfRange(plain, HASH_LETTERS, plain.length), hash));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // not ours, or not as we wrote it
        }
    }

    /** A cipher for one value, which stands under one name and nowhere else. */
    private Cipher cipher(int mode, UUID tenant, String name, byte[] nonce) throws GeneralSecurityException {
        byte[] key = HexFormat.of().parseHex(secrets.code("key of results\0" + tenant));
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
