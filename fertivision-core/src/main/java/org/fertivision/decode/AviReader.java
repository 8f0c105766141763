package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.Notice;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/** Reads AVI: uncompressed grays and colors, brightness with and without color, MJPEG and PNG. */
final class AviReader {
    private static final double DIFFERENT = 0.01;

    private AviReader() {}

    static Decoded read(FilmFile input, Limits limits, Descriptor.Channels channels, Work work) {
        Reel reel = input.reel();
        try {
            AviFile file = AviFile.walk(reel, limits, work);
            AviHeader header = file.header();
            FrameForm form = AviForms.of(header, HeaderGuard.ofFrame(limits));
            FrameStore store = new AviStore(reel, file.frames(), form);
            FilmFrames frames = new FilmFrames(store, channels, header.timing(), work);
            List<Notice> notices = new ArrayList<>(file.notices());
            noticeRate(header, notices);
            InputFacts facts = new InputFacts(
                    null,
                    input.sha256().orElse(null),
                    null,
                    Magic.AVI.mediaType(),
                    input.size(),
                    frames.width(),
                    frames.height(),
                    frames.count());
            return new Decoded(frames, facts, () -> {
                List<Notice> all = new ArrayList<>(notices);
                all.addAll(frames.notices());
                return all;
            });
        } catch (RuntimeException | Error e) {
            reel.close();
            throw e;
        }
    }

    private static void noticeRate(AviHeader header, List<Notice> notices) {
        Timing timing = header.timing();
        double rate = header.rate();
        double other = header.otherRate();
        if (timing == null) {
            notices.add(new Notice(
                    Decoded.RATE_UNBELIEVABLE,
                    "The AVI file says that " + shown(rate) + " frames were taken a second, which is not believed."));
        } else if (other > 0 && Math.abs(other / rate - 1) > DIFFERENT) {
            notices.add(new Notice(
                    "frame-rate-contradicted",
                    "The AVI file says " + shown(rate) + " frames a second of its video and " + shown(other)
                            + " of itself; the first was taken."));
        }
    }

    private static String shown(double rate) {
        return rate == StrictMath.rint(rate) && rate < 1e9
                ? String.valueOf((long) rate)
                : String.format(Locale.ROOT, "%.4g", rate);
    }
}
