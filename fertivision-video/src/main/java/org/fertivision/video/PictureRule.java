package org.fertivision.video;

import java.io.EOFException;

/**
 * What a picture parameter set says of the slices (ITU-T H.264, 7.3.2.2), refused where they are not decoded to the last
 * bit.
 *
 * @param id its number
 * @param sequence the number of the sequence parameter set that goes with it
 * @param tellsOrderOfFields whether slices tell how far a bottom field comes after a top one
 * @param references how many pictures of each list a slice uses, unless it says otherwise
 * @param weighsSingle whether slices weigh what they take from one picture
 * @param weighsPairs whether slices tell weights for what they take from two
 * @param isArithmetic whether samples are coded arithmetically
 * @param tellsFilter whether slices say how their edges are filtered
 */
record PictureRule(
        int id,
        int sequence,
        boolean tellsOrderOfFields,
        References references,
        boolean weighsSingle,
        boolean weighsPairs,
        boolean isArithmetic,
        boolean tellsFilter) {
    private static final int MOST_IDS = 255;
    private static final int MOST_SEQUENCES = 31;

    /**
     * How many pictures a slice uses.
     *
     * @param first of the first list
     * @param second of the second list
     */
    record References(int first, int second) {}

    static PictureRule read(byte[] unit) {
        try {
            return read(new Bits(unit));
        } catch (EOFException e) {
            throw Refusal.damaged("what it says of its slices is cut short.", e);
        }
    }

    private static PictureRule read(Bits bits) throws EOFException {
        bits.skip(Byte.SIZE);
        int id = bits.ue(MOST_IDS, "the number of a parameter set");
        int sequence = bits.ue(MOST_SEQUENCES, "the number of a parameter set");
        boolean isArithmetic = bits.flag();
        boolean tellsOrderOfFields = bits.flag();
        if (bits.ue() != 0) {
            throw Refusal.unsupported("The film has its macroblocks in groups of slices.");
        }
        References references = new References(
                1 + bits.ue(SliceHead.MOST_REFERENCES - 1, "the number of references"),
                1 + bits.ue(SliceHead.MOST_REFERENCES - 1, "the number of references"));
        boolean weighsSingle = bits.flag();
        boolean weighsPairs = bits.u(2) == 1;
        bits.se();
        bits.se();
        bits.se();
        boolean tellsFilter = bits.flag();
        if (bits.flag()) {
            throw Refusal.unsupported("The film is written with constrained intra prediction.");
        }
        if (bits.flag()) {
            throw Refusal.unsupported("The film has redundant pictures.");
        }
        if (bits.hasMore()) {
            bits.skip(1);
            if (bits.flag()) {
                throw Refusal.unsupported("The film has scaling matrices of its own.");
            }
        }
        return new PictureRule(
                id, sequence, tellsOrderOfFields, references, weighsSingle, weighsPairs, isArithmetic, tellsFilter);
    }
}
