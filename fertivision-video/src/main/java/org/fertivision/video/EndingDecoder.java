package org.fertivision.video;

import java.nio.ByteBuffer;
import org.jcodec.codecs.common.biari.MDecoder;

/** JCodec's arithmetic decoder with an end: it would go on for ever behind the last byte of a damaged slice. */
final class EndingDecoder extends MDecoder {
    /** A whole slice asks for fewer: no more than its register holds. */
    private static final int MOST_ASKED = 64;

    private final ByteBuffer bytes;
    private int asked;

    EndingDecoder(ByteBuffer bytes, int[][] models) {
        super(bytes, models);
        this.bytes = bytes;
    }

    @Override
    @SuppressWarnings("NullAway") // asked by the constructor above, before there are bytes
    protected void readOneByte() {
        if (bytes != null && !bytes.hasRemaining() && ++asked > MOST_ASKED) {
            throw Refusal.damaged("a slice ends before its picture.");
        }
        super.readOneByte();
    }
}
