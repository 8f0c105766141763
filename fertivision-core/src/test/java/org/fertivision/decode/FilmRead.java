package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/** A video read to its end. */
record FilmRead(List<Frame> frames, int count, Optional<Timing> timing, List<Notice> notices) {
    static FilmRead gray(byte[] file) {
        return of(file, Channels.GRAY, Limits.standard());
    }

    static FilmRead color(byte[] file) {
        return of(file, Channels.COLOR, Limits.standard());
    }

    static FilmRead of(byte[] file, Channels channels, Limits limits) {
        Work work = Work.unlimited();
        return of(FilmInput.of((Source.OfBytes) Source.of(file), work), channels, limits);
    }

    static FilmRead of(FilmInput input, Channels channels, Limits limits) {
        Decoded decoded = input.open(limits, channels, Work.unlimited());
        try (Frames frames = decoded.frames()) {
            List<Frame> all = new ArrayList<>();
            for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
                all.add(next.get());
            }
            return new FilmRead(all, frames.count(), frames.timing(), decoded.notices());
        }
    }

    static RejectedException refusal(byte[] file) {
        return refusal(file, Limits.standard());
    }

    static RejectedException refusal(byte[] file, Limits limits) {
        try {
            of(file, Channels.GRAY, limits);
        } catch (RejectedException e) {
            return e;
        }
        throw new AssertionError("read without complaint");
    }

    List<Integer> places() {
        return frames.stream().map(Frame::index).toList();
    }

    List<String> codes() {
        return notices.stream().map(Notice::code).toList();
    }

    String notice(String code) {
        return notices.stream()
                .filter(notice -> notice.code().equals(code))
                .map(Notice::detail)
                .findFirst()
                .orElse("no notice " + code);
    }

    /** The first samples of each frame's first plane. */
    List<Integer> firstSamples() {
        return frames.stream().map(frame -> frame.red().at(0, 0)).toList();
    }
}
