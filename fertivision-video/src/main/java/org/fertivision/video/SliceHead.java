package org.fertivision.video;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.spi.RejectedException;

/**
 * The head of a slice (ITU-T H.264, 7.3.3), refused where it is not decoded to the last bit.
 *
 * @param isFresh whether the picture is built on no other and begins anew
 * @param isReference whether others are built on the picture
 * @param rule the number of the rule it goes by
 * @param firstBlock its first macroblock
 * @param frameNumber number of the frame among those that others are built on
 * @param place place in the order of showing, its low bits
 * @param slides whether the oldest reference goes where room is needed
 * @param forgotten else how far back the frames lie that none is built on any more
 * @param isFiltered whether the edges of blocks are filtered
 */
record SliceHead(
        boolean isFresh,
        boolean isReference,
        int rule,
        int firstBlock,
        int frameNumber,
        int place,
        boolean slides,
        List<Integer> forgotten,
        boolean isFiltered) {
    static final int MOST_REFERENCES = 32;

    private static final int FRESH = 5;
    private static final int P = 0;
    private static final int B = 1;
    private static final int I = 2;
    private static final int END_OF_CHANGES = 3;
    private static final int TO_LONG_TERM = 2;
    private static final int FORGET = 1;
    private static final int NO_LONG_TERM = 4;

    SliceHead {
        forgotten = List.copyOf(forgotten);
    }

    /** Whether the slice is of the same picture as another one, and is treated alike. */
    boolean isOfPicture(SliceHead other) {
        return isFresh == other.isFresh
                && isReference == other.isReference
                && frameNumber == other.frameNumber
                && place == other.place
                && isFiltered == other.isFiltered;
    }

    static SliceHead read(byte[] unit, Told told) {
        try {
            return read(new Bits(unit), told);
        } catch (EOFException e) {
            throw Refusal.damaged("a slice is cut short.", e);
        }
    }

    private static SliceHead read(Bits bits, Told told) throws EOFException {
        bits.skip(1);
        boolean isReference = bits.u(2) != 0;
        boolean isFresh = bits.u(5) == FRESH;
        int firstBlock = bits.ue();
        int type = bits.ue(9, "the kind of a slice") % 5;
        if (type > I) {
            throw Refusal.unsupported("The film has slices for switching between streams.");
        }
        PictureRule rule = told.rule(bits.ue());
        Sequence sequence = told.sequence();
        int frameNumber = bits.u(sequence.frameNumberBits());
        if (isFresh) {
            bits.ue();
        }
        int place = place(bits, sequence, rule);
        if (type == B && !bits.flag()) {
            throw Refusal.unsupported("The film predicts motion in time (temporal direct).");
        }
        references(bits, type, rule, sequence);
        if (isReference && isFresh) {
            bits.skip(1);
        }
        boolean isMarked = isReference && bits.flag();
        if (isMarked && isFresh) {
            throw longTerm();
        }
        List<Integer> forgotten = isMarked ? forgotten(bits) : List.of();
        if (rule.isArithmetic() && type != I) {
            bits.ue(2, "the table of a slice");
        }
        bits.se();
        boolean isFiltered = !rule.tellsFilter() || bits.ue(2, "the filter of a slice") != 1;
        return new SliceHead(
                isFresh, isReference, rule.id(), firstBlock, frameNumber, place, !isMarked, forgotten, isFiltered);
    }

    private static int place(Bits bits, Sequence sequence, PictureRule rule) throws EOFException {
        if (sequence.orderType() == 0) {
            int place = bits.u(sequence.orderBits());
            if (rule.tellsOrderOfFields()) {
                bits.se();
            }
            return place;
        }
        return 0;
    }

    private static void references(Bits bits, int type, PictureRule rule, Sequence sequence) throws EOFException {
        if (type == I) {
            return;
        }
        int first = rule.references().first();
        int second = rule.references().second();
        if (bits.flag()) {
            first = 1 + bits.ue(MOST_REFERENCES - 1, "the number of references");
            second = type == B ? 1 + bits.ue(MOST_REFERENCES - 1, "the number of references") : second;
        }
        changes(bits, sequence);
        if (type == B) {
            changes(bits, sequence);
        }
        if (type == P ? rule.weighsSingle() : rule.weighsPairs()) {
            bits.ue(7, "the weight of a reference");
            bits.ue(7, "the weight of a reference");
            weights(bits, first);
            weights(bits, type == B ? second : 0);
        }
    }

    private static void changes(Bits bits, Sequence sequence) throws EOFException {
        if (!bits.flag()) {
            return;
        }
        for (int i = 0; i <= MOST_REFERENCES; i++) {
            int change = bits.ue(END_OF_CHANGES, "a change of references");
            if (change == END_OF_CHANGES) {
                return;
            }
            if (change == TO_LONG_TERM) {
                throw longTerm();
            }
            bits.ue((1 << sequence.frameNumberBits()) - 1, "a change of references");
        }
        throw Refusal.damaged("a slice changes its references without end.");
    }

    private static void weights(Bits bits, int references) throws EOFException {
        for (int i = 0; i < references; i++) {
            if (bits.flag()) {
                bits.se();
                bits.se();
            }
            if (bits.flag()) {
                for (int part = 0; part < 4; part++) {
                    bits.se();
                }
            }
        }
    }

    private static List<Integer> forgotten(Bits bits) throws EOFException {
        List<Integer> forgotten = new ArrayList<>();
        for (int i = 0; i <= 2 * MOST_REFERENCES; i++) {
            int operation = bits.ue();
            if (operation == 0) {
                return forgotten;
            }
            if (operation == FORGET) {
                forgotten.add(1 + bits.ue(1 << 16, "a reference"));
            } else if (operation != NO_LONG_TERM || bits.ue() != 0) {
                throw longTerm();
            }
        }
        throw Refusal.damaged("a slice forgets references without end.");
    }

    private static RejectedException longTerm() {
        return Refusal.unsupported("The film keeps references for long.");
    }
}
