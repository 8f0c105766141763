package org.fertivision.decode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** The frames of a folder, each a file. */
final class FolderStore implements FrameStore {
    private static final byte[] NOTHING = new byte[0];

    private final SortedMap<Long, Path> places;
    private final Limits limits;
    private final HeaderGuard guard;
    private final List<Notice> notices = new ArrayList<>();
    private int width;
    private int height;
    private @Nullable Calibration calibration;

    FolderStore(SortedMap<Long, Path> places, Limits limits) {
        this.places = places;
        this.limits = limits;
        this.guard = HeaderGuard.ofFrame(limits);
    }

    @Override
    public int count() {
        return (int) (places.lastKey() + 1);
    }

    @Override
    public byte[] stored(int tick) {
        Path file = places.get((long) tick);
        return file == null
                ? NOTHING
                : Input.read((Source.OfBytes) Source.of(file), limits).bytes();
    }

    /**
     * The picture of a file.
     *
     * @throws RejectedException if it is damaged, or of another size than the first, by its name
     */
    @Override
    public Frame decoded(byte[] stored, int tick, Descriptor.Channels wanted, Work work) {
        Picture picture = Decoder.picture(stored, guard, wanted, work);
        Frame frame = picture.orientation().upright(picture.frames().get(0));
        if (width == 0) {
            width = frame.width();
            height = frame.height();
            PixelSize size = picture.pixelSize();
            if (size != null) {
                calibration = (picture.orientation().swapsSides() ? size.transposed() : size).toCalibration();
            }
        }
        if (frame.width() != width || frame.height() != height) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.INVALID_REQUEST,
                    name(tick) + " has " + frame.width() + " x " + frame.height()
                            + " pixels, the first frame " + width + " x " + height
                            + "; the frames of a video have one size."));
        }
        picture.notices().stream().filter(notice -> !notices.contains(notice)).forEach(notices::add);
        return frame;
    }

    private String name(int tick) {
        Path file = places.get((long) tick);
        return file == null ? "frame " + tick : String.valueOf(file.getFileName());
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(calibration);
    }

    @Override
    public void close() {}

    /** What was tolerated in the frames that were decoded. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }
}
