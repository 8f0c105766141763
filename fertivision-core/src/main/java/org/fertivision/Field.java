package org.fertivision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fertivision.catalog.Selection;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.FilmInput;
import org.fertivision.decode.PageLayout;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * One field of a specimen before anybody looked: a source of the request, or one page of it.
 *
 * @param place the source's place in the request, from 0
 * @param source where its pixels come from
 * @param file the source's bytes, or null where frames were given or it is a video
 * @param film the source's frames where it is a video that is read frame by frame, else null
 * @param page which page of the file it is, from 0, or null where it is all of it
 * @param limits what the file may hold
 */
record Field(
        int place,
        Source source,
        @Nullable SharedFile file,
        @Nullable FilmInput film,
        @Nullable Integer page,
        Limits limits) {
    /**
     * The fields of a request in order, pages taken apart where they are fields of their own. Only what can hold pages
     * is read.
     *
     * @throws RejectedException if a file's structure cannot be read, or the request speaks of a field that is none
     */
    static List<Field> of(Request request, Selection chosen, Limits limits, Work work) {
        List<Field> fields = new ArrayList<>();
        for (int place = 0; place < request.fields().size(); place++) {
            work.checkpoint();
            try {
                fields.addAll(of(place, request, chosen, limits, work));
            } catch (RejectedException e) {
                throw new RejectedException(e.rejection().inField(place), e);
            }
        }
        int last = request.lastFieldNamed().orElse(0);
        if (last >= fields.size()) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.INVALID_REQUEST,
                    "There is no field " + last + ": fields count from 0 to " + (fields.size() - 1) + "."));
        }
        chosen.refuseMissing(request.kind(), fields.size());
        return List.copyOf(fields);
    }

    /** A field of a result document, whose file was looked at before for the same request. */
    static Field known(
            int place, Source source, InputFacts facts, Request request, Selection chosen, Limits configured) {
        Limits limits = of(configured, chosen, request);
        if (source instanceof Source.Folder folder) {
            return new Field(place, source, null, FilmInput.of(folder, limits, Work.unlimited()), null, limits);
        }
        if (!(source instanceof Source.OfBytes bytes)) {
            return new Field(place, source, null, null, null, limits);
        }
        return chosen.reader().isEmpty() && Decoder.isFilm(bytes)
                ? new Field(place, source, null, FilmInput.known(bytes, facts.bytes(), facts.sha256()), null, limits)
                : new Field(place, source, new SharedFile(bytes, limits), null, facts.page(), limits);
    }

    /** A rejection of this field, said of its source and page. */
    Rejection told(Rejection rejection) {
        Rejection placed = rejection.inField(place);
        return page == null ? placed : placed.saying("Page " + page + ": " + rejection.detail());
    }

    private static List<Field> of(int place, Request request, Selection chosen, Limits limits, Work work) {
        Limits ofFile = of(limits, chosen, request);
        Source source = request.fields().get(place);
        List<Integer> wanted = request.chosenPages();
        if (!(source instanceof Source.OfBytes bytes) || (chosen.reader().isEmpty() && Decoder.isFilm(bytes))) {
            if (!wanted.isEmpty()) {
                throw new RejectedException(Rejection.of(
                        RejectionCode.INVALID_REQUEST,
                        "Pages are chosen of TIFF and GIF files and of clips that a reader opens; this is none."));
            }
            FilmInput film = source instanceof Source.Folder folder
                    ? FilmInput.of(folder, limits, work)
                    : source instanceof Source.OfBytes file ? FilmInput.of(file, work) : null;
            return List.of(new Field(place, source, null, film, null, ofFile));
        }
        SharedFile file = new SharedFile(bytes, limits);
        int apart = chosen.reader().isPresent()
                ? framesApart(chosen.reader().get(), file, request, limits, work)
                : Decoder.mayHavePages(bytes)
                        ? pagesApart(Decoder.layout(file.read(), ofFile), request, chosen.descriptor())
                        : 0;
        if (!wanted.isEmpty()) {
            refuseBeyond(wanted, Math.max(1, apart), limits);
        }
        if (apart == 0) {
            return List.of(new Field(place, source, file, null, null, ofFile));
        }
        return (wanted.isEmpty() ? IntStream.range(0, apart).boxed() : wanted.stream())
                .map(page -> new Field(place, source, file, null, page, ofFile))
                .toList();
    }

    private static void refuseBeyond(List<Integer> wanted, int pages, Limits limits) {
        int last = wanted.get(wanted.size() - 1);
        if (last >= pages) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.INVALID_REQUEST,
                    "There is no page " + last + ": pages count from 0 to " + (pages - 1) + "."));
        }
        if (wanted.size() > limits.maxPages()) {
            throw tooMany(wanted.size() + " pages were chosen", wanted.size(), limits);
        }
    }

    private static RejectedException tooMany(String what, int pages, Limits limits) {
        return new RejectedException(Rejection.of(
                RejectionCode.TOO_MANY_FRAMES,
                what + "; at most " + limits.maxPages() + " are looked at as fields of their own.",
                new Rejection.Limit("pages", limits.maxPages(), pages)));
    }

    /**
     * The limits of a kind: the pages that one for videos sees, or of which a caller chose some, may be as many as a video
     * has frames.
     */
    private static Limits of(Limits limits, Selection chosen, Request request) {
        boolean seesFilms = chosen.descriptor().video() == Descriptor.Video.FRAMES;
        return seesFilms || !request.chosenPages().isEmpty() ? limits.ofFilms() : limits;
    }

    /**
     * How many of the frames that a stranger's reader finds are fields of their own, 0 where they are one: only a caller
     * says that they are not one after another.
     */
    private static int framesApart(FrameReader reader, SharedFile file, Request request, Limits limits, Work work) {
        boolean someAreChosen = !request.chosenPages().isEmpty();
        if (!someAreChosen
                && request.pages()
                        .filter(meaning -> meaning == PageMeaning.FIELDS)
                        .isEmpty()) {
            return 0;
        }
        int frames = StrangersFrames.count(reader, file.read(), limits, work);
        if (!someAreChosen && frames > limits.maxPages()) {
            throw tooMany("The file has " + frames + " frames", frames, limits);
        }
        return frames == 1 ? 0 : frames;
    }

    /**
     * How many of the pages are fields of their own, 0 where the file as a whole is one. The caller's word counts first,
     * then the file's; without either a kind for videos sees the pages as times, and a kind for stills as fields. Of an
     * animation the first picture stands for all.
     */
    private static int pagesApart(PageLayout layout, Request request, Descriptor analyzer) {
        if (layout.pages() == 1) {
            return 0;
        }
        PageMeaning untold = analyzer.video() == Descriptor.Video.FRAMES ? PageMeaning.TIME : PageMeaning.FIELDS;
        PageMeaning meaning = request.pages().or(layout::told).orElse(untold);
        if (meaning != PageMeaning.FIELDS && meaning != PageMeaning.CHOSEN) {
            return 0;
        }
        boolean isPlayed = layout.meaning() == PageLayout.Meaning.ANIMATION;
        return isPlayed && request.pages().isEmpty() ? 1 : layout.pages();
    }
}
