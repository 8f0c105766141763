package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * The structure of an AVI file (1.0 and OpenDML), walked chunk by chunk. No index is relied on and no size of a list:
 * frames are where chunks with their names stand. Where a chunk's size does not lead to another chunk, the next one is
 * looked for.
 *
 * <p>Source: Microsoft, "AVI RIFF File Reference"; Matrox, "OpenDML AVI File Format Extensions" 1.02 (1996).
 */
final class AviFile {
    static final String FORMAT = "AVI";
    private static final int HEAD = AviChunks.HEAD;
    private static final int LIST_HEAD = AviChunks.LIST_HEAD;
    private static final int INDEX_ENTRY = 16;

    /** Chunks for each frame that is allowed: sound, subtitles, lists and padding between them. */
    private static final long CHUNKS_PER_FRAME = 8;

    private final Reel reel;
    private final AviChunks chunks;
    private final Limits limits;
    private final Work work;
    private final FrameList frames = new FrameList();
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable AviHeader header;
    private boolean inMovie;
    private boolean hasMovie;
    private boolean hasIndex;
    private long indexed = -1;
    private int framesBeforeIndex;
    private long wrongSizes;
    private boolean cut;
    private long end;

    private AviFile(Reel reel, Limits limits, Work work) {
        this.reel = reel;
        this.chunks = new AviChunks(reel);
        this.limits = limits;
        this.work = work;
    }

    /**
     * Walks a file that begins with RIFF and AVI.
     *
     * @throws org.fertivision.spi.RejectedException if it has no video, ends before its first frame, or passes a limit
     */
    static AviFile walk(Reel reel, Limits limits, Work work) {
        AviFile file = new AviFile(reel, limits, work);
        file.walk();
        file.check();
        file.notice();
        return file;
    }

    AviHeader header() {
        if (header == null) {
            throw Refusal.cutShort(FORMAT, reel.size());
        }
        return header;
    }

    FrameList frames() {
        return frames;
    }

    /** What was tolerated. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    private void walk() {
        long most = CHUNKS_PER_FRAME * limits.maxFrames();
        long walked = 0;
        long at = LIST_HEAD;
        while (reel.size() - at >= HEAD) {
            if (++walked > most) {
                throw Refusal.overLimit(
                        RejectionCode.STRUCTURE_LIMIT,
                        "The AVI file has more than " + most + " chunks; no more are read.",
                        "chunks",
                        most,
                        (double) walked);
            }
            work.checkpoint();
            Bytes head = chunks.head(at);
            at = take(at, head.latin(0, 4), head.u32(4), head);
        }
    }

    /** Takes in one chunk; the place of the next. */
    private long take(long at, String id, long size, Bytes head) {
        if ((id.equals("LIST") || id.equals("RIFF")) && head.length() == LIST_HEAD) {
            String type = head.latin(HEAD, 4);
            inMovie |= type.equals("movi");
            hasMovie |= inMovie;
            boolean opened = id.equals("RIFF") || AviChunks.isOpened(type);
            return opened ? at + LIST_HEAD : after(at, size, false);
        }
        if (isFrame(id)) {
            addFrame(at + HEAD, size);
            return after(at, size, true);
        }
        if (id.equals("idx1")) {
            inMovie = false; // the names of frames that follow are those of the index
        }
        long next = after(at, size, false);
        int there = (int) Math.min(AviHeader.MOST_FORMAT_BYTES, next - at - HEAD);
        if (id.equals("avih") && header == null) {
            header = new AviHeader(reel.bytes(at + HEAD, there));
        } else if (id.equals("strh") && header != null) {
            header.stream(reel.bytes(at + HEAD, there));
        } else if (id.equals("strf") && header != null) {
            header.format(reel.bytes(at + HEAD, there));
        } else if (id.equals("indx")) {
            hasIndex = true;
        } else if (id.equals("idx1") && indexed < 0 && header != null) {
            hasIndex = true;
            indexed = countIndexed(at + HEAD, size);
            framesBeforeIndex = frames.count();
        }
        return next;
    }

    private void addFrame(long place, long size) {
        if (frames.count() == limits.maxFrames()) {
            throw Refusal.overLimit(
                    RejectionCode.TOO_MANY_FRAMES,
                    "The video has more frames than the " + limits.maxFrames() + " allowed; cut it into parts.",
                    "frames",
                    limits.maxFrames(),
                    limits.maxFrames() + 1.0);
        }
        frames.add(place, Math.min(size, reel.size() - place));
    }

    private boolean isFrame(String id) {
        return inMovie && isOfVideo(id);
    }

    /** Whether a chunk of that name is a frame of the video stream. */
    private boolean isOfVideo(String id) {
        if (header == null || !header.hasVideo()) {
            return false;
        }
        int number = header.number();
        boolean ours = id.charAt(0) == '0' + number / 10 && id.charAt(1) == '0' + number % 10;
        return ours && (id.endsWith("dc") || id.endsWith("db"));
    }

    /** The place after a chunk: where its size leads, if that is the beginning of another, else where one is found. */
    private long after(long at, long size, boolean isFrame) {
        long place = at + HEAD;
        long next = place + size;
        long boundary = chunks.boundary(next, size);
        if (boundary >= 0) {
            end = boundary;
            return boundary;
        }
        long found = inMovie || frames.count() == 0 ? chunks.find(place, work) : chunks.findRiff(place, work);
        if (found < 0) {
            if (chunks.isNamed(at)) {
                cut |= next > reel.size();
                end = Math.min(next, reel.size());
            }
            return reel.size();
        }
        wrongSizes++;
        if (isFrame) {
            frames.resizeLast(found - place);
        }
        return found;
    }

    private long countIndexed(long from, long size) {
        long entries = Math.min(size, reel.size() - from) / INDEX_ENTRY;
        long counted = 0;
        for (long entry = 0; entry < Math.min(entries, CHUNKS_PER_FRAME * limits.maxFrames()); entry++) {
            byte[] bytes = reel.bytes(from + entry * INDEX_ENTRY, 4);
            counted += bytes.length == 4
                            && isOfVideo(Bytes.littleEndian(bytes, FORMAT).latin(0, 4))
                    ? 1
                    : 0;
        }
        return counted;
    }

    private void check() {
        if (header == null || !hasMovie) {
            throw Refusal.cutShort(FORMAT, reel.size());
        }
        if (!header.hasVideo()) {
            throw Refusal.damaged("The AVI file holds no video.");
        }
        if (!header.isComplete()) {
            throw Refusal.damaged("The AVI file tells no format of its frames.");
        }
        if (frames.count() == 0) {
            throw Refusal.damaged("The AVI file holds no frame.");
        }
    }

    private void notice() {
        if (wrongSizes > 0) {
            notices.add(new Notice(
                    "wrong-sizes",
                    wrongSizes + " parts of the AVI file are not as large as they say; the next one was looked for."));
        }
        if (cut) {
            notices.add(new Notice("cut-short", "The AVI file ends within a frame or another part."));
        }
        if (!hasIndex) {
            notices.add(new Notice(
                    "index-missing",
                    "The AVI file has no index, as after an interrupted recording; its frames were found one by one."));
        } else if (indexed >= 0 && indexed != framesBeforeIndex) {
            notices.add(new Notice(
                    "index-wrong",
                    "The index of the AVI file names " + indexed + " frames, and " + framesBeforeIndex
                            + " are there; the index was not used."));
        }
        long told = header().frames();
        if (told > 0 && told != frames.count()) {
            notices.add(new Notice(
                    "frames-differ",
                    "The AVI file says it has " + told + " frames; " + frames.count() + " are there."));
        }
        if (!cut && end < reel.size() - 1) {
            notices.add(
                    new Notice("trailing-bytes", (reel.size() - end) + " bytes follow the last part of the AVI file."));
        }
    }
}
