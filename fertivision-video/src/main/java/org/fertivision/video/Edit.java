package org.fertivision.video;

import java.util.ArrayList;
import java.util.List;

/**
 * The stretch of a track that is shown (ISO/IEC 14496-12, 8.6.6): its clock begins there.
 *
 * @param from first tick that is shown
 * @param until end of the ticks that are shown
 */
record Edit(long from, long until) {
    private static final Edit ALL = new Edit(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final int AS_FAST_AS_TAKEN = 1 << 16;

    /**
     * Reads the edit of a track; one without any is shown whole.
     *
     * @param clock ticks a second of the track
     * @param filmClock ticks a second of the film, in which lengths are told
     * @throws org.fertivision.spi.RejectedException if it is cut together of several stretches, or runs faster or slower
     *     than it was taken
     */
    static Edit read(Box track, long clock, long filmClock) {
        Box list = track.child("edts").flatMap(edits -> edits.child("elst")).orElse(null);
        if (list == null) {
            return ALL;
        }
        boolean isLong = list.version() == 1;
        int bytes = isLong ? 20 : 12;
        int count = list.entries(4, bytes);
        List<Edit> stretches = new ArrayList<>();
        for (int i = 0; i < count && stretches.size() < 2; i++) {
            int at = 8 + bytes * i;
            long length = isLong ? list.s64(at) : list.u32(at);
            long from = isLong ? list.s64(at + 8) : list.s32(at + 4);
            if (from >= 0) {
                if (list.s32(at + bytes - 4) != AS_FAST_AS_TAKEN) {
                    throw Refusal.unsupported("The film is to be shown at another speed than it was taken.");
                }
                stretches.add(new Edit(from, end(from, length, clock, filmClock)));
            }
        }
        if (stretches.size() > 1) {
            throw Refusal.unsupported("The film is cut together of several stretches.");
        }
        return stretches.isEmpty() ? ALL : stretches.get(0);
    }

    /** Lengths are rounded to the film's clock, which may be the coarser one: a tick of it more does no harm. */
    private static long end(long from, long length, long clock, long filmClock) {
        double ticks = (length + 1.0) * clock / filmClock;
        return length == 0 || ticks > Long.MAX_VALUE / 4.0 ? Long.MAX_VALUE : from + (long) Math.ceil(ticks);
    }

    boolean shows(long tick) {
        return tick >= from && tick < until;
    }
}
