package org.fertivision.video;

import java.util.List;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.FrameReaderContractTest;

/** What every reader promises, of a film with its index behind the frames and one with it before them. */
class VideoReaderContractTest extends FrameReaderContractTest {
    @Override
    protected FrameReader plugin() {
        return new VideoReader();
    }

    @Override
    protected List<byte[]> files() {
        return List.of(Clip.mp4(), Clip.mov());
    }
}
