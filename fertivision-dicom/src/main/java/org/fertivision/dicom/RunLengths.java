package org.fertivision.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** RLE lossless (PS3.5 annex G): each byte of each sample is a segment of runs. */
final class RunLengths implements FrameSamples {
    private static final int MOST_SEGMENTS = 15;
    private static final int HEADER = 64;

    private final ImageDescription image;
    private final Fragments fragments;

    RunLengths(ImageDescription image, Fragments fragments) {
        this.image = image;
        this.fragments = fragments;
    }

    @Override
    public List<int[]> next() throws IOException {
        byte[] piece = fragments.piece();
        int bytes = image.form().bytes();
        int samples = image.color().samples();
        if (piece.length < HEADER || word(piece, 0) != (long) samples * bytes || samples * bytes > MOST_SEGMENTS) {
            throw Refusal.damaged("a frame has not the segments that its samples need.");
        }
        List<int[]> channels = new ArrayList<>();
        for (int channel = 0; channel < samples; channel++) {
            byte[] packed = new byte[image.pixels() * bytes];
            for (int part = 0; part < bytes; part++) { // the most significant byte comes first
                unpack(piece, channel * bytes + part, packed, bytes - 1 - part, bytes);
            }
            int[] values = new int[image.pixels()];
            for (int i = 0; i < values.length; i++) {
                values[i] = image.form().at(packed, i);
            }
            channels.add(values);
        }
        return channels;
    }

    private static long word(byte[] piece, int number) {
        int at = 4 * number;
        return (piece[at] & 0xFFL)
                | (piece[at + 1] & 0xFFL) << 8
                | (piece[at + 2] & 0xFFL) << 16
                | (piece[at + 3] & 0xFFL) << 24;
    }

    private static void unpack(byte[] piece, int segment, byte[] into, int offset, int step) {
        long from = word(piece, 1 + segment);
        long end = segment + 1 < word(piece, 0) ? word(piece, 2 + segment) : piece.length;
        if (from < HEADER || from > end || end > piece.length) {
            throw Refusal.damaged("a segment of a frame lies outside of it.");
        }
        int at = (int) from;
        int to = offset;
        while (to < into.length) {
            if (at >= end) {
                throw Refusal.damaged("a segment of a frame ends before its last pixel.");
            }
            int head = piece[at++];
            if (head >= 0) {
                if (at + head >= end) {
                    throw Refusal.damaged("a run of a frame goes beyond its segment.");
                }
                for (int i = 0; i <= head && to < into.length; i++, to += step) {
                    into[to] = piece[at + i];
                }
                at += head + 1;
            } else if (head != Byte.MIN_VALUE) {
                if (at >= end) {
                    throw Refusal.damaged("a run of a frame goes beyond its segment.");
                }
                byte value = piece[at++];
                for (int i = 0; i <= -head && to < into.length; i++, to += step) {
                    into[to] = value;
                }
            }
        }
    }
}
