package org.fertivision.decode;

import java.util.Optional;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** The frames of an AVI file. */
final class AviStore implements FrameStore {
    /** Cameras fill frames up to whole blocks of a disk. */
    private static final int FILLING = 4096;

    private final Reel reel;
    private final FrameList frames;
    private final FrameForm form;

    AviStore(Reel reel, FrameList frames, FrameForm form) {
        this.reel = reel;
        this.frames = frames;
        this.form = form;
    }

    @Override
    public int count() {
        return frames.count();
    }

    @Override
    public byte[] stored(int tick) {
        return reel.bytes(frames.place(tick), Math.min(frames.size(tick), form.mostBytes()));
    }

    @Override
    public Frame decoded(byte[] stored, int tick, Descriptor.Channels wanted, Work work) {
        int size = frames.size(tick);
        int most = form.mostBytes();
        if (size - FILLING > most) {
            throw Refusal.damaged("The frame has " + size + " bytes, and of the size that the file tells it can have "
                    + most + " at most.");
        }
        return form.read(stored, wanted, work);
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.empty();
    }

    @Override
    public void close() {
        reel.close();
    }
}
