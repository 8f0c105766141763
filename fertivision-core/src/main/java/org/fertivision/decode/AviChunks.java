package org.fertivision.decode;

import java.util.Set;
import org.fertivision.spi.Work;

/** Where the parts of an AVI file begin: by the sizes that they state, and by their names where a size leads nowhere. */
final class AviChunks {
    /** Bytes of a chunk's name and size. */
    static final int HEAD = 8;

    /** Bytes of a list's name, size and type. */
    static final int LIST_HEAD = 12;

    private static final int BLOCK = 1 << 16;

    /** Lists whose chunks are walked; others are leapt over. */
    private static final Set<String> OPENED = Set.of("hdrl", "strl", "movi", "rec ", "odml");

    /** Chunks other than those of streams that an AVI file is known to hold. */
    private static final Set<String> KNOWN =
            Set.of("avih", "strh", "strf", "strd", "strn", "indx", "vprp", "dmlh", "JUNK", "junk", "idx1");

    private final Reel reel;

    AviChunks(Reel reel) {
        this.reel = reel;
    }

    /** Whether the chunks of a list of that type are walked. */
    static boolean isOpened(String type) {
        return OPENED.contains(type);
    }

    /** The first bytes of a chunk. */
    Bytes head(long at) {
        return Bytes.littleEndian(reel.bytes(at, LIST_HEAD), AviFile.FORMAT);
    }

    /** Whether what begins at a place has the name of a chunk, known or not. */
    boolean isNamed(long at) {
        return isName(head(at));
    }

    /** The place of the next chunk behind one that ends at a place, filled up to an even size or not; -1 where none is. */
    long boundary(long end, long size) {
        if ((size & 1) == 0) {
            return isBoundary(end) ? end : -1;
        }
        reel.bytes(end, LIST_HEAD + 1); // so that both places lie in what was read, and nothing is read twice
        return isBoundary(end + 1) ? end + 1 : isBoundary(end) ? end : -1;
    }

    /** Whether a chunk begins at a place, or the file ends there. */
    private boolean isBoundary(long at) {
        if (at == reel.size() || at == reel.size() + 1) {
            return true;
        }
        if (at > reel.size() - HEAD) {
            return false;
        }
        Bytes head = head(at);
        if (isKnown(head)) {
            return true;
        }
        long next = at + HEAD + head.u32(4) + (head.u32(4) & 1);
        return isName(head) && (next == reel.size() || (next < reel.size() - HEAD && isKnown(head(next))));
    }

    /** The next place where a chunk begins for certain, or -1. */
    long find(long from, Work work) {
        return find(from, work, this::isCertain);
    }

    /** The next place where a further part of the video begins, or -1. */
    long findRiff(long from, Work work) {
        return find(from, work, (at, head) -> head.says(0, "RIFF") && isKnown(head));
    }

    /** Tells whether something begins at a place, by its first bytes. */
    @FunctionalInterface
    private interface Begin {
        boolean isAt(long at, Bytes head);
    }

    private long find(long from, Work work, Begin begin) {
        byte[] block = new byte[BLOCK];
        Bytes all = Bytes.littleEndian(block, AviFile.FORMAT);
        for (long at = from; at <= reel.size() - HEAD; at += block.length - LIST_HEAD) {
            work.checkpoint();
            int read = reel.read(at, block, (int) Math.min(block.length, reel.size() - at));
            for (int i = 0; i < Math.min(read - HEAD + 1, block.length - LIST_HEAD); i++) {
                if (mayBegin(block[i]) && begin.isAt(at + i, all.part(i, Math.min(LIST_HEAD, read - i)))) {
                    return at + i;
                }
            }
        }
        return -1;
    }

    private static boolean mayBegin(byte letter) {
        return (letter >= '0' && letter <= '9') || letter == 'L' || letter == 'R' || letter == 'i' || letter == 's';
    }

    private boolean isCertain(long at, Bytes head) {
        boolean isList = head.says(0, "LIST") || head.says(0, "RIFF");
        boolean fits = at + HEAD + head.u32(4) <= reel.size();
        return isKnown(head) && (fits || isList || isOfStream(head.latin(0, 4)));
    }

    private static boolean isKnown(Bytes head) {
        String id = head.latin(0, 4);
        if (id.equals("LIST")) {
            return head.length() == LIST_HEAD && (OPENED.contains(head.latin(HEAD, 4)) || head.says(HEAD, "INFO"));
        }
        if (id.equals("RIFF")) {
            return head.says(HEAD, "AVIX");
        }
        boolean isIndex = id.startsWith("ix") && isDigit(id, 2) && isDigit(id, 3);
        return isOfStream(id) || isIndex || KNOWN.contains(id);
    }

    private static boolean isOfStream(String id) {
        return isDigit(id, 0) && isDigit(id, 1) && isLetter(id, 2) && isLetter(id, 3);
    }

    private static boolean isName(Bytes head) {
        String id = head.latin(0, 4);
        return id.chars().allMatch(c -> c == ' ' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    private static boolean isDigit(String id, int at) {
        return id.charAt(at) >= '0' && id.charAt(at) <= '9';
    }

    private static boolean isLetter(String id, int at) {
        return id.charAt(at) >= 'a' && id.charAt(at) <= 'z';
    }
}
