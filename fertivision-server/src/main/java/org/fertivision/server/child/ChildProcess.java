package org.fertivision.server.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.fertivision.server.child.ChildEndedException.Reason;
import org.jspecify.annotations.Nullable;

/** The parent's side of one child, which answers one question at a time. */
final class ChildProcess implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int OUT_OF_MEMORY = 3;
    private static final long END_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 25;
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final String LATER = "5";

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int answered;
    private volatile boolean stopped;

    private ChildProcess(Process process) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
    }

    /**
     * Starts a child, which inherits nothing of the environment but how it writes names of files, and which takes the
     * processor after all others where the system knows such an order, so that people who read do not wait for it.
     */
    static ChildProcess start(List<String> command) {
        List<String> whole =
                new ArrayList<>(Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", LATER) : List.of());
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> !name.startsWith("LC_") && !name.equals("LANG"));
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("no process can be started", e);
        }
    }

    /**
     * Waits until it listens.
     *
     * @throws ChildEndedException if it ended instead
     */
    void awaitReady() {
        try {
            if (in.readByte() != Message.READY) {
                throw new IOException("the child does not begin as it should");
            }
        } catch (IOException e) {
            throw new ChildEndedException(reason());
        }
    }

    /** How many questions it has answered. */
    int answered() {
        return answered;
    }

    /** Whether it can be asked. */
    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Its answer.
     *
     * @param inputs what it may open
     * @param wanted whether somebody still wants the answer
     * @throws ChildEndedException if it ended instead, or was ended because nobody wants the answer any more
     */
    byte[] ask(byte[] question, List<Input> inputs, DoubleConsumer progress, BooleanSupplier wanted) {
        Thread watch = Thread.ofVirtual().start(() -> watch(wanted));
        Map<Integer, InputStream> open = new HashMap<>();
        try {
            out.writeByte(Message.ASK);
            out.writeInt(question.length);
            out.write(question);
            out.writeInt(inputs.size());
            out.flush();
            while (true) {
                int what = in.readByte();
                if (what == Message.ANSWER) {
                    byte[] answer = in.readNBytes(in.readInt());
                    answered++;
                    return answer;
                }
                if (what == Message.FAILED) {
                    answered++;
                    throw new ChildEndedException(Reason.FAILED);
                }
                serve(what, inputs, open, progress);
            }
        } catch (IOException e) {
            throw new ChildEndedException(reason());
        } finally {
            watch.interrupt();
            open.values().forEach(ChildProcess::close);
        }
    }

    private void serve(int what, List<Input> inputs, Map<Integer, InputStream> open, DoubleConsumer progress)
            throws IOException {
        switch (what) {
            case Message.PROGRESS -> progress.accept(in.readDouble());
            case Message.OPEN -> {
                int stream = in.readInt();
                open.put(stream, open(inputs.get(in.readInt())));
            }
            case Message.READ -> {
                InputStream from = open.get(in.readInt());
                byte[] piece = piece(from, in.readInt());
                out.writeByte(Message.PIECE);
                out.writeInt(piece.length);
                out.write(piece);
                out.flush();
            }
            case Message.CLOSE -> {
                InputStream over = open.remove(in.readInt());
                if (over != null) {
                    close(over);
                }
            }
            default -> throw new IOException("the child says what nobody understands");
        }
    }

    /** Trouble with an input is none of the child's. */
    private static InputStream open(Input input) {
        try {
            return input.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] piece(@Nullable InputStream from, int most) {
        try {
            return from == null ? new byte[0] : from.readNBytes(Math.min(most, Message.MOST_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void watch(BooleanSupplier wanted) {
        try {
            while (wanted.getAsBoolean()) {
                Thread.sleep(LOOK_MILLIS);
            }
            stopped = true;
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reason reason() {
        try {
            if (!process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS)) {
                close();
                return Reason.DIED;
            }
            if (stopped) {
                return Reason.STOPPED;
            }
            return process.exitValue() == OUT_OF_MEMORY ? Reason.OUT_OF_MEMORY : Reason.DIED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            return Reason.DIED;
        }
    }

    /** Ends it at once. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
