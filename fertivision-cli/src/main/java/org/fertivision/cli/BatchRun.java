package org.fertivision.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures the specimens of a batch side by side on threads of this process. */
final class BatchRun {
    private final List<Specimen> specimens;
    private final Batch batch;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<SpecimenEnd> ends = new ConcurrentLinkedQueue<>();

    BatchRun(List<Specimen> specimens, Batch batch) {
        this.specimens = specimens;
        this.batch = batch;
    }

    /**
     * Measures all and writes the tables.
     *
     * @return how many reports were there before and still hold
     * @throws Failure if the request itself is wrong or results cannot be written
     */
    int all(int threads) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "specimen");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(workers.submit(this::oneAfterAnother));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw new Failure(ExitCode.INTERRUPTED, "interrupted");
        } finally {
            stop();
            workers.shutdown();
        }
        batch.finish(ends);
        return (int) ends.stream()
                .filter(end -> end instanceof SpecimenEnd.Measured measured && measured.before())
                .count();
    }

    private void oneAfterAnother() {
        try {
            for (int number = next.getAndIncrement(); number < specimens.size(); number = next.getAndIncrement()) {
                ends.add(batch.measure(specimens.get(number)));
            }
        } finally {
            stop();
        }
    }

    private void stop() {
        next.set(specimens.size());
    }
}
