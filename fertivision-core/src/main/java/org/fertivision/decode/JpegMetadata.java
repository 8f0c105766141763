package org.fertivision.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;

/** What the application segments of a JPEG file say of its picture: what its channels are, how it lies, its scale. */
final class JpegMetadata {
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final int NO_ADOBE = -1;

    private final Bytes bytes;
    private final HeaderGuard guard;
    private final Map<Integer, Long> sizes = new HashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private boolean jfif;
    private boolean morePictures;
    private int adobeTransform = NO_ADOBE;
    private @Nullable PixelSize density;
    private Exif exif = Exif.NONE;

    JpegMetadata(Bytes bytes, HeaderGuard guard) {
        this.bytes = bytes;
        this.guard = guard;
    }

    /** Whether a marker begins a segment of metadata. */
    static boolean isMetadata(int marker) {
        return (marker >= APP0 && marker <= APP15) || marker == COM;
    }

    /** Takes in the body of one segment; those of one kind count as one block against the limit. */
    void take(int marker, int at, int length) {
        guard.metadata(sizes.merge(marker, length + 2L, Long::sum));
        if (marker == APP0 && length >= 12 && bytes.says(at, "JFIF\0")) {
            jfif = true;
            int unit = bytes.u8(at + 7L);
            double lengthUm = unit == 1 ? PixelSize.UM_PER_INCH : unit == 2 ? PixelSize.UM_PER_CENTIMETER : 0;
            density = PixelSize.ofDensity(bytes.u16(at + 8L), bytes.u16(at + 10L), lengthUm);
        } else if (marker == APP14 && length >= 12 && bytes.says(at, "Adobe")) {
            adobeTransform = bytes.u8(at + 11L);
        } else if (marker == APP1 && length > 6 && bytes.says(at, "Exif\0\0")) {
            readExif(at + 6, length - 6);
        } else if (marker == APP2 && bytes.says(at, "MPF\0")) {
            morePictures = true;
        }
    }

    /** Whether the JFIF marker is there. */
    boolean isJfif() {
        return jfif;
    }

    /** Whether Adobe's marker is there. */
    boolean isFromAdobe() {
        return adobeTransform != NO_ADOBE;
    }

    /** Whether channels are transformed: 0 no, 1 to YCbCr, 2 to YCCK; -1 without Adobe's marker. */
    int adobeTransform() {
        return adobeTransform;
    }

    /** Whether the file is said to hold more pictures after its first (MPF), as cameras and phones store them. */
    boolean hasMorePictures() {
        return morePictures;
    }

    Orientation orientation() {
        return exif.orientation();
    }

    /** The credible size of a pixel by JFIF, else by EXIF, else null. */
    @Nullable
    PixelSize pixelSize() {
        return density != null ? density : exif.pixelSize();
    }

    List<Notice> notices() {
        return notices;
    }

    private void readExif(int at, int length) {
        try {
            exif = Exif.parse(bytes.part(at, length), guard);
        } catch (RejectedException e) {
            if (e.rejection().code() != RejectionCode.UNDECODABLE_IMAGE) {
                throw e;
            }
            notices.add(new Notice("metadata-unreadable", "The EXIF block is damaged; nothing was taken from it."));
        }
    }
}
