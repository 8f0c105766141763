package org.fertivision.server.child;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;

/**
 * Children that wait for questions. One is started when a question finds none, as large as the question needs; one that
 * ended, or has answered often enough to have gathered what it forgot to let go, is not asked again. Thread-safe.
 */
public final class Children implements AutoCloseable {
    private static final int MOST_ANSWERS = 200;

    private final IntFunction<List<String>> command;
    private final int usualMib;
    private final int mostMib;
    private final Deque<ChildProcess> waiting = new ArrayDeque<>();
    private final Set<ChildProcess> all = new HashSet<>();
    private boolean closed;

    /**
     * No children yet.
     *
     * @param command starts a child with a heap of so many MiB
     * @param usualMib the heap of a child that is kept
     * @param mostMib the heap of the largest child
     */
    public Children(IntFunction<List<String>> command, int usualMib, int mostMib) {
        this.command = command;
        this.usualMib = usualMib;
        this.mostMib = mostMib;
    }

    /** The use of one child, for one question. */
    public final class Turn implements AutoCloseable {
        private final ChildProcess child;
        private final boolean kept;
        private boolean whole;

        private Turn(ChildProcess child, boolean kept) {
            this.child = child;
            this.kept = kept;
        }

        /**
         * Its answer.
         *
         * @param inputs what belongs to the question
         * @param progress hears how far it is
         * @param wanted whether somebody still wants the answer, asked again and again
         * @throws ChildEndedException if it did not answer
         */
        public byte[] ask(byte[] question, List<Input> inputs, DoubleConsumer progress, BooleanSupplier wanted) {
            byte[] answer = child.ask(question, inputs, progress, wanted);
            whole = true;
            return answer;
        }

        /** Lets the child wait for the next question, or ends it. */
        @Override
        public void close() {
            giveBack(child, whole && kept && child.answered() < MOST_ANSWERS);
        }
    }

    /**
     * A child that listens: one that waits, or a new one.
     *
     * @param heapMib the heap that the question needs; above the usual, it is a child for this question alone
     * @throws ChildEndedException if none could be started
     */
    public Turn turn(int heapMib) {
        boolean kept = heapMib <= usualMib;
        return new Turn(kept ? next() : started(heapMib), kept);
    }

    private ChildProcess next() {
        synchronized (this) {
            while (!waiting.isEmpty()) {
                ChildProcess child = waiting.pop();
                if (child.isAlive()) {
                    return child;
                }
                all.remove(child);
            }
        }
        return started(usualMib);
    }

    private ChildProcess started(int heapMib) {
        ChildProcess child = ChildProcess.start(command.apply(heapMib));
        synchronized (this) {
            all.add(child);
            if (closed) {
                child.close();
            }
        }
        try {
            child.awaitReady();
            return child;
        } catch (ChildEndedException e) {
            giveBack(child, false);
            throw e;
        }
    }

    private synchronized void giveBack(ChildProcess child, boolean again) {
        if (again && !closed) {
            waiting.push(child);
        } else {
            all.remove(child);
            child.close();
        }
    }

    /** The heap of a child that is kept, MiB. */
    public int usualMib() {
        return usualMib;
    }

    /** The heap of the largest child, MiB. */
    public int mostMib() {
        return mostMib;
    }

    /** How many processes there are. */
    public synchronized int size() {
        return all.size();
    }

    /** Ends all of them. */
    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(ChildProcess::close);
        all.clear();
        waiting.clear();
    }
}
