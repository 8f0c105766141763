package org.fertivision.server.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats that are read, told by their first bytes, and the media types by which they are called. */
public enum ImageFormat {
    /** JPEG. */
    JPEG("\\xFF\\xD8\\xFF", "image/jpeg", "image/jpg", "image/pjpeg"),
    /** PNG. */
    PNG("\\x89PNG\\r\\n\\x1A\\n", "image/png", "image/x-png"),
    /** TIFF and BigTIFF. */
    TIFF("II[*+]\\x00|MM\\x00[*+]", "image/tiff", "image/tif"),
    /** GIF. */
    GIF("GIF8[79]a", "image/gif"),
    /** Windows bitmaps. */
    BMP("BM", "image/bmp", "image/x-bmp", "image/x-ms-bmp"),
    /** AVI videos. */
    AVI("RIFF[\\x00-\\xFF]{4}AVI ", "video/x-msvideo", "video/vnd.avi", "video/avi", "video/msvideo");

    /** Enough bytes from a file's start to tell the formats. */
    public static final int START_BYTES = 12;

    /** What is sent as this is not called anything. */
    public static final String UNDECLARED = "application/octet-stream";

    private final Pattern start;
    private final List<String> mediaTypes;

    ImageFormat(String start, String... mediaTypes) {
        this.start = Pattern.compile(start);
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The format of a file that begins so, if it is one of these. */
    public static Optional<ImageFormat> of(byte[] start) {
        String characters = new String(start, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.start.matcher(characters).lookingAt())
                .findFirst();
    }

    /** The media type that it should be called by. */
    public String mediaType() {
        return mediaTypes.get(0);
    }

    /** Whether a file of this format may be sent as that. */
    public boolean mayBeSentAs(String mediaType) {
        return mediaType.equals(UNDECLARED) || mediaTypes.contains(mediaType);
    }

    /** Whether a file that will come may be called that: by a media type of these formats, or by none. */
    static boolean isKnown(String mediaType) {
        return Arrays.stream(values()).anyMatch(format -> format.mayBeSentAs(mediaType));
    }
}
