package org.fertivision.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.Input;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Limits;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** Our whole line and its first step alone. Nothing is remembered from one still to the next. */
final class Line {
    private static final FertiVision ENGINE =
            FertiVision.create(EngineConfig.builder().cacheBytes(0).build());

    private Line() {}

    /** File to canonical JSON. */
    static byte[] json(Kind kind, Path file) {
        return json(Request.of(kind.word())
                .field(file)
                .calibration(Calibration.umPerPixel(kind.umPerPixel()))
                .build());
    }

    /** A request to canonical JSON. */
    static byte[] json(Request request) {
        return ENGINE.analyze(request).fold(ReportJson::write, rejection -> {
            throw new IllegalStateException(request.kind() + ": " + rejection.detail());
        });
    }

    /** File to a picture of three channels by the JDK as it comes: the yardstick. */
    static Object plainDecode(Path file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /** File to the channels that a kind looks at, with both hashes, by our own decoder. */
    static Frame ownDecode(Path file, Descriptor.Channels channels) {
        return ownDecode((Source.OfBytes) Source.of(file), channels);
    }

    /** The same of bytes. */
    static Frame ownDecode(byte[] file, Descriptor.Channels channels) {
        return ownDecode((Source.OfBytes) Source.of(file), channels);
    }

    private static Frame ownDecode(Source.OfBytes source, Descriptor.Channels channels) {
        Limits limits = Limits.standard();
        Input input = Input.read(source, limits);
        return Decoder.decode(input, limits, channels, Work.unlimited())
                .frames()
                .only();
    }
}
