package org.fertivision.server.blob;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The part of Cloud Storage's JSON API that blobs need, on this machine: objects made once (ifGenerationMatch=0) in one
 * request or in pieces, read whole or in ranges, listed in pages, deleted. It fails as told.
 */
public final class CloudStorageFake implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes[= ]([0-9]+)-([0-9]+)(?:/(\\*|[0-9]+))?");
    private static final int PIECE_UNIT = 1 << 18;

    private final HttpServer server;
    private final Map<String, Kept> objects = new TreeMap<>();
    private final Map<String, ByteArrayOutputStream> sessions = new HashMap<>();
    private final ConcurrentLinkedDeque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final List<String> asked = new ArrayList<>();
    private volatile UnaryOperator<byte[]> receiving = UnaryOperator.identity();
    private volatile boolean refusing;
    private boolean losing;
    private volatile int pageSize = 1_000;

    /** An object with the time at which it was made. */
    private record Kept(byte[] bytes, Instant made) {}

    /** How the next request fails. */
    public enum Fault {
        /** Not at all. */
        NONE,
        /** Answered 503 and nothing done. */
        BUSY,
        /** Answered 429 and nothing done. */
        TOO_MANY,
        /** Done, and the answer lost. */
        ANSWER_LOST,
        /** Half of the piece taken. */
        HALF_TAKEN
    }

    /** Begins to answer on a free port. */
    public CloudStorageFake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Its address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests fail, in this order. */
    public void fail(Fault... next) {
        faults.addAll(Arrays.asList(next));
    }

    /** All requests are answered 503 from now on, or no longer. */
    public void refuse(boolean all) {
        refusing = all;
    }

    /** What becomes of bytes that arrive. */
    void receiving(UnaryOperator<byte[]> change) {
        receiving = change;
    }

    void pageSize(int size) {
        pageSize = size;
    }

    /** The names of all objects. */
    public synchronized List<String> names() {
        return List.copyOf(objects.keySet());
    }

    synchronized byte[] bytes(String name) {
        return objects.get(name).bytes().clone();
    }

    synchronized void put(String name, byte[] bytes) {
        objects.put(name, new Kept(bytes.clone(), Instant.now()));
    }

    synchronized void delete(String name) {
        objects.remove(name);
    }

    /** The method and path of each request so far. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        Fault fault = faults.poll();
        synchronized (this) {
            losing = fault == Fault.ANSWER_LOST;
            asked.add(call.getRequestMethod() + " " + call.getRequestURI());
            if (refusing || fault == Fault.BUSY) {
                answer(call, 503, new byte[0]);
            } else if (fault == Fault.TOO_MANY) {
                answer(call, 429, new byte[0]);
            } else {
                String path = call.getRequestURI().getRawPath();
                if (path.startsWith("/session/")) {
                    session(call, path, fault == Fault.HALF_TAKEN ? Arrays.copyOf(body, half(body)) : body);
                } else if (path.startsWith("/upload/")) {
                    upload(call, body);
                } else {
                    object(call, path);
                }
            }
        }
    }

    private static int half(byte[] body) {
        return body.length / 2 / PIECE_UNIT * PIECE_UNIT;
    }

    private void upload(HttpExchange call, byte[] body) throws IOException {
        Map<String, String> query = query(call);
        String name = query.get("name");
        if (!"0".equals(query.get("ifGenerationMatch"))) {
            answer(call, 400, new byte[0]);
        } else if (objects.containsKey(name)) {
            answer(call, 412, new byte[0]);
        } else if ("resumable".equals(query.get("uploadType"))) {
            String path = "/session/" + BucketObject.encoded(name) + "/" + sessions.size();
            sessions.put(path, new ByteArrayOutputStream());
            call.getResponseHeaders().set("Location", address() + path);
            answer(call, 200, new byte[0]);
        } else {
            put(name, receiving.apply(body));
            answer(call, 200, metadata(name));
        }
    }

    private void session(HttpExchange call, String path, byte[] body) throws IOException {
        String name = URLDecoder.decode(path.split("/")[2], StandardCharsets.UTF_8);
        if (call.getRequestMethod().equals("DELETE")) {
            answer(call, sessions.remove(path) == null ? 404 : 499, new byte[0]);
            return;
        }
        ByteArrayOutputStream arrived = sessions.get(path);
        Matcher range = RANGE.matcher(call.getRequestHeaders().getFirst("Content-Range"));
        if (objects.containsKey(name)) {
            answer(call, 200, metadata(name));
        } else if (!range.matches()) {
            notAllYet(call, arrived.size());
        } else {
            boolean last = !range.group(3).equals("*");
            long length = Long.parseLong(range.group(2)) - Long.parseLong(range.group(1)) + 1;
            if (Long.parseLong(range.group(1)) != arrived.size() || !last && length % PIECE_UNIT != 0) {
                answer(call, 400, new byte[0]);
                return;
            }
            arrived.write(body, 0, body.length);
            if (last && arrived.size() == Long.parseLong(range.group(3))) {
                put(name, receiving.apply(arrived.toByteArray()));
                answer(call, 200, metadata(name));
            } else {
                notAllYet(call, arrived.size());
            }
        }
    }

    private void notAllYet(HttpExchange call, int arrived) throws IOException {
        if (arrived > 0) {
            call.getResponseHeaders().set("Range", "bytes=0-" + (arrived - 1));
        }
        answer(call, 308, new byte[0]);
    }

    private void object(HttpExchange call, String path) throws IOException {
        String[] parts = path.split("/");
        if (path.contains("/iam/testPermissions")) {
            answer(call, 200, "{\"permissions\": [\"storage.objects.create\"]}");
        } else if (parts.length == 6) {
            list(call);
        } else {
            String name = URLDecoder.decode(parts[6], StandardCharsets.UTF_8);
            Kept kept = objects.get(name);
            if (kept == null) {
                answer(call, 404, new byte[0]);
            } else if (call.getRequestMethod().equals("DELETE")) {
                delete(name);
                answer(call, 204, new byte[0]);
            } else {
                read(call, kept.bytes());
            }
        }
    }

    private void read(HttpExchange call, byte[] bytes) throws IOException {
        String asked = call.getRequestHeaders().getFirst("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        if (!range.matches()) {
            answer(call, 200, bytes);
            return;
        }
        int from = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(range.group(1)));
        if (from >= bytes.length) {
            answer(call, 416, new byte[0]);
            return;
        }
        int end = (int) Math.min(bytes.length, Long.parseLong(range.group(2)) + 1);
        call.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + bytes.length);
        answer(call, 206, Arrays.copyOfRange(bytes, from, end));
    }

    private void list(HttpExchange call) throws IOException {
        Map<String, String> query = query(call);
        int most = Math.min(pageSize, Integer.parseInt(query.get("maxResults")));
        List<String> rest = objects.keySet().stream()
                .filter(name -> name.startsWith(query.get("prefix")))
                .filter(name -> name.compareTo(query.getOrDefault("pageToken", "")) > 0)
                .toList();
        List<String> page = rest.subList(0, Math.min(most, rest.size()));
        StringBuilder json = new StringBuilder("{\"items\": [");
        page.forEach(name -> json.append(json.charAt(json.length() - 1) == '[' ? "" : ", ")
                .append("{\"name\": \"" + name + "\", \"timeCreated\": \""
                        + objects.get(name).made() + "\"}"));
        json.append(page.size() < rest.size() ? "], \"nextPageToken\": \"" + page.get(page.size() - 1) + "\"}" : "]}");
        answer(call, 200, json.toString());
    }

    private String metadata(String name) {
        byte[] bytes = objects.get(name).bytes();
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return "{\"kind\": \"storage#object\", \"name\": \"" + name + "\", \"generation\": \"1\", \"size\": \""
                + bytes.length + "\", \"crc32c\": \""
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(4)
                                .putInt((int) sum.getValue())
                                .array())
                + "\"}";
    }

    private static Map<String, String> query(HttpExchange call) {
        Map<String, String> query = new HashMap<>();
        for (String pair : call.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private void answer(HttpExchange call, int status, String json) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/json");
        answer(call, status, json.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange call, int status, byte[] body) throws IOException {
        if (losing) {
            call.close();
            return;
        }
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
