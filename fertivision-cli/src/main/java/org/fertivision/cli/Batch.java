package org.fertivision.cli;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.fertivision.FertiVision;
import org.fertivision.report.Report;

/**
 * A batch for those who carry it out: specimens are measured each by itself, so that what befalls one is no matter for the
 * others, and in the end come the tables of all. Thread-safe.
 */
public final class Batch {
    private static final String MEMORY = "there is not enough memory for it even alone; give more, for example with"
            + " FERTIVISION_JAVA_OPTS=-Xmx4g";

    private final SpecimenLook look;
    private final Fingerprint fingerprint;
    private final BatchPlace place;
    private final boolean resumes;
    private final FertiVision engine;
    private final Progress progress;

    /** Many measure at a time, or one alone that needs the memory of all. */
    private final ReadWriteLock memory = new ReentrantReadWriteLock();

    Batch(
            SpecimenLook look,
            Fingerprint fingerprint,
            BatchPlace place,
            boolean resumes,
            FertiVision engine,
            Progress progress) {
        this.look = look;
        this.fingerprint = fingerprint;
        this.place = place;
        this.resumes = resumes;
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * The batch that the words of {@code fertivision batch} describe, for a process that measures some of its specimens
     * while another has begun it and will end it. Both see the same folders under the same names. Its engine stays open
     * until the process ends.
     */
    public static Batch joined(List<String> words) {
        return BatchCommand.parsed(words).joined();
    }

    /**
     * Measures a specimen and writes its report in place of the one that may be there; one that still holds is kept. Doing
     * it once more changes nothing.
     *
     * @throws RuntimeException if the request itself is wrong or results cannot be written
     */
    public SpecimenEnd measure(Specimen specimen) {
        try {
            return measure(specimen, memory.readLock());
        } catch (OutOfMemoryError e) {
            return alone(specimen);
        }
    }

    /**
     * Writes the tables, in the order of the specimens' names.
     *
     * @param ends how it ended with every specimen, in any order
     * @throws IllegalStateException if a specimen is told twice
     */
    public void finish(Collection<SpecimenEnd> ends) throws IOException {
        List<SpecimenEnd> sorted = ends.stream()
                .sorted(Comparator.comparing(SpecimenEnd::specimen))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).specimen().equals(sorted.get(i - 1).specimen())) {
                throw new IllegalStateException(sorted.get(i).specimen() + " is told twice");
            }
        }
        place.finish(sorted);
    }

    private SpecimenEnd alone(Specimen specimen) {
        try {
            return measure(specimen, memory.writeLock());
        } catch (OutOfMemoryError e) {
            return failed(specimen, new Failure(ExitCode.LIMIT, MEMORY));
        }
    }

    private SpecimenEnd measure(Specimen specimen, Lock share) {
        share.lock();
        try {
            return measured(specimen);
        } finally {
            share.unlock();
        }
    }

    private SpecimenEnd measured(Specimen specimen) {
        Report report;
        String asked;
        try {
            asked = fingerprint.of(specimen);
            if (resumes && place.holds(specimen, asked)) {
                progress.oneKept();
                return new SpecimenEnd.Measured(specimen.name(), true);
            }
            report = report(specimen);
        } catch (RuntimeException | IOException | LinkageError | StackOverflowError e) {
            Failure failure = Failures.of(e);
            if (failure.concernsAll()) {
                throw failure;
            }
            return failed(specimen, failure);
        }
        place.write(specimen, report, asked);
        progress.oneMore();
        return new SpecimenEnd.Measured(specimen.name(), false);
    }

    private Report report(Specimen specimen) {
        if (specimen.files().isEmpty()) {
            throw new Failure(ExitCode.UNREADABLE, "there is no image in this folder");
        }
        return look.at(specimen.files(), specimen.name(), engine, fraction -> {});
    }

    private SpecimenEnd failed(Specimen specimen, Failure failure) {
        place.remove(specimen);
        progress.oneMore();
        return BatchProblem.of(specimen, failure);
    }
}
