package org.fertivision.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a video picture by picture: AVI 1.0 of JPEG pictures with an index, which every player reads. Its head is
 * written once more at the end, when the sizes are known.
 */
final class MotionJpegFile implements AutoCloseable {
    /** The most that an AVI of one RIFF holds for every reader, bytes. */
    private static final int MOST_BYTES = 1 << 30;

    private static final float QUALITY = 0.85f;
    private static final int HEAD_BYTES = 224;
    private static final int HEADER_LIST = HEAD_BYTES - 12 - 8 - 12;
    private static final int STREAM_LIST = HEADER_LIST - 4 - 64 - 8;
    private static final int HAS_INDEX = 0x10;
    private static final int KEY_FRAME = 0x10;
    private static final int MICROS_PER_S = 1_000_000;
    private static final int RATE_SCALE = 1000;

    private final FileChannel file;
    private final int width;
    private final int height;
    private final double framesPerSecond;
    private final List<Integer> sizes = new ArrayList<>();
    private int largest;
    private int bytes = HEAD_BYTES;

    /**
     * Begins a video; a file that is there is replaced.
     *
     * @throws IOException if the file system refuses
     */
    MotionJpegFile(Path path, int width, int height, double framesPerSecond) throws IOException {
        this.width = width;
        this.height = height;
        this.framesPerSecond = framesPerSecond;
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        file.position(HEAD_BYTES);
    }

    /**
     * Adds a picture of the video's size.
     *
     * @throws IOException if the file system refuses, or the video passes a gibibyte
     */
    void add(BufferedImage picture) throws IOException {
        byte[] jpeg = PictureFile.jpeg(picture, QUALITY);
        int padded = jpeg.length + jpeg.length % 2;
        if ((long) bytes + padded + 8 > MOST_BYTES) {
            throw new IOException("the video passes " + MOST_BYTES + " bytes after " + sizes.size() + " pictures");
        }
        ByteBuffer chunk = little(8 + padded);
        code(chunk, "00dc").putInt(jpeg.length).put(jpeg);
        write(chunk.position(chunk.capacity()));
        sizes.add(jpeg.length);
        largest = Math.max(largest, jpeg.length);
        bytes += 8 + padded;
    }

    /** Has the picture before stay for the time of one more. */
    void stay() throws IOException {
        write(code(little(8), "00dc").putInt(0));
        sizes.add(0);
        bytes += 8;
    }

    /** How many pictures there are, those that stay counted again. */
    int count() {
        return sizes.size();
    }

    /** Writes index and head. */
    @Override
    public void close() throws IOException {
        try (file) {
            ByteBuffer index = little(8 + 16 * sizes.size());
            code(index, "idx1").putInt(16 * sizes.size());
            int offset = 4;
            for (int size : sizes) {
                code(index, "00dc").putInt(KEY_FRAME).putInt(offset).putInt(size);
                offset += 8 + size + size % 2;
            }
            write(index);
            file.position(0);
            write(head());
        }
    }

    private ByteBuffer head() {
        ByteBuffer head = little(HEAD_BYTES);
        code(head, "RIFF").putInt(bytes - 8 + 8 + 16 * sizes.size());
        code(code(head, "AVI "), "LIST").putInt(HEADER_LIST);
        code(code(head, "hdrl"), "avih").putInt(56);
        head.putInt((int) Math.min(Integer.MAX_VALUE, Math.round(MICROS_PER_S / framesPerSecond)))
                .putInt(0)
                .putInt(0)
                .putInt(HAS_INDEX);
        head.putInt(sizes.size()).putInt(0).putInt(1).putInt(largest);
        head.putInt(width).putInt(height).putLong(0).putLong(0);
        code(head, "LIST").putInt(STREAM_LIST);
        code(code(head, "strl"), "strh").putInt(56);
        code(code(head, "vids"), "MJPG").putInt(0).putInt(0).putInt(0);
        boolean slow = framesPerSecond < 1;
        head.putInt(slow ? (int) Math.round(RATE_SCALE / framesPerSecond) : RATE_SCALE)
                .putInt(slow ? RATE_SCALE : (int) Math.round(framesPerSecond * RATE_SCALE));
        head.putInt(0).putInt(sizes.size()).putInt(largest).putInt(-1).putInt(0);
        head.putShort((short) 0).putShort((short) 0).putShort((short) width).putShort((short) height);
        code(head, "strf").putInt(40);
        head.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
        code(head, "MJPG").putInt(3 * width * height).putLong(0).putLong(0);
        code(head, "LIST").putInt(4 + bytes - HEAD_BYTES);
        code(head, "movi");
        return head;
    }

    private void write(ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer code(ByteBuffer into, String code) {
        return into.put(code.getBytes(StandardCharsets.US_ASCII));
    }
}
