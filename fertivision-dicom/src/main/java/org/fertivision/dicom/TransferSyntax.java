package org.fertivision.dicom;

import java.io.IOException;
import java.util.Map;

/** How a file is written (PS3.5 chapter 10, annex A). */
enum TransferSyntax {
    IMPLICIT("1.2.840.10008.1.2", false, false),
    EXPLICIT("1.2.840.10008.1.2.1", true, false),
    RLE("1.2.840.10008.1.2.5", true, true),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", true, true);

    private static final int META_GROUP = 0x0002;
    private static final int META_LENGTH = 0x00020000;
    private static final int UID = 0x00020010;

    /** Most bytes of the part before the data set. */
    private static final int LONGEST_META = 1 << 16;

    /** What the syntaxes that are not read are called, by how their identifiers begin. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.1.99", "deflated"),
            Map.entry("1.2.840.10008.1.2.2", "big endian"),
            Map.entry("1.2.840.10008.1.2.4.51", "JPEG of 12 bits"),
            Map.entry("1.2.840.10008.1.2.4.57", "lossless JPEG"),
            Map.entry("1.2.840.10008.1.2.4.70", "lossless JPEG"),
            Map.entry("1.2.840.10008.1.2.4.80", "JPEG-LS"),
            Map.entry("1.2.840.10008.1.2.4.81", "JPEG-LS"),
            Map.entry("1.2.840.10008.1.2.4.90", "JPEG 2000"),
            Map.entry("1.2.840.10008.1.2.4.91", "JPEG 2000"),
            Map.entry("1.2.840.10008.1.2.4.100", "MPEG-2 video"),
            Map.entry("1.2.840.10008.1.2.4.102", "H.264 video"),
            Map.entry("1.2.840.10008.1.2.4.103", "H.264 video"),
            Map.entry("1.2.840.10008.1.2.4.107", "HEVC video"));

    private final String uid;
    private final boolean explicit;
    private final boolean encapsulated;

    TransferSyntax(String uid, boolean explicit, boolean encapsulated) {
        this.uid = uid;
        this.explicit = explicit;
        this.encapsulated = encapsulated;
    }

    /** Whether each element says what kind of value it has. */
    boolean isExplicit() {
        return explicit;
    }

    /** Whether pixels come as a sequence of items, compressed. */
    boolean isEncapsulated() {
        return encapsulated;
    }

    /**
     * Reads the file's meta information, which is always explicit little endian.
     *
     * @throws org.fertivision.spi.RejectedException if the syntax is not read here, with its name
     */
    static TransferSyntax read(ElementStream in) throws IOException {
        Element length = Element.read(in, true);
        if (length.tag() != META_LENGTH || length.length() != 4) {
            throw Refusal.damaged("it does not begin with the length of its meta information.");
        }
        long left = in.u32();
        if (left > LONGEST_META) {
            throw Refusal.damaged("its meta information claims " + left + " bytes.");
        }
        String found = "";
        while (left > 0) {
            Element element = Element.read(in, true);
            if (element.tag() >>> 16 != META_GROUP || element.length() > left) {
                throw Refusal.damaged("its meta information does not end where it says.");
            }
            left -= element.headerLength() + element.length();
            byte[] value = in.bytes((int) element.length());
            if (element.tag() == UID) {
                found = Element.text(value);
            }
        }
        if (left < 0) {
            throw Refusal.damaged("its meta information does not end where it says.");
        }
        return of(found);
    }

    private static TransferSyntax of(String uid) {
        for (TransferSyntax known : values()) {
            if (known.uid.equals(uid)) {
                return known;
            }
        }
        String name = OTHERS.get(uid);
        throw Refusal.unsupported("The DICOM file is written in a transfer syntax that is not read"
                + (name == null ? "" : ": " + name)
                + ". Read are uncompressed little endian, RLE lossless and JPEG baseline; dcmtk converts others:"
                + " dcmdjpeg (or dcmconv) IN.dcm OUT.dcm");
    }
}
