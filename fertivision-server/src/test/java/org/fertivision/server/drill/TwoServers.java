package org.fertivision.server.drill;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients of two servers behind a proxy that gives each connection to the next of them, and to the other only where the first
 * cannot be reached; one of the servers is killed in the middle. {@code PORT SETUP-PATH IMAGE SECONDS PID-TO-KILL PORT-A PORT-B}.
 */
final class TwoServers {
    private static final String KIND = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";
    private static final int PIECE = 256 * 1024;
    private static final int TRIES = 60;
    private static final long WAIT_MILLIS = 120_000;

    private final int port;
    private final long until;
    private final List<String> acknowledged = new ArrayList<>();
    private final Queue<String> forJobs = new ConcurrentLinkedQueue<>();
    private final Queue<String> forEvents = new ConcurrentLinkedQueue<>();
    private final Map<String, Flow> flows = new TreeMap<>();
    private String token = "";
    private String cookie = "";

    private TwoServers(int port, int seconds) {
        this.port = port;
        this.until = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** What became of the requests of a flow: answered as hoped, cut or refused with 503 and asked again, failed. */
    private static final class Flow {
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger cut = new AtomicInteger();
        private final AtomicInteger told = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();

        @Override
        public String toString() {
            return done + " done, " + cut + " cut and asked again, " + told + " told 503 and asked again, " + failed
                    + " failed";
        }
    }

    private record Reply(int status, String head, String body) {
        String member(String name) {
            Matcher member = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(body);
            return member.find() ? member.group(1) : "";
        }
    }

    /** A part of the work of a client, done again and again. */
    @FunctionalInterface
    private interface Act {
        void on(Flow flow) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        byte[] image = Files.readAllBytes(Path.of(args[2]));
        int seconds = Integer.parseInt(args[3]);
        proxy(port, Integer.parseInt(args[5]), Integer.parseInt(args[6]));
        TwoServers clients = new TwoServers(port, seconds);
        clients.signIn(args[1]);
        List<Thread> threads = List.of(
                clients.begin("hand in", 400, flow -> clients.handIn(flow, image)),
                clients.begin("jobs", 50, clients::job),
                clients.begin("events", 50, clients::events),
                clients.begin("reads", 100, clients::read),
                clients.begin("session", 300, clients::session),
                clients.begin("pieces", 300, clients::pieces));
        Thread.sleep(seconds * 500L + ThreadLocalRandom.current().nextInt(2_000));
        ProcessHandle.of(Long.parseLong(args[4])).orElseThrow().destroyForcibly();
        System.out.println("killed, with " + clients.count() + " acknowledged");
        for (Thread thread : threads) {
            thread.join();
        }
        clients.flows.forEach((name, flow) -> System.out.println(name + ": " + flow));
        boolean whole = clients.check();
        boolean failed =
                clients.flows.values().stream().anyMatch(flow -> flow.failed.get() > 0 || flow.done.get() == 0);
        System.exit(whole && !failed ? 0 : 1);
    }

    private static void proxy(int port, int... servers) throws IOException {
        ServerSocket listening = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        AtomicInteger next = new AtomicInteger();
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                try {
                    Socket client = listening.accept();
                    int first = next.getAndIncrement() % servers.length;
                    Thread.ofVirtual().start(() -> pass(client, servers[first], servers[1 - first]));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    private static void pass(Socket client, int first, int second) {
        try (client;
                Socket server = reached(first, second)) {
            Thread back = Thread.ofVirtual().start(() -> carry(server, client));
            carry(client, server);
            back.join();
        } catch (IOException | InterruptedException e) { // nobody there, or over: the client sees its connection closed
            Thread.currentThread().interrupt();
        }
    }

    private static Socket reached(int first, int second) throws IOException {
        try {
            return connected(first);
        } catch (IOException e) {
            return connected(second);
        }
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return socket;
    }

    private static void carry(Socket from, Socket into) {
        try (Closeable end = into::shutdownOutput) {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException e) {
            try (from;
                    into) {
                return;
            } catch (IOException closing) {
                return;
            }
        }
    }

    private Socket asked(String method, String path, String headers, byte[] body) throws IOException {
        Socket socket = connected(port);
        socket.setSoTimeout(60_000);
        OutputStream out = socket.getOutputStream();
        out.write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return socket;
    }

    private Reply once(String method, String path, String headers, byte[] body) throws IOException {
        try (Socket socket = asked(method, path, headers, body)) {
            byte[] all = socket.getInputStream().readAllBytes();
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            Matcher length = Pattern.compile("(?i)\r\nContent-Length: ([0-9]+)").matcher(text);
            if (end < 0 || length.find() && all.length - end - 4 < Integer.parseInt(length.group(1))) {
                throw new IOException("cut");
            }
            return new Reply(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
        }
    }

    /** Asks until there is an answer that is not 503. */
    private Reply surely(Flow flow, String method, String path, String headers, byte[] body) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            try {
                Reply reply = once(method, path, headers, body);
                if (reply.status() != 503) {
                    return reply;
                }
                flow.told.incrementAndGet();
            } catch (IOException e) {
                flow.cut.incrementAndGet();
            }
            Thread.sleep(250);
        }
        throw new IOException("no answer to " + method + " " + path);
    }

    private Reply get(Flow flow, String path) throws Exception {
        return surely(flow, "GET", path, bearer(), new byte[0]);
    }

    private String bearer() {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static void hope(Flow flow, boolean good, Reply reply, String what) {
        (good ? flow.done : flow.failed).incrementAndGet();
        if (!good) {
            System.out.println(what + ": " + reply);
        }
    }

    private void signIn(String setup) throws Exception {
        Flow flow = new Flow();
        String json = "Content-Type: application/json\r\n";
        String own = json + "Origin: http://127.0.0.1:" + port + "\r\n";
        Reply made = surely(
                flow,
                "POST",
                setup + "/account",
                own,
                "{\"login\":\"anna\",\"name\":\"Anna\",\"password\":\"a long pass phrase\"}"
                        .getBytes(StandardCharsets.UTF_8));
        Reply in = surely(
                flow,
                "POST",
                "/v1/session",
                own,
                "{\"login\":\"anna\",\"password\":\"a long pass phrase\"}".getBytes(StandardCharsets.UTF_8));
        Matcher set = Pattern.compile("(?i)Set-Cookie: ([^;]*)").matcher(in.head());
        if (!set.find()) {
            throw new IllegalStateException(made + " " + in);
        }
        cookie = "Cookie: " + set.group(1) + "\r\n";
        Reply issued = surely(
                flow,
                "POST",
                "/v1/admin/tokens",
                own + cookie + "X-CSRF-Token: " + in.member("csrfToken") + "\r\n",
                "{\"name\":\"drill\",\"scopes\":[\"analyses:read\",\"analyses:write\",\"reports:read\",\"audit:read\"]}"
                        .getBytes(StandardCharsets.UTF_8));
        token = issued.member("token");
    }

    private Thread begin(String name, int pauseMillis, Act act) {
        Flow flow = new Flow();
        flows.put(name, flow);
        return Thread.ofVirtual().start(() -> {
            while (System.nanoTime() < until) {
                try {
                    act.on(flow);
                    Thread.sleep(pauseMillis);
                } catch (Exception e) { // a flow that ends is what the drill looks for
                    flow.failed.incrementAndGet();
                    System.out.println(name + ": " + e);
                }
            }
        });
    }

    private void handIn(Flow flow, byte[] image) throws Exception {
        String headers = bearer() + "Content-Type: image/png\r\nPrefer: respond-async\r\nIdempotency-Key: "
                + UUID.randomUUID() + "\r\n";
        Reply reply = surely(flow, "POST", KIND, headers, image);
        String id = reply.member("id");
        hope(flow, reply.status() / 100 == 2 && id.startsWith("ana_"), reply, "hand in");
        if (id.startsWith("ana_")) {
            synchronized (acknowledged) {
                acknowledged.add(id);
            }
            (count() % 2 == 0 ? forJobs : forEvents).add(id);
        }
    }

    private int count() {
        synchronized (acknowledged) {
            return acknowledged.size();
        }
    }

    private void job(Flow flow) throws Exception {
        String id = forJobs.poll();
        if (id == null) {
            return;
        }
        Reply reply = get(flow, "/v1/jobs/" + id.replace("ana_", "job_"));
        hope(flow, reply.status() == 200, reply, "job");
        if (reply.status() == 200 && !reply.member("status").equals("succeeded")) {
            forJobs.add(id);
        }
    }

    /** Hears the events of a job until the last; where the line is cut, hears them anew. */
    private void events(Flow flow) throws Exception {
        String id = forEvents.poll();
        if (id == null) {
            return;
        }
        long wait = System.currentTimeMillis() + WAIT_MILLIS;
        while (System.currentTimeMillis() < wait) {
            try (Socket socket =
                            asked("GET", "/v1/jobs/" + id.replace("ana_", "job_") + "/events", bearer(), new byte[0]);
                    InputStream in = socket.getInputStream()) {
                ByteArrayOutputStream heard = new ByteArrayOutputStream();
                in.transferTo(heard);
                if (heard.toString(StandardCharsets.UTF_8).contains("event: done")) {
                    flow.done.incrementAndGet();
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(250);
            }
            flow.cut.incrementAndGet();
        }
        throw new IOException("no end of the events of " + id);
    }

    private void read(Flow flow) throws Exception {
        if (count() == 0) {
            return;
        }
        String id;
        synchronized (acknowledged) {
            id = acknowledged.get(ThreadLocalRandom.current().nextInt(acknowledged.size()));
        }
        Reply one = get(flow, "/v1/analyses/" + id);
        hope(flow, one.status() == 200 && one.body().contains(id), one, "read");
        Reply list = get(flow, "/v1/analyses?limit=20");
        hope(flow, list.status() == 200 && list.body().contains("ana_"), list, "list");
    }

    private void session(Flow flow) throws Exception {
        Reply reply = surely(flow, "GET", "/v1/session", cookie, new byte[0]);
        hope(flow, reply.status() == 200 && reply.body().contains("anna"), reply, "session");
    }

    /** An upload of four pieces; where the line is cut, the offset is asked and what is missing is sent. */
    private void pieces(Flow flow) throws Exception {
        byte[] whole = new byte[4 * PIECE];
        ThreadLocalRandom.current().nextBytes(whole);
        String json = bearer() + "Content-Type: application/json\r\n";
        Reply begun = surely(
                flow,
                "POST",
                "/v1/uploads",
                json,
                ("{\"size\":" + whole.length + "}").getBytes(StandardCharsets.UTF_8));
        String path = "/v1/uploads/" + begun.member("id");
        for (int first = 0; first < whole.length; ) {
            int end = Math.min(whole.length, first + PIECE);
            String range = "Content-Range: bytes " + first + "-" + (end - 1) + "/" + whole.length + "\r\n";
            try {
                Reply put = once("PUT", path, bearer() + range, Arrays.copyOfRange(whole, first, end));
                first = put.status() == 200 ? end : offset(flow, path);
            } catch (IOException e) {
                flow.cut.incrementAndGet();
                first = offset(flow, path);
            }
        }
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
        Reply complete = surely(
                flow,
                "POST",
                path + "/complete",
                json,
                ("{\"sha256\":\"" + hash + "\",\"size\":" + whole.length + "}").getBytes(StandardCharsets.UTF_8));
        hope(flow, complete.status() == 200 && complete.member("status").equals("complete"), complete, "pieces");
        surely(flow, "DELETE", path, bearer(), new byte[0]);
    }

    private int offset(Flow flow, String path) throws Exception {
        return Integer.parseInt(get(flow, path).member("offset"));
    }

    /** Whether every acknowledged analysis is there, measured once, and the audit trail whole. */
    private boolean check() throws Exception {
        Flow flow = new Flow();
        long wait = System.currentTimeMillis() + WAIT_MILLIS;
        int measured = 0;
        for (String id : acknowledged) {
            Reply reply = get(flow, "/v1/analyses/" + id);
            while (!reply.body().contains("completedAt") && System.currentTimeMillis() < wait) {
                Thread.sleep(250);
                reply = get(flow, "/v1/analyses/" + id);
            }
            measured += reply.member("status").equals("succeeded") ? 1 : 0;
        }
        StringBuilder trail = new StringBuilder();
        String page = " ";
        for (int after = 0; !page.isEmpty(); after += 1_000) {
            page = get(flow, "/v1/admin/audit.ndjson?after=" + after).body();
            trail.append(page);
        }
        long once = acknowledged.stream()
                .filter(id -> trail.toString().split("analysis completed\",\"object\":\"" + id, -1).length == 2)
                .count();
        String chain = surely(flow, "POST", "/v1/admin/audit/verify", bearer(), new byte[0])
                .body();
        System.out.println("acknowledged: " + acknowledged.size() + ", succeeded: " + measured + ", completed once: "
                + once + ", audit chain " + chain);
        return measured == acknowledged.size() && once == measured && chain.contains("\"whole\":true");
    }
}
