package org.fertivision.server.analysis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a child is to measure, but for the images.
 *
 * @param scope whose it is
 * @param request what was asked, as JSON
 * @param allowed how long it may take
 */
record Errand(String scope, String request, Duration allowed) {
    /** As bytes that read back equal. */
    byte[] bytes() {
        byte[] whose = scope.getBytes(StandardCharsets.UTF_8);
        byte[] what = request.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + whose.length + what.length)
                .putLong(allowed.toMillis())
                .putInt(whose.length)
                .put(whose)
                .put(what)
                .array();
    }

    static Errand of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        Duration allowed = Duration.ofMillis(from.getLong());
        byte[] whose = new byte[from.getInt()];
        from.get(whose);
        String what = StandardCharsets.UTF_8.decode(from).toString();
        return new Errand(new String(whose, StandardCharsets.UTF_8), what, allowed);
    }
}
