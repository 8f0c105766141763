package org.fertivision.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection of bare bytes. */
public final class Wire implements AutoCloseable {
    private final Socket socket = new Socket();

    /** What came back until the end of the connection or of patience. */
    public record Heard(String text, boolean closed, long millis) {
        /** How many answers there are. */
        public int answers() {
            return text.split("HTTP/1\\.1 [0-9]", -1).length - 1;
        }

        /** The status of the first answer, 0 without one. */
        public int status() {
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }
    }

    /** Connects. */
    public Wire(int port) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
    }

    /** Sends bytes, one for each character. */
    public Wire send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Ends the sending. */
    public Wire end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Listens until the server closes, or has said something and then nothing for a while. */
    public Heard hearAnswer() throws IOException {
        return hear(5_000, 250);
    }

    /** Listens until the server closes or that time is over. */
    public Heard hear(int millis) throws IOException {
        return hear(millis, millis);
    }

    private Heard hear(int millis, int silence) throws IOException {
        long started = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        boolean closed = false;
        try {
            while (!closed) {
                long left = millis - (System.nanoTime() - started) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                socket.setSoTimeout((int) (bytes.size() == 0 ? left : Math.min(left, silence)));
                int read = in.read();
                closed = read < 0;
                if (!closed) {
                    bytes.write(read);
                    bytes.writeBytes(in.readNBytes(in.available()));
                }
            }
        } catch (SocketTimeoutException e) {
            closed = false;
        } catch (IOException e) {
            closed = true;
        }
        return new Heard(
                bytes.toString(StandardCharsets.ISO_8859_1), closed, (System.nanoTime() - started) / 1_000_000);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
