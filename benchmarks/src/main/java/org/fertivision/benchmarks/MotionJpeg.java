package org.fertivision.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A video of JPEGs in AVI as cameras write it, without an index. */
final class MotionJpeg {
    private static final int BEGIN = 224;
    private static final int HEAD = 8;
    private static final int MICROS_PER_S = 1_000_000;
    private static final int BITS = 24;

    private MotionJpeg() {}

    static byte[] avi(int width, int height, int framesPerSecond, List<byte[]> jpegs) {
        int movie = 4;
        int largest = 0;
        for (byte[] jpeg : jpegs) {
            movie += HEAD + even(jpeg.length);
            largest = Math.max(largest, jpeg.length);
        }
        ByteBuffer file = ByteBuffer.allocate(BEGIN + movie - 4).order(ByteOrder.LITTLE_ENDIAN);
        word(file, "RIFF").putInt(file.capacity() - HEAD);
        word(word(file, "AVI "), "LIST").putInt(192);
        word(word(file, "hdrl"), "avih").putInt(56);
        file.putInt(MICROS_PER_S / framesPerSecond).putInt(0).putInt(0).putInt(0);
        file.putInt(jpegs.size()).putInt(0).putInt(1).putInt(largest);
        file.putInt(width).putInt(height).putLong(0).putLong(0);
        word(file, "LIST").putInt(116);
        word(word(file, "strl"), "strh").putInt(56);
        word(word(file, "vids"), "MJPG").putInt(0).putInt(0).putInt(0);
        file.putInt(1).putInt(framesPerSecond).putInt(0).putInt(jpegs.size());
        file.putInt(largest).putInt(-1).putInt(0).putLong(0);
        word(file, "strf").putInt(40);
        file.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) BITS);
        word(file, "MJPG").putInt(width * height * 3).putLong(0).putLong(0);
        word(word(file, "LIST").putInt(movie), "movi");
        for (byte[] jpeg : jpegs) {
            word(file, "00dc").putInt(jpeg.length).put(jpeg);
            file.position(even(file.position()));
        }
        return file.array();
    }

    private static int even(int length) {
        return length + length % 2;
    }

    private static ByteBuffer word(ByteBuffer into, String fourLetters) {
        return into.put(fourLetters.getBytes(StandardCharsets.US_ASCII));
    }
}
