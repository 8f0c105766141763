package org.fertivision.decode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formats that are told apart by their first bytes: those that are read, and those that are known by name only. */
enum Magic {
    JPEG("JPEG", "image/jpeg", Support.READ, "FFD8FF"),
    PNG("PNG", "image/png", Support.READ, "89504E470D0A1A0A"),
    TIFF("TIFF", "image/tiff", Support.READ, "49492A00", "4D4D002A", "49492B00", "4D4D002B"),
    GIF("GIF", "image/gif", Support.READ, hex("GIF87a"), hex("GIF89a")),
    BMP("BMP", "image/bmp", Support.READ, hex("BM")),
    DICOM("DICOM", "application/dicom", Support.NAMED),
    AVI("AVI video", "video/x-msvideo", Support.FILM),
    WEBP("WebP", "image/webp", Support.NAMED),
    HEIF("HEIC or AVIF", "image/heif", Support.NAMED),
    MP4("MP4 or QuickTime video", "video/mp4", Support.NAMED),
    MATROSKA("Matroska or WebM video", "video/webm", Support.NAMED, "1A45DFA3"),
    MPEG("MPEG video", "video/mpeg", Support.NAMED, "000001BA", "000001B3"),
    WINDOWS_MEDIA("Windows Media video", "video/x-ms-wmv", Support.NAMED, "3026B2758E66CF11"),
    JPEG_2000("JPEG 2000", "image/jp2", Support.NAMED, "0000000C6A502020", "FF4FFF51"),
    JPEG_XL("JPEG XL", "image/jxl", Support.NAMED, "0000000C4A584C20", "FF0A"),
    JPEG_XR("JPEG XR", "image/jxr", Support.NAMED, "4949BC"),
    PSD("Photoshop", "image/vnd.adobe.photoshop", Support.NAMED, hex("8BPS")),
    ICON("Windows icon", "image/vnd.microsoft.icon", Support.NAMED, "00000100"),
    EXR("OpenEXR", "image/x-exr", Support.NAMED, "762F3101"),
    FITS("FITS", "image/fits", Support.NAMED, hex("SIMPLE  =")),
    CZI("Zeiss CZI", "image/x-zeiss-czi", Support.NAMED, hex("ZISRAWFILE")),
    LIF("Leica LIF", "image/x-leica-lif", Support.NAMED, "70000000"),
    ND2("Nikon ND2", "image/x-nikon-nd2", Support.NAMED, "DACEBE0A"),
    OLE("Zeiss ZVI, Olympus OIB or old Office", "application/x-ole-storage", Support.NAMED, "D0CF11E0A1B11AE1"),
    HDF5("HDF5 (Imaris and others)", "application/x-hdf5", Support.NAMED, "894844460D0A1A0A"),
    NUMPY("NumPy array", "application/x-npy", Support.NAMED, "934E554D5059"),
    PDF("PDF", "application/pdf", Support.NAMED, hex("%PDF-")),
    POSTSCRIPT("PostScript", "application/postscript", Support.NAMED, hex("%!PS")),
    ZIP("ZIP", "application/zip", Support.NAMED, "504B0304", "504B0506"),
    GZIP("gzip", "application/gzip", Support.NAMED, "1F8B08"),
    RAR("RAR", "application/vnd.rar", Support.NAMED, hex("Rar!")),
    SEVEN_ZIP("7-Zip", "application/x-7z-compressed", Support.NAMED, "377ABCAF271C"),
    NETPBM("Netpbm", "image/x-portable-anymap", Support.NAMED),
    SVG("SVG", "image/svg+xml", Support.NAMED),
    HTML("HTML", "text/html", Support.NAMED);

    /** The formats that are read, as sentences name them. */
    static final String SUPPORTED = "JPEG, PNG, TIFF, BMP, GIF and AVI";

    private enum Support {
        READ,
        FILM,
        NAMED
    }

    /** Enough bytes from a file's start to tell the formats that are read. */
    static final int START_BYTES = 16;

    private static final int TEXT_SAMPLE = 512;

    private final String title;
    private final String mediaType;
    private final Support support;
    private final byte[][] starts;

    Magic(String title, String mediaType, Support support, String... starts) {
        this.title = title;
        this.mediaType = mediaType;
        this.support = support;
        this.starts = new byte[starts.length][];
        for (int i = 0; i < starts.length; i++) {
            this.starts[i] = HexFormat.of().parseHex(starts[i]);
        }
    }

    /** The name for people. */
    String title() {
        return title;
    }

    /** The media type. */
    String mediaType() {
        return mediaType;
    }

    /** Whether files of this format are videos, read or not. */
    boolean isFilm() {
        return FILMS.contains(this);
    }

    /**
     * The format of a picture that can be read.
     *
     * @throws org.fertivision.spi.RejectedException if the file is empty, of a format that is not read, or no image
     */
    static Magic ofReadable(byte[] file) {
        if (file.length == 0) {
            throw Refusal.damaged("The file is empty.");
        }
        Magic found = recognize(file);
        if (found == null) {
            throw Refusal.damaged((looksLikeText(file)
                            ? "The file holds text, not an image"
                            : "The file is no image" + " of a known format")
                    + "; " + SUPPORTED + " are read.");
        }
        if (found.support == Support.FILM) {
            throw Refusal.unsupported("The file is a video (" + found.title + ") where a picture was to be.");
        }
        if (found.support != Support.READ) {
            String plugIn = found == DICOM
                    ? " The plug-in fertivision-dicom reads it (--plugins DIR --reader fertivision-dicom.frames)."
                    : "";
            throw Refusal.unsupported("The file is of the format " + found.title + ", which is not read; " + SUPPORTED
                    + " are." + plugIn);
        }
        return found;
    }

    /** The format by the first bytes, or null where none is known. */
    static @Nullable Magic recognize(byte[] file) {
        for (Magic magic : values()) {
            if (magic.startsAt(file, 0)) {
                return magic;
            }
        }
        Bytes bytes = Bytes.bigEndian(file, "image");
        if (bytes.says(128, "DICM")) {
            return DICOM;
        }
        if (bytes.says(0, "RIFF")) {
            return bytes.says(8, "WEBP") ? WEBP : bytes.says(8, "AVI ") ? AVI : null;
        }
        if (bytes.says(4, "ftyp")) {
            return isHeif(bytes) ? HEIF : MP4;
        }
        if (bytes.says(4, "moov") || bytes.says(4, "mdat")) {
            return MP4;
        }
        return recognizeText(file);
    }

    /**
     * The first place in a stretch of bytes where a file of another kind seems to begin, or -1. Starts of fewer than
     * three bytes are too common to mean anything.
     */
    static int findSecond(byte[] file, int from) {
        return findSecond(file, from, Set.of());
    }

    /** The same, letting files of some kinds pass. */
    static int findSecond(byte[] file, int from, Set<Magic> allowed) {
        boolean[] begins = new boolean[256];
        for (Magic magic : SECOND) {
            for (byte[] start : magic.starts) {
                begins[start[0] & 0xFF] = true;
            }
        }
        begins['<'] = true;
        begins['R'] = true;
        begins['f'] = true;
        for (int i = from; i < file.length; i++) {
            Magic second = begins[file[i] & 0xFF] ? secondAt(file, i) : null;
            if (second != null && !allowed.contains(second)) {
                return i;
            }
        }
        return -1;
    }

    /** The format that begins at a place within a file, or null. */
    static @Nullable Magic secondAt(byte[] file, int at) {
        if (file[at] == '<') {
            return isMarkup(file, at) ? HTML : null;
        }
        for (Magic magic : SECOND) {
            if (magic.startsAt(file, at)) {
                return magic;
            }
        }
        Bytes bytes = Bytes.bigEndian(file, "image");
        if (file[at] == 'R' && bytes.says(at, "RIFF")) {
            return AVI;
        }
        return file[at] == 'f' && bytes.says(at, "ftyp") ? MP4 : null;
    }

    private static final Set<Magic> FILMS = Set.of(AVI, MP4, MATROSKA, MPEG, WINDOWS_MEDIA);

    /** How pages and drawings begin that a browser would run. */
    private static final List<String> MARKUP = List.of("<svg", "<!doctype html", "<html", "<script");

    private static final Magic[] SECOND = {
        JPEG, PNG, TIFF, GIF, PDF, ZIP, RAR, SEVEN_ZIP, PSD, OLE, CZI, ND2, HDF5, MATROSKA
    };

    private boolean startsAt(byte[] file, int at) {
        for (byte[] start : starts) {
            if (file.length - at >= start.length && matches(file, at, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] file, int at, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (file[at + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHeif(Bytes bytes) {
        for (String brand : new String[] {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"}) {
            if (bytes.says(8, brand)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Magic recognizeText(byte[] file) {
        if (file.length > 2 && file[0] == 'P' && file[1] >= '1' && file[1] <= '7' && Character.isWhitespace(file[2])) {
            return NETPBM;
        }
        return recognizeText(file, 0);
    }

    private static @Nullable Magic recognizeText(byte[] file, int at) {
        String start = new String(file, at, Math.min(TEXT_SAMPLE, file.length - at), StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"))) {
            return SVG;
        }
        return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<script")
                ? HTML
                : null;
    }

    private static boolean isMarkup(byte[] file, int at) {
        Bytes bytes = Bytes.bigEndian(file, "image");
        for (String start : MARKUP) {
            if (bytes.saysInAnyCase(at, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeText(byte[] file) {
        for (int i = 0; i < Math.min(TEXT_SAMPLE, file.length); i++) {
            int c = file[i] & 0xFF;
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                return false;
            }
        }
        return true;
    }

    private static String hex(String letters) {
        return HexFormat.of().formatHex(letters.getBytes(StandardCharsets.US_ASCII));
    }
}
