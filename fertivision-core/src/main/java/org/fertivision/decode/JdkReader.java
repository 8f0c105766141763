package org.fertivision.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The JPEG reader that the JDK itself ships, whoever else offers one.
 *
 * <p>The JDK does not export its readers, so the one instance is asked for in its registry by class, and the class is
 * taken from the module {@code java.desktop}. That is a look-up in a map: no other reader is instantiated, asked or
 * reordered, and nothing is registered or removed.
 */
final class JdkReader {
    private static final String JPEG = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

    private JdkReader() {}

    /**
     * A new reader of JPEG, to be disposed of by the caller.
     *
     * @throws IllegalStateException if the JDK lacks it or the application removed it
     */
    static ImageReader jpeg() {
        Class<?> type = Class.forName(ImageReaderSpi.class.getModule(), JPEG);
        Object provider = type == null ? null : IIORegistry.getDefaultInstance().getServiceProviderByClass(type);
        if (provider instanceof ImageReaderSpi own) {
            try {
                return own.createReaderInstance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("the JDK's own JPEG reader is missing: " + JPEG);
    }
}
