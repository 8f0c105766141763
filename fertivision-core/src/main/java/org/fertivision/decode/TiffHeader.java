package org.fertivision.decode;

/**
 * The first bytes of a TIFF structure: eight of a classic one, sixteen of BigTIFF, whose offsets and counts have eight
 * bytes in place of four.
 *
 * <p>Source: TIFF revision 6.0 (Adobe, 1992), section 2; BigTIFF file format specification (libtiff).
 *
 * @param bytes the whole structure, in its own byte order
 * @param firstDirectory where its first directory begins
 * @param isBig whether it is BigTIFF
 */
record TiffHeader(Bytes bytes, long firstDirectory, boolean isBig) {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int BIG_OFFSET_BYTES = 8;

    /** Reads the header at the start of the bytes. */
    static TiffHeader read(Bytes structure) {
        boolean bigEndian = structure.says(0, "MM");
        if (!bigEndian && !structure.says(0, "II")) {
            throw Refusal.damagedAt(0, "The TIFF structure does not begin with a byte order.");
        }
        Bytes ordered = structure.ordered(bigEndian);
        int version = ordered.u16(2);
        if (version == CLASSIC) {
            return new TiffHeader(ordered, ordered.u32(4), false);
        }
        if (version != BIG || ordered.u16(4) != BIG_OFFSET_BYTES || ordered.u16(6) != 0) {
            throw Refusal.damagedAt(2, "The TIFF structure bears neither the number 42 nor BigTIFF's beginning.");
        }
        return new TiffHeader(ordered, ordered.u64(8), true);
    }
}
