package org.fertivision.decode;

import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;

/**
 * What a fuzzer calls: any bytes at all give a picture or a refusal in one sentence. Jazzer finds the method by its name
 * ({@code src/test/fuzz/run}); the tests call it with every kept file.
 */
public final class DecoderFuzz {
    /** Small pictures only, so that time goes into structures and not into pixels. */
    private static final Limits LIMITS =
            Limits.standard().withMaxPixels(100_000).withMaxFramePixels(100_000);

    private static final int PNG_START = 0x89;

    private DecoderFuzz() {}

    /** Decodes the bytes in gray and in color, and asks for their pages. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        byte[] file = bytes.clone();
        if (file.length > 0 && (file[0] & 0xFF) == PNG_START) {
            PngParts.mendSums(file);
        }
        decode(file, Channels.COLOR);
        decode(file, Channels.GRAY);
    }

    private static void decode(byte[] file, Channels channels) {
        try {
            Source.OfBytes source = (Source.OfBytes) Source.of(file);
            if (Decoder.isFilm(source)) {
                FilmRead.of(file, channels, LIMITS);
                return;
            }
            Input input = Input.read(source, LIMITS);
            Decoder.decode(input, LIMITS, channels, Work.unlimited());
            PageLayout layout = Decoder.layout(input, LIMITS);
            Decoder.decodePage(input, LIMITS, channels, layout.pages() - 1, Work.unlimited());
        } catch (RejectedException e) {
            checkSentence(e);
        }
    }

    private static void checkSentence(RejectedException e) {
        String detail = e.rejection().detail();
        boolean known = e.rejection().code().group() == RejectionCode.Group.UNREADABLE
                || e.rejection().code().group() == RejectionCode.Group.UNUSABLE
                || e.rejection().code().group() == RejectionCode.Group.LIMIT;
        if (!known || !detail.endsWith(".") || detail.contains("Exception") || detail.indexOf('\n') >= 0) {
            throw new AssertionError(e.rejection().code() + ": " + detail, e);
        }
    }
}
