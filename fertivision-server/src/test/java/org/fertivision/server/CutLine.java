package org.fertivision.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a port of this machine that can be cut, with all connections over it, and mended again. */
final class CutLine implements AutoCloseable {
    private final int to;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    CutLine(int to) throws IOException {
        this.to = to;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = listening.getLocalPort();
        Thread.ofVirtual().start(() -> accept(listening));
    }

    /** Where it begins. */
    int port() {
        return port;
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket here = at.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> carry(here, there));
                Thread.ofVirtual().start(() -> carry(there, here));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket into) {
        try (Closeable one = from;
                Closeable other = into;
                InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            open.remove(from); // it was cut
        }
    }

    /** Cuts it. */
    void cut() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Mends it. */
    void mend() throws IOException {
        listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        ServerSocket now = listening;
        Thread.ofVirtual().start(() -> accept(now));
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
