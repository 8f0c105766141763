package org.fertivision.spi;

import java.util.List;

/** The contract, kept by a reader of a few lines. */
class RawReaderTest extends FrameReaderContractTest {
    @Override
    protected FrameReader plugin() {
        return new RawReader();
    }

    @Override
    protected List<byte[]> files() {
        return List.of(threeFrames());
    }

    static byte[] threeFrames() {
        byte[] file = new byte[10 + 3 * 20];
        byte[] head = {'R', 'A', 'W', '1', 0, 5, 0, 4, 0, 3};
        System.arraycopy(head, 0, file, 0, head.length);
        for (int i = head.length; i < file.length; i++) {
            file[i] = (byte) (i * 37);
        }
        return file;
    }
}
