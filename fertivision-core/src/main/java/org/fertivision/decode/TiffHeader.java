package org.fertivision.decode;

/**
 * The first eight bytes of a TIFF structure.
 *
 * @param bytes the whole structure, in its own byte order
 * @param firstDirectory where its first directory begins
 */
record TiffHeader(Bytes bytes, long firstDirectory) {
    private static final int CLASSIC = 42;

    /** Reads the header at the start of the bytes. */
    static TiffHeader read(Bytes structure) {
        boolean bigEndian = structure.says(0, "MM");
        if (!bigEndian && !structure.says(0, "II")) {
            throw Refusal.damagedAt(0, "The TIFF structure does not begin with a byte order.");
        }
        Bytes ordered = structure.ordered(bigEndian);
        if (ordered.u16(2) != CLASSIC) {
            throw Refusal.damagedAt(2, "The TIFF structure does not bear the number 42.");
        }
        return new TiffHeader(ordered, ordered.u32(4));
    }
}
