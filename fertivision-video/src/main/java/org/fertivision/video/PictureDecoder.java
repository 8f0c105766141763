package org.fertivision.video;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.jcodec.codecs.h264.POCManager;
import org.jcodec.codecs.h264.decode.DeblockerInput;
import org.jcodec.codecs.h264.decode.SliceDecoder;
import org.jcodec.codecs.h264.decode.SliceReader;
import org.jcodec.codecs.h264.decode.deblock.DeblockingFilter;
import org.jcodec.codecs.h264.io.model.Frame;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.common.logging.LogLevel;
import org.jcodec.common.logging.Logger;
import org.jcodec.common.model.ColorSpace;

/**
 * Decodes the pictures of a film one after another, in the order in which they are built on each other. JCodec decodes
 * the macroblocks; what it would take on trust is checked before, and whatever it throws ends here.
 */
final class PictureDecoder {
    private static final int SLICE = 1;
    private static final int LAST_PARTITION = 4;
    private static final int FRESH_SLICE = 5;
    private static final int SEQUENCE = 7;
    private static final int RULE = 8;
    private static final int KIND = 31;

    /** JCodec keeps samples with a sign. */
    private static final int MIDDLE = 128;

    static {
        Logger.setLevel(LogLevel.ERROR); // it would talk on the standard output
    }

    private final int lengthBytes;
    private final Told told;
    private final SeqParameterSet set;
    private final POCManager order = new POCManager();
    private final References references;

    private PictureDecoder(int lengthBytes, Told told) {
        this.lengthBytes = lengthBytes;
        this.told = told;
        this.set = told.sequenceSet();
        this.references = new References(told.sequence());
    }

    /**
     * A decoder of a film.
     *
     * @throws RejectedException if it is told nothing of the pictures, or they are not decoded here
     */
    static PictureDecoder of(ParameterSets sets) {
        Sequence sequence = sets.units().stream()
                .filter(unit -> kind(unit) == SEQUENCE)
                .findFirst()
                .map(Sequence::read)
                .orElseThrow(() -> Refusal.damaged("its index does not say how its H.264 is written."));
        PictureDecoder decoder = new PictureDecoder(sets.lengthBytes(), new Told(sequence));
        sets.units().forEach(decoder::learn);
        return decoder;
    }

    Sequence sequence() {
        return told.sequence();
    }

    /**
     * The brightness of the next picture, as stored, without what is cut off.
     *
     * @param sample its bytes
     * @throws RejectedException if it is damaged, or written in a way that is not decoded to the last bit
     */
    byte[] decode(byte[] sample, Work work) {
        try {
            return brightness(picture(slices(sample), work));
        } catch (RejectedException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) { // JCodec throws what it comes by
            throw Refusal.damaged("a picture cannot be decoded.", e);
        } catch (OutOfMemoryError e) {
            throw Refusal.memory(e);
        }
    }

    private List<Slice> slices(byte[] sample) {
        List<Slice> slices = new ArrayList<>();
        for (byte[] unit : Units.of(sample, lengthBytes)) {
            int kind = kind(unit);
            if (kind == SLICE || kind == FRESH_SLICE) {
                slices.add(Slice.of(unit, told));
            } else if (kind > SLICE && kind <= LAST_PARTITION) {
                throw Refusal.unsupported("The film has its slices in parts.");
            } else {
                learn(unit);
            }
        }
        if (slices.isEmpty()) {
            throw Refusal.damaged("a frame has no picture.");
        }
        SliceHead first = slices.get(0).head();
        int block = -1;
        for (Slice slice : slices) {
            SliceHead head = slice.head();
            if (!head.isOfPicture(first)) {
                throw Refusal.damaged("a frame holds parts of several pictures.");
            }
            if (head.firstBlock() <= block || head.firstBlock() >= sequence().macroblocks()) {
                throw Refusal.damaged("the slices of a picture are out of order.");
            }
            block = head.firstBlock();
        }
        return slices;
    }

    private void learn(byte[] unit) {
        int kind = kind(unit);
        if (kind == SEQUENCE) {
            told.again(Sequence.read(unit));
        } else if (kind == RULE) {
            told.rule(unit);
        }
    }

    private Frame picture(List<Slice> slices, Work work) {
        SliceHead first = slices.get(0).head();
        references.expect(first);
        DeblockerInput edges = new DeblockerInput(set);
        Frame picture = empty(open(slices.get(0)), edges);
        for (Slice slice : slices) {
            work.checkpoint();
            if (edges.shs[slice.head().firstBlock()] != null) {
                throw Refusal.damaged("the slices of a picture overlap.");
            }
            new SliceDecoder(set, references.byNumber(), References.keptForLong(), edges, picture)
                    .decodeFromReader(open(slice));
        }
        for (SliceHeader block : edges.shs) {
            if (block == null) {
                throw Refusal.damaged("a part of a picture is missing.");
            }
        }
        if (first.isFiltered()) {
            new DeblockingFilter(0, 0, edges).deblockFrame(picture);
        }
        references.keep(first, picture);
        return picture;
    }

    private SliceReader open(Slice slice) {
        return slice.open(set, told.set(slice.head().rule()));
    }

    private Frame empty(SliceReader reader, DeblockerInput edges) {
        SliceHeader header = reader.getSliceHeader();
        int samples = (int) sequence().pixels();
        byte[][] planes = {new byte[samples], new byte[samples / 4], new byte[samples / 4]};
        return new Frame(
                sequence().columns(),
                sequence().rows(),
                planes,
                ColorSpace.YUV420,
                null,
                header.frameNum,
                header.sliceType,
                edges.mvs,
                new Frame[0][][],
                order.calcPOC(header, reader.getNALUnit()));
    }

    private byte[] brightness(Frame picture) {
        Sequence.Crop crop = sequence().crop();
        byte[] stored = picture.getPlaneData(0);
        byte[] shown = new byte[crop.width() * crop.height()];
        int to = 0;
        for (int y = 0; y < crop.height(); y++) {
            int from = (crop.top() + y) * sequence().columns() + crop.left();
            for (int x = 0; x < crop.width(); x++) {
                shown[to++] = (byte) (stored[from + x] + MIDDLE);
            }
        }
        return shown;
    }

    private static int kind(byte[] unit) {
        return unit.length == 0 ? 0 : unit[0] & KIND;
    }
}
