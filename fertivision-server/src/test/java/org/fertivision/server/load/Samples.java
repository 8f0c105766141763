package org.fertivision.server.load;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * JPEG images of which no two are alike, so that each is measured and none remembered: a window upon one picture that is moved
 * from image to image.
 */
final class Samples {
    private static final int MOVES = 48;

    private final List<byte[]> images;
    private final AtomicInteger given = new AtomicInteger();

    private Samples(List<byte[]> images) {
        this.images = images;
    }

    /** So many of them, or as many as the window can be moved. */
    static Samples of(Path picture, int count) throws IOException {
        BufferedImage whole = ImageIO.read(picture.toFile());
        BufferedImage window =
                new BufferedImage(whole.getWidth() - MOVES, whole.getHeight() - MOVES, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = window.createGraphics();
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOVES * MOVES); i++) {
            graphics.drawImage(whole, -(i % MOVES), -(i / MOVES), null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(window, "jpeg", bytes);
            images.add(bytes.toByteArray());
        }
        graphics.dispose();
        System.out.printf(
                Locale.ROOT,
                "%d images of %d x %d pixels, no two alike%n",
                images.size(),
                window.getWidth(),
                window.getHeight());
        return new Samples(images);
    }

    /** The next one; the first again after the last. */
    byte[] next() {
        return images.get(given.getAndIncrement() % images.size());
    }

    /** How many were given out once more. */
    int again() {
        return Math.max(0, given.get() - images.size());
    }
}
