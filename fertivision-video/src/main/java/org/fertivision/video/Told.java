package org.fertivision.video;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.model.ColorSpace;

/** What a film told of its pictures so far: one sequence for all of them, and rules by their numbers. */
final class Told {
    private final Sequence sequence;
    private final Map<Integer, PictureRule> rules = new TreeMap<>();
    private final Map<Integer, PictureParameterSet> sets = new TreeMap<>();

    Told(Sequence sequence) {
        this.sequence = sequence;
    }

    Sequence sequence() {
        return sequence;
    }

    /**
     * Takes a sequence that is told again.
     *
     * @throws org.fertivision.spi.RejectedException if it is another one
     */
    void again(Sequence other) {
        if (!other.equals(sequence)) {
            throw Refusal.unsupported("The film changes the form of its pictures on the way.");
        }
    }

    /** Takes a rule for slices. */
    void rule(byte[] unit) {
        PictureRule rule = PictureRule.read(unit);
        if (rule.sequence() != sequence.id()) {
            throw Refusal.unsupported("The film changes the form of its pictures on the way.");
        }
        rules.put(rule.id(), rule);
        sets.put(rule.id(), PictureParameterSet.read(ByteBuffer.wrap(unit, 1, unit.length - 1)));
    }

    /**
     * The rule of that number.
     *
     * @throws org.fertivision.spi.RejectedException if it was never told
     */
    PictureRule rule(int number) {
        PictureRule rule = rules.get(number);
        if (rule == null) {
            throw Refusal.damaged("a slice goes by a rule that was never told.");
        }
        return rule;
    }

    /** The same in JCodec's words. */
    PictureParameterSet set(int number) {
        PictureParameterSet set = sets.get(number);
        if (set == null) {
            throw new IllegalStateException("no rule " + number);
        }
        return set;
    }

    /** The sequence in JCodec's words: what was checked, and nothing else. */
    SeqParameterSet sequenceSet() {
        SeqParameterSet set = new SeqParameterSet();
        set.seqParameterSetId = sequence.id();
        set.chromaFormatIdc = ColorSpace.YUV420J;
        set.log2MaxFrameNumMinus4 = sequence.frameNumberBits() - 4;
        set.picOrderCntType = sequence.orderType();
        set.log2MaxPicOrderCntLsbMinus4 = sequence.orderBits() - 4;
        set.numRefFrames = sequence.references();
        set.picWidthInMbsMinus1 = sequence.columns() / Sequence.BLOCK - 1;
        set.picHeightInMapUnitsMinus1 = sequence.rows() / Sequence.BLOCK - 1;
        set.frameMbsOnlyFlag = true;
        set.direct8x8InferenceFlag = sequence.predictsBlocksOf8();
        return set;
    }
}
