package org.fertivision.video;

import java.nio.ByteBuffer;
import org.jcodec.codecs.common.biari.MDecoder;
import org.jcodec.codecs.h264.decode.SliceHeaderReader;
import org.jcodec.codecs.h264.decode.SliceReader;
import org.jcodec.codecs.h264.decode.aso.MapManager;
import org.jcodec.codecs.h264.io.CABAC;
import org.jcodec.codecs.h264.io.CAVLC;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.common.io.BitReader;

/** A slice of a picture: its head, which was checked, and the way to its macroblocks. */
final class Slice {
    private static final int MODELS = 1024;
    private static final int MIDDLE = 26;

    private final byte[] unit;
    private final SliceHead head;

    private Slice(byte[] unit, SliceHead head) {
        this.unit = unit;
        this.head = head;
    }

    static Slice of(byte[] unit, Told told) {
        return new Slice(unit, SliceHead.read(unit, told));
    }

    SliceHead head() {
        return head;
    }

    /** Opens the macroblocks for JCodec. */
    SliceReader open(SeqParameterSet sequence, PictureParameterSet rule) {
        ByteBuffer bytes = ByteBuffer.wrap(unit);
        NALUnit kind = NALUnit.read(bytes);
        BitReader bits = BitReader.createBitReader(bytes);
        SliceHeader header = SliceHeaderReader.readPart1(bits);
        SliceHeaderReader.readPart2(header, kind, sequence, rule, bits);
        CAVLC[] lengths = {
            new CAVLC(sequence, rule, 2, 2), new CAVLC(sequence, rule, 1, 1), new CAVLC(sequence, rule, 1, 1)
        };
        CABAC arithmetic = new CABAC(sequence.picWidthInMbsMinus1 + 1);
        MDecoder decoder = null;
        if (rule.entropyCodingModeFlag) {
            bits.terminate();
            int[][] models = new int[2][MODELS];
            arithmetic.initModels(
                    models,
                    header.sliceType,
                    header.cabacInitIdc,
                    MIDDLE + rule.picInitQpMinus26 + header.sliceQpDelta);
            decoder = new EndingDecoder(bytes, models);
        }
        return new SliceReader(
                rule,
                arithmetic,
                lengths,
                decoder,
                bits,
                new MapManager(sequence, rule).getMapper(header),
                header,
                kind);
    }
}
