package org.fertivision.server.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The child's side: answers one question after the other, and asks the parent for the inputs. When the parent is gone, so
 * is the child, whatever it is doing.
 */
public final class Child {
    private static final int PIECE = 256 << 10;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final LinkedBlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private int streams;

    /** Answers a question. */
    @FunctionalInterface
    public interface Work {
        /**
         * The answer.
         *
         * @param question as the parent asked it
         * @param inputs what belongs to it, each to be opened any number of times
         * @param progress where the progress is told
         */
        byte[] answer(byte[] question, List<Input> inputs, DoubleConsumer progress);
    }

    /** What the parent asks. */
    private static final class Question {
        private final byte[] text;
        private final List<Input> inputs;

        Question(byte[] text, List<Input> inputs) {
            this.text = text;
            this.inputs = inputs;
        }
    }

    private Child(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /**
     * Answers until the parent is gone, and never returns.
     *
     * @param failed hears what ended a work
     */
    public static void serve(InputStream in, OutputStream out, Work work, Consumer<Throwable> failed) {
        Child child = new Child(in, out);
        // A terminal and a supervisor tell all processes to end; the parent ends its children when it has done with
        // them.
        Runtime.getRuntime().addShutdownHook(new Thread(Child::waitForTheEnd));
        Thread unused = Thread.ofPlatform().daemon().name("parent").start(child::listen);
        child.ready();
        child.work(work, failed);
    }

    private void listen() {
        try {
            while (true) {
                int what = in.readByte();
                byte[] bytes = new byte[Math.max(0, in.readInt())];
                in.readFully(bytes);
                if (what == Message.ASK) {
                    questions.add(new Question(bytes, inputs(in.readInt())));
                } else {
                    pieces.add(bytes);
                }
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0); // the parent is gone, and nobody waits for what is done here
        }
    }

    private List<Input> inputs(int count) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int input = i;
            inputs.add(() -> open(input));
        }
        return inputs;
    }

    private synchronized void ready() {
        try {
            out.writeByte(Message.READY);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitForTheEnd() {
        try {
            Thread.sleep(Duration.ofDays(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Work work, Consumer<Throwable> failed) {
        try {
            while (true) {
                Question question = questions.take();
                byte @Nullable [] answer = null;
                try {
                    answer = work.answer(question.text, question.inputs, this::progress);
                } catch (RuntimeException | LinkageError | StackOverflowError e) {
                    failed.accept(e);
                }
                say(answer);
            }
        } catch (InterruptedException | IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private synchronized void say(byte @Nullable [] answer) throws IOException {
        if (answer == null) {
            out.writeByte(Message.FAILED);
        } else {
            out.writeByte(Message.ANSWER);
            out.writeInt(answer.length);
            out.write(answer);
        }
        out.flush();
    }

    private synchronized void progress(double share) {
        try {
            out.writeByte(Message.PROGRESS);
            out.writeDouble(share);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized InputStream open(int input) throws IOException {
        int stream = streams++;
        out.writeByte(Message.OPEN);
        out.writeInt(stream);
        out.writeInt(input);
        out.flush();
        return new Pieces(stream);
    }

    private synchronized byte[] read(int stream, int most) throws IOException {
        out.writeByte(Message.READ);
        out.writeInt(stream);
        out.writeInt(most);
        out.flush();
        try {
            return pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private synchronized void close(int stream) throws IOException {
        out.writeByte(Message.CLOSE);
        out.writeInt(stream);
        out.flush();
    }

    /** An input, piece by piece. */
    private final class Pieces extends InputStream {
        private final int stream;
        private byte[] piece = new byte[0];
        private int at;
        private boolean ended;

        Pieces(int stream) {
            this.stream = stream;
        }

        private boolean more() throws IOException {
            if (at == piece.length && !ended) {
                piece = Child.this.read(stream, PIECE);
                at = 0;
                ended = piece.length == 0;
            }
            return !ended;
        }

        @Override
        public int read() throws IOException {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int read = Math.min(most, piece.length - at);
            System.arraycopy(piece, at, to, from, read);
            at += read;
            return read;
        }

        @Override
        public void close() throws IOException {
            ended = true;
            Child.this.close(stream);
        }
    }
}
