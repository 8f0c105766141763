package org.fertivision.decode;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the form of an AVI file's frames by the four letters in its header. */
final class AviForms {
    private static final Set<String> UNCOMPRESSED =
            Set.of("\0\0\0\0", "DIB ", "RGB ", "RAW ", "\3\0\0\0", "\1\0\0\0", "\2\0\0\0");
    private static final Set<String> JPEG = Set.of("MJPG", "JPEG", "\4\0\0\0", "AVRN", "DMB1", "MJPA");
    private static final Set<String> PNG = Set.of("MPNG", "PNG ", "PNG1", "\5\0\0\0");

    private static final Map<String, YuvFrames.Layout> LUMA = Map.ofEntries(
            Map.entry("Y800", YuvFrames.Layout.GRAY),
            Map.entry("GREY", YuvFrames.Layout.GRAY),
            Map.entry("Y8  ", YuvFrames.Layout.GRAY),
            Map.entry("Y16 ", YuvFrames.Layout.GRAY_16),
            Map.entry("YUY2", YuvFrames.Layout.YUYV),
            Map.entry("YUYV", YuvFrames.Layout.YUYV),
            Map.entry("YUNV", YuvFrames.Layout.YUYV),
            Map.entry("UYVY", YuvFrames.Layout.UYVY),
            Map.entry("UYNV", YuvFrames.Layout.UYVY),
            Map.entry("Y422", YuvFrames.Layout.UYVY),
            Map.entry("2VUY", YuvFrames.Layout.UYVY),
            Map.entry("I420", YuvFrames.Layout.I420),
            Map.entry("IYUV", YuvFrames.Layout.I420),
            Map.entry("YV12", YuvFrames.Layout.YV12),
            Map.entry("NV12", YuvFrames.Layout.NV12));

    private AviForms() {}

    /**
     * The form of the frames.
     *
     * @throws org.fertivision.spi.RejectedException if it is not read, or its frames pass a limit
     */
    static FrameForm of(AviHeader header, HeaderGuard guard) {
        String letters = header.compression().toUpperCase(Locale.ROOT);
        int channels = header.bits() == 8 || LUMA.containsKey(letters) ? 1 : 3;
        guard.picture(AviFile.FORMAT, header.width(), header.height(), channels, 1, 1);
        if (UNCOMPRESSED.contains(letters)) {
            return new DibFrames(header, guard);
        }
        if (JPEG.contains(letters)) {
            return new JpegFrames(header, guard);
        }
        if (PNG.contains(letters)) {
            return new PngFrames(guard);
        }
        return Optional.ofNullable(LUMA.get(letters))
                .map(layout -> new YuvFrames(layout, header.width(), header.height()))
                .orElseThrow(() -> Codec.refusal("AVI", "avi", Codec.ofFourCc(header.compression())));
    }
}
