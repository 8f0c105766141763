package org.fertivision.decode;

import org.jspecify.annotations.Nullable;

/**
 * What the first directory of an EXIF block says of the picture; all other metadata stay unread.
 *
 * @param orientation how the picture is to be turned
 * @param pixelSize the credible size of a pixel, or null
 */
record Exif(Orientation orientation, @Nullable PixelSize pixelSize) {
    /** No EXIF at all. */
    static final Exif NONE = new Exif(Orientation.UPRIGHT, null);

    /** Reads a TIFF structure as EXIF holds it. */
    static Exif parse(Bytes block, HeaderGuard guard) {
        guard.metadata(block.length());
        TiffHeader header = TiffHeader.read(block);
        TiffDirectory first = TiffDirectory.read(header, header.firstDirectory(), guard);
        return new Exif(first.orientation(), first.pixelSize());
    }
}
