package org.fertivision.video;

import org.fertivision.finding.RejectionCode;

/**
 * Where the compressed frames lie and when they are shown, in the order in which they are decoded (ISO/IEC 14496-12, 8.6
 * and 8.7).
 */
final class SampleTable {
    private static final int ENTRIES_AT = 4;
    private static final int FIRST = 8;

    private final long[] offsets;
    private final int[] sizes;
    private final long[] shown;

    private SampleTable(long[] offsets, int[] sizes, long[] shown) {
        this.offsets = offsets;
        this.sizes = sizes;
        this.shown = shown;
    }

    /**
     * Reads the tables of a track.
     *
     * @throws org.fertivision.spi.RejectedException if they contradict themselves or have too many frames
     */
    static SampleTable read(Box tables, int maxFrames) {
        int[] sizes = sizes(tables, maxFrames);
        return new SampleTable(offsets(tables, sizes), sizes, shown(tables, sizes.length));
    }

    int count() {
        return sizes.length;
    }

    /** The first byte of a frame. */
    long offset(int frame) {
        return offsets[frame];
    }

    /** How many bytes a frame has. */
    int size(int frame) {
        return sizes[frame];
    }

    /** When a frame is shown, in ticks of the track's clock. */
    long shown(int frame) {
        return shown[frame];
    }

    private static int[] sizes(Box tables, int maxFrames) {
        Box table = tables.child("stsz")
                .orElseThrow(() -> Refusal.unsupported("The sizes of the film's frames are not in the usual table."));
        long common = table.u32(4);
        long count = table.u32(8);
        if (count > maxFrames) {
            throw Refusal.over(RejectionCode.TOO_MANY_FRAMES, "frames", maxFrames, count);
        }
        if (count == 0) {
            throw Refusal.damaged("it has no frames.");
        }
        if (common == 0) {
            table.entries(8, 4);
        }
        int[] sizes = new int[(int) count];
        for (int i = 0; i < sizes.length; i++) {
            long size = common == 0 ? table.u32(12 + 4 * i) : common;
            if (size > Integer.MAX_VALUE) {
                throw Refusal.damaged("frame " + i + " claims " + size + " bytes.");
            }
            sizes[i] = (int) size;
        }
        return sizes;
    }

    private static long[] offsets(Box tables, int[] sizes) {
        boolean isLong = tables.child("stco").isEmpty();
        Box chunks = isLong ? tables.part("co64") : tables.part("stco");
        int count = chunks.entries(ENTRIES_AT, isLong ? 8 : 4);
        Box runs = tables.part("stsc");
        int runCount = runs.entries(ENTRIES_AT, 12);
        long[] offsets = new long[sizes.length];
        int sample = 0;
        int run = -1;
        for (int chunk = 0; chunk < count && sample < sizes.length; chunk++) {
            while (run + 1 < runCount && runs.u32(FIRST + 12 * (run + 1)) <= chunk + 1L) {
                run++;
            }
            long inChunk = run < 0 ? 0 : runs.u32(FIRST + 12 * run + 4);
            long at = isLong ? chunks.s64(FIRST + 8 * chunk) : chunks.u32(FIRST + 4 * chunk);
            for (long i = 0; i < inChunk && sample < sizes.length; i++) {
                if (at < 0) {
                    throw Refusal.damaged("frame " + sample + " lies where no file reaches.");
                }
                offsets[sample] = at;
                at += sizes[sample++];
            }
        }
        if (sample < sizes.length) {
            throw Refusal.damaged("its index tells " + sizes.length + " frames and the place of " + sample + ".");
        }
        return offsets;
    }

    private static long[] shown(Box tables, int count) {
        long[] times = new long[count];
        Box steps = tables.part("stts");
        int stepCount = steps.entries(ENTRIES_AT, 8);
        int sample = 0;
        long time = 0;
        for (int step = 0; step < stepCount && sample < count; step++) {
            long repeats = steps.u32(FIRST + 8 * step);
            long ticks = steps.u32(FIRST + 8 * step + 4);
            for (long i = 0; i < repeats && sample < count; i++) {
                times[sample++] = time;
                time += ticks;
            }
        }
        if (sample < count) {
            throw Refusal.damaged("its index tells " + count + " frames and the time of " + sample + ".");
        }
        tables.child("ctts").ifPresent(later -> addDelays(later, times));
        return times;
    }

    /** Frames that others are built on come early and are shown later. */
    private static void addDelays(Box delays, long[] times) {
        int count = delays.entries(ENTRIES_AT, 8);
        int sample = 0;
        for (int entry = 0; entry < count; entry++) {
            long repeats = delays.u32(FIRST + 8 * entry);
            for (long i = 0; i < repeats && sample < times.length; i++) {
                times[sample++] += delays.s32(FIRST + 8 * entry + 4);
            }
        }
    }
}
