package org.fertivision.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fertivision.FertiVision;
import org.fertivision.report.Report;

/** Measures the specimens of a batch side by side, each by itself: what befalls one is no matter for the others. */
final class BatchRun {
    private static final String MEMORY = "there is not enough memory for it even alone; give more, for example with"
            + " FERTIVISION_JAVA_OPTS=-Xmx4g";

    private final List<Specimen> specimens;
    private final SpecimenLook look;
    private final Fingerprint fingerprint;
    private final BatchPlace place;
    private final boolean resumes;
    private final FertiVision engine;
    private final Progress progress;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final Queue<Integer> tooLarge = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<Integer, BatchProblem> problems = new ConcurrentSkipListMap<>();

    BatchRun(
            List<Specimen> specimens,
            SpecimenLook look,
            Fingerprint fingerprint,
            BatchPlace place,
            boolean resumes,
            FertiVision engine,
            Progress progress) {
        this.specimens = specimens;
        this.look = look;
        this.fingerprint = fingerprint;
        this.place = place;
        this.resumes = resumes;
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * Measures all.
     *
     * @throws Failure if the request itself is wrong or results cannot be written
     */
    void all(int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "specimen");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                ends.add(workers.submit(this::oneAfterAnother));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw new Failure(ExitCode.INTERRUPTED, "interrupted");
        } finally {
            next.set(specimens.size());
            workers.shutdown();
        }
        for (Integer number = tooLarge.poll(); number != null; number = tooLarge.poll()) {
            alone(number);
        }
    }

    /** How many were measured before and still hold. */
    int kept() {
        return kept.get();
    }

    /** Those that have a report now, in order. */
    List<Specimen> measured() {
        List<Specimen> measured = new ArrayList<>(specimens);
        problems.descendingKeySet().forEach(number -> measured.remove(number.intValue()));
        return measured;
    }

    /** What went wrong, in order. */
    List<BatchProblem> problems() {
        return List.copyOf(problems.values());
    }

    private void oneAfterAnother() {
        try {
            for (int number = next.getAndIncrement(); number < specimens.size(); number = next.getAndIncrement()) {
                try {
                    measure(number);
                } catch (OutOfMemoryError e) {
                    tooLarge.add(number);
                }
            }
        } finally {
            next.set(specimens.size());
        }
    }

    private void alone(int number) {
        try {
            measure(number);
        } catch (OutOfMemoryError e) {
            fail(number, new Failure(ExitCode.LIMIT, MEMORY));
        }
    }

    private void measure(int number) {
        Specimen specimen = specimens.get(number);
        Report report;
        String asked;
        try {
            asked = fingerprint.of(specimen);
            if (resumes && place.holds(specimen, asked)) {
                kept.incrementAndGet();
                progress.oneKept();
                return;
            }
            report = report(specimen);
        } catch (RuntimeException | IOException | LinkageError | StackOverflowError e) {
            Failure failure = Failures.of(e);
            if (failure.concernsAll()) {
                throw failure;
            }
            fail(number, failure);
            return;
        }
        place.write(specimen, report, asked);
        progress.oneMore();
    }

    private Report report(Specimen specimen) {
        if (specimen.files().isEmpty()) {
            throw new Failure(ExitCode.UNREADABLE, "there is no image in this folder");
        }
        return look.at(specimen.files(), specimen.name(), engine, fraction -> {});
    }

    private void fail(int number, Failure failure) {
        problems.put(number, BatchProblem.of(specimens.get(number), failure));
        place.remove(specimens.get(number));
        progress.oneMore();
    }
}
