package org.fertivision.server.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes connections and answers to whatever comes with the same bytes, or with nothing. */
public final class MuteServer implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;

    /** Begins to listen. */
    public MuteServer(String answer) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                Socket one = socket.accept();
                Thread.ofVirtual().start(() -> answer(one));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void answer(Socket one) {
        try (one;
                InputStream in = one.getInputStream()) {
            byte[] heard = new byte[4_096];
            while (in.read(heard) >= 0) {
                one.getOutputStream().write(answer);
            }
        } catch (IOException e) {
            // the other side left
        }
    }

    /** Its address, as of a Redis. */
    public String address() {
        return "redis://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
