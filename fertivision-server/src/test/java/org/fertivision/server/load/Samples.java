package org.fertivision.server.load;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * JPEG files of which no two are alike, so that each is measured and none remembered: windows upon one picture, and in each
 * file its number as a comment.
 */
final class Samples {
    private static final int MOVES = 8;
    private static final int START_BYTES = 2;
    private static final short COMMENT = (short) 0xFFFE;
    private static final short COMMENT_BYTES = 6;

    private final List<byte[]> images;
    private final AtomicInteger given = new AtomicInteger();

    private Samples(List<byte[]> images) {
        this.images = images;
    }

    /** Those of a picture. */
    static Samples of(Path picture) throws IOException {
        BufferedImage whole = ImageIO.read(picture.toFile());
        BufferedImage window =
                new BufferedImage(whole.getWidth() - MOVES, whole.getHeight() - MOVES, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = window.createGraphics();
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < MOVES * MOVES; i++) {
            graphics.drawImage(whole, -(i % MOVES), -(i / MOVES), null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(window, "jpeg", bytes);
            images.add(bytes.toByteArray());
        }
        graphics.dispose();
        System.out.printf(Locale.ROOT, "images of %d x %d pixels%n", window.getWidth(), window.getHeight());
        return new Samples(images);
    }

    /** The next file. */
    byte[] next() {
        int number = given.getAndIncrement();
        byte[] image = images.get(number % images.size());
        return ByteBuffer.allocate(image.length + START_BYTES + COMMENT_BYTES)
                .put(image, 0, START_BYTES)
                .putShort(COMMENT)
                .putShort(COMMENT_BYTES)
                .putInt(number)
                .put(image, START_BYTES, image.length - START_BYTES)
                .array();
    }
}
