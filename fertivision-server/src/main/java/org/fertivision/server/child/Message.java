package org.fertivision.server.child;

/** What parent and child say, each a byte and what follows it. */
final class Message {
    /** The child is there and listens. */
    static final int READY = 'Y';

    /** The parent asks: a text with its length, and how many inputs there are. */
    static final int ASK = 'Q';

    /** The parent gives a piece of an input: its length, 0 at the end of the input, and the bytes. */
    static final int PIECE = 'D';

    /** The child opens an input: the number of the stream, and of the input. */
    static final int OPEN = 'O';

    /** The child reads on: the number of the stream, and how many bytes at most. */
    static final int READ = 'R';

    /** The child closes a stream: its number. */
    static final int CLOSE = 'C';

    /** The child tells its progress: a share. */
    static final int PROGRESS = 'P';

    /** The child answers: the length of the answer, and the bytes. */
    static final int ANSWER = 'A';

    /** The child failed, and has told why where its talk goes. */
    static final int FAILED = 'F';

    /** Most bytes of a piece. */
    static final int MOST_BYTES = 1 << 20;

    private Message() {}
}
