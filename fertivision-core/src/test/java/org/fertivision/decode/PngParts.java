package org.fertivision.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files put together by hand, chunk by chunk. */
final class PngParts {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PngParts() {
        out.writeBytes(SIGNATURE);
    }

    PngParts header(int width, int height, int depth, int type, int interlace) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) type)
                        .put((byte) 0)
                        .put((byte) 0)
                        .put((byte) interlace)
                        .array());
    }

    PngParts chunk(String type, byte... body) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        out.writeBytes(name);
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return this;
    }

    /** Picture data: rows with their filter bytes, deflated. */
    PngParts data(byte... rows) {
        return chunk("IDAT", deflated(rows));
    }

    byte[] end() {
        return chunk("IEND").out.toByteArray();
    }

    /** Makes every chunk's checksum fit again, as far as chunks can be followed. */
    static void mendSums(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        long at = SIGNATURE.length;
        while (at + 12 <= png.length) {
            long length = file.getInt((int) at) & 0xFFFFFFFFL;
            if (at + 12 + length > png.length) {
                return;
            }
            CRC32 sum = new CRC32();
            sum.update(png, (int) at + 4, (int) length + 4);
            file.putInt((int) (at + 8 + length), (int) sum.getValue());
            at += 12 + length;
        }
    }

    static byte[] deflated(byte... bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = new byte[4096];
        while (!deflater.finished()) {
            packed.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
