package org.fertivision.server.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real Redis in a process of its own. Where none is installed the test is told to be left out, aloud. */
public final class RedisProcess implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/redis-server"), Path.of("/usr/local/bin/redis-server"));

    private final int port;
    private final Path dir;
    private Process process;

    private RedisProcess(int port, Path dir) {
        this.port = port;
        this.dir = dir;
    }

    /** Starts one that keeps nothing. */
    public static RedisProcess start(Path dir) throws IOException, InterruptedException {
        if (PLACES.stream().noneMatch(Files::isExecutable)) {
            System.err.println("NOT TESTED: no redis-server is installed (Debian: apt install redis-server)");
            Assumptions.abort("no redis-server is installed");
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RedisProcess redis = new RedisProcess(free.getLocalPort(), dir);
            free.close();
            redis.begin();
            return redis;
        }
    }

    /** Starts it, again after {@link #kill}. */
    public void begin() throws IOException, InterruptedException {
        Path binary = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        process = new ProcessBuilder(
                        binary.toString(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--dir", "" + dir)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("redis.log").toFile())
                .start();
        for (int i = 0; i < 200; i++) {
            try {
                if (say("PING").startsWith("+PONG")) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(25);
            }
        }
        throw new IOException("redis-server does not answer: " + Files.readString(dir.resolve("redis.log")));
    }

    /** Its address. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** Says one command and gives what comes back at once. */
    public String say(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] some = new byte[65_536];
            int read = socket.getInputStream().read(some);
            return new String(some, 0, Math.max(0, read), StandardCharsets.UTF_8);
        }
    }

    /** Kills it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
