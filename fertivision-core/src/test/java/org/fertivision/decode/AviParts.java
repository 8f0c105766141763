package org.fertivision.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes AVI files, whole ones and such as no good program writes. */
final class AviParts {
    static final int HEAD = 8;

    private final String compression;
    private final int bits;
    private final int width;
    private final int height;
    private final List<byte[]> frames = new ArrayList<>();
    private int rate = 50;
    private int scale = 1;
    private int micros = 20_000;
    private Index index = Index.RELATIVE;
    private int framesPerRiff = Integer.MAX_VALUE;
    private int[] palette = {};
    private boolean withSound;
    private boolean padded = true;
    private int told = -1;

    /** What the index of an AVI 1.0 file says. */
    enum Index {
        NONE,
        RELATIVE,
        ABSOLUTE,
        LYING,
        HALF
    }

    AviParts(String compression, int bits, int width, int height) {
        this.compression = compression;
        this.bits = bits;
        this.width = width;
        this.height = height;
    }

    AviParts frame(byte[] stored) {
        frames.add(stored);
        return this;
    }

    AviParts rate(int count, int per) {
        rate = count;
        scale = per;
        return this;
    }

    AviParts micros(int perFrame) {
        micros = perFrame;
        return this;
    }

    AviParts index(Index kind) {
        index = kind;
        return this;
    }

    /** Begins another RIFF after so many frames, as OpenDML does. */
    AviParts split(int frames) {
        framesPerRiff = frames;
        return this;
    }

    AviParts palette(int... colors) {
        palette = colors.clone();
        return this;
    }

    AviParts withSound() {
        withSound = true;
        return this;
    }

    AviParts unpadded() {
        padded = false;
        return this;
    }

    AviParts telling(int frameCount) {
        told = frameCount;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int done = 0;
        while (done == 0 || done < frames.size()) {
            List<byte[]> part = frames.subList(done, Math.min(frames.size(), done + framesPerRiff));
            byte[] movie = movie(part);
            byte[] begin = done == 0 ? headers() : new byte[0];
            ByteArrayOutputStream riff = new ByteArrayOutputStream();
            riff.writeBytes(begin);
            riff.writeBytes(list("movi", movie));
            if (done == 0 && index != Index.NONE) {
                riff.writeBytes(chunk("idx1", index(part, HEAD + 4 + begin.length + HEAD)));
            }
            file.writeBytes(fourCc("RIFF"));
            file.writeBytes(little(4 + riff.size()));
            file.writeBytes(fourCc(done == 0 ? "AVI " : "AVIX"));
            file.writeBytes(riff.toByteArray());
            done += Math.max(1, part.size());
        }
        return file.toByteArray();
    }

    static byte[] chunk(String id, byte[] content) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(fourCc(id));
        chunk.writeBytes(little(content.length));
        chunk.writeBytes(content);
        if (content.length % 2 == 1) {
            chunk.write(0);
        }
        return chunk.toByteArray();
    }

    /** Where a chunk of that name begins, the number-th of them. */
    static int place(byte[] file, String id, int number) {
        byte[] name = fourCc(id);
        int left = number;
        for (int at = 0; at <= file.length - 4; at++) {
            if (java.util.Arrays.equals(file, at, at + 4, name, 0, 4) && left-- == 0) {
                return at;
            }
        }
        throw new AssertionError("no " + id + " number " + number);
    }

    /** Puts a number into a file. */
    static byte[] with(byte[] file, int at, int number) {
        byte[] changed = file.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        return changed;
    }

    private byte[] movie(List<byte[]> part) {
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        for (byte[] frame : part) {
            byte[] whole = chunk("00dc", frame);
            movie.write(whole, 0, padded ? whole.length : HEAD + frame.length);
            if (withSound) {
                movie.writeBytes(chunk("01wb", new byte[12]));
            }
        }
        return movie.toByteArray();
    }

    private byte[] headers() {
        byte[] main = ByteBuffer.allocate(56)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(micros)
                .putInt(0)
                .putInt(0)
                .putInt(0x10)
                .putInt(count())
                .putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(width)
                .putInt(Math.abs(height))
                .array();
        ByteBuffer stream = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
        stream.put(fourCc("vids"))
                .put(fourCc(compression))
                .putInt(20, scale)
                .putInt(24, rate)
                .putInt(32, count());
        ByteBuffer format = ByteBuffer.allocate(40 + 4 * palette.length).order(ByteOrder.LITTLE_ENDIAN);
        format.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        format.put(fourCc(compression)).putInt(32, palette.length);
        for (int i = 0; i < palette.length; i++) {
            format.putInt(40 + 4 * i, palette[i]);
        }
        ByteArrayOutputStream video = new ByteArrayOutputStream();
        video.writeBytes(chunk("strh", stream.array()));
        video.writeBytes(chunk("strf", format.array()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(chunk("avih", main));
        all.writeBytes(list("strl", video.toByteArray()));
        if (withSound) {
            ByteArrayOutputStream sound = new ByteArrayOutputStream();
            sound.writeBytes(
                    chunk("strh", ByteBuffer.allocate(56).put(fourCc("auds")).array()));
            sound.writeBytes(chunk("strf", new byte[18]));
            all.writeBytes(list("strl", sound.toByteArray()));
        }
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        lists.writeBytes(list("hdrl", all.toByteArray()));
        lists.writeBytes(chunk("JUNK", new byte[100]));
        return lists.toByteArray();
    }

    private int count() {
        return told >= 0 ? told : frames.size();
    }

    private byte[] index(List<byte[]> part, int movieAt) {
        int entries = index == Index.HALF ? part.size() / 2 : part.size();
        ByteBuffer all = ByteBuffer.allocate(16 * entries).order(ByteOrder.LITTLE_ENDIAN);
        int at = 4;
        for (byte[] frame : part.subList(0, entries)) {
            int place = index == Index.LYING ? 77_777 : index == Index.ABSOLUTE ? movieAt + at : at;
            all.put(fourCc("00dc")).putInt(0x10).putInt(place).putInt(index == Index.LYING ? 1 : frame.length);
            at += HEAD + frame.length + frame.length % 2;
        }
        return all.array();
    }

    private static byte[] list(String type, byte[] content) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        inside.writeBytes(fourCc(type));
        inside.writeBytes(content);
        return chunk("LIST", inside.toByteArray());
    }

    private static byte[] fourCc(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
