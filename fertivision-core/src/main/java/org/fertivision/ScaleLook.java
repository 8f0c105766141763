package org.fertivision;

import org.fertivision.decode.Decoder;
import org.fertivision.decode.Input;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.report.GraticuleReport;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.scale.GraticuleReader;
import org.fertivision.scale.WhichLines;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/** A picture of a ruling, from its source to the size of a pixel. */
final class ScaleLook {
    private ScaleLook() {}

    static GraticuleReport at(Source source, double spacingUm, WhichLines which, Limits limits) {
        Frame frame = frame(source, limits);
        return new GraticuleReport(GraticuleReader.read(frame.gray(), spacingUm, which), frame);
    }

    private static Frame frame(Source source, Limits limits) {
        if (source instanceof Source.OfBytes bytes) {
            Input input = Input.read(bytes, limits);
            try (Frames frames = Decoder.decode(input, limits, Descriptor.Channels.GRAY, Work.unlimited())
                    .frames()) {
                return frames.only();
            }
        }
        if (source instanceof Source.Folder) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.INVALID_REQUEST, "A scale is read from one picture, not from a folder of frames."));
        }
        try (Frames frames = ((Source.Decoded) source).open()) {
            return frames.only();
        }
    }
}
