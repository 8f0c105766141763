package org.fertivision.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How much sooner two threads are through with many files than one. */
final class Scaling {
    private static final int FILES = 12;
    private static final int ROUNDS = 5;

    private Scaling() {}

    /** The median over rounds of the time of one thread over that of two, in each round by turns. */
    static double ofTwo(Kind kind, Path file) throws InterruptedException, ExecutionException {
        double[] ratios = new double[ROUNDS];
        all(kind, file, 2);
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = (double) all(kind, file, 1) / all(kind, file, 2);
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    private static long all(Kind kind, Path file, int threads) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<byte[]> done : IntStream.range(0, FILES)
                    .mapToObj(i -> pool.submit(() -> Line.json(kind, file)))
                    .toList()) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        return System.nanoTime() - start;
    }
}
