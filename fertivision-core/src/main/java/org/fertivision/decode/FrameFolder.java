package org.fertivision.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** A folder of pictures that are the frames of one video. */
final class FrameFolder implements FilmInput {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "gif");

    private final SortedMap<Long, Path> places;
    private final int leftAside;
    private final long size;
    private final @Nullable String sha256;
    private final @Nullable String content;

    private FrameFolder(SortedMap<Long, Path> places, int leftAside, long size, Hashes hashes) {
        this.places = places;
        this.leftAside = leftAside;
        this.size = size;
        this.sha256 = hashes.ofBytes;
        this.content = hashes.ofBytesAndPlaces;
    }

    private record Hashes(
            @Nullable String ofBytes, @Nullable String ofBytesAndPlaces) {}

    static FrameFolder of(Path folder, Limits limits, Work work) {
        try {
            List<Path> pictures = new ArrayList<>();
            int others = 0;
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    boolean isShown = !name.startsWith(".") && !Files.isDirectory(entry);
                    if (isShown && isPicture(name)) {
                        pictures.add(entry);
                    } else if (isShown) {
                        others++;
                    }
                }
            }
            if (pictures.isEmpty()) {
                throw Refusal.damaged("There is no picture in the folder that is to be a video.");
            }
            SortedMap<Long, Path> places = FrameNumbers.places(pictures);
            refuseOver(limits, places.lastKey() + 1);
            long size = 0;
            for (Path picture : pictures) {
                size += Files.size(picture);
            }
            return new FrameFolder(places, others, size, hashes(places, size, work));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    @Override
    public Optional<String> content() {
        return Optional.ofNullable(content);
    }

    @Override
    public Decoded open(Limits limits, Descriptor.Channels channels, Work work) {
        FolderStore store = new FolderStore(places, limits);
        FilmFrames frames = new FilmFrames(store, channels, null, work);
        InputFacts facts = new InputFacts(
                null, sha256, null, InputFacts.FOLDER, size, frames.width(), frames.height(), frames.count());
        return new Decoded(frames, facts, () -> {
            List<Notice> notices = new ArrayList<>(frames.notices());
            notices.addAll(store.notices());
            if (leftAside > 0) {
                notices.add(new Notice(
                        "files-left-aside",
                        leftAside + " files of the folder are no pictures by their names and were left aside."));
            }
            return notices;
        });
    }

    private static boolean isPicture(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static void refuseOver(Limits limits, long frames) {
        if (frames > limits.maxFrames()) {
            throw Refusal.overLimit(
                    RejectionCode.TOO_MANY_FRAMES,
                    "The folder holds a video of " + frames + " frames; at most " + limits.maxFrames()
                            + " are read. Put parts of it into folders of their own.",
                    "frames",
                    limits.maxFrames(),
                    (double) frames);
        }
    }

    private static Hashes hashes(SortedMap<Long, Path> places, long size, Work work) throws IOException {
        if (size > Decoder.MOST_HASHED_BYTES) {
            return new Hashes(null, null);
        }
        MessageDigest bytes = PixelHash.newSha256();
        MessageDigest all = PixelHash.newSha256();
        for (Map.Entry<Long, Path> frame : places.entrySet()) {
            work.checkpoint();
            byte[] file = Files.readAllBytes(frame.getValue());
            bytes.update(file);
            all.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(frame.getKey())
                    .putLong(file.length)
                    .array());
            all.update(file);
        }
        HexFormat hex = HexFormat.of();
        return new Hashes(hex.formatHex(bytes.digest()), hex.formatHex(all.digest()));
    }
}
