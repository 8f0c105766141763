package org.fertivision.dicom;

import java.io.IOException;
import java.util.List;

/** The samples of one frame after the other, however they are written. */
interface FrameSamples {
    /** The samples of the next frame, channel by channel, each pixel by pixel. */
    List<int[]> next() throws IOException;
}
