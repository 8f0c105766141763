package org.fertivision;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.fertivision.catalog.Selection;
import org.fertivision.decode.Decoded;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.FilmInput;
import org.fertivision.decode.Input;
import org.fertivision.decode.PixelHash;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.memo.CacheKey;
import org.fertivision.memo.FieldCache;
import org.fertivision.memo.LookedAt;
import org.fertivision.report.Pictures;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Limits;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.FrameReader;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** One field, from its source to what was seen in it: read, remember, decode, calibrate, look. */
final class FieldLook {
    /** Rates that differ by less are the same, rounded otherwise. */
    private static final double SAME_RATE = 1e-3;

    private final Limits limits;
    private final FieldCache cache;
    private final String version;

    FieldLook(EngineConfig config, String version) {
        this.limits = config.limits();
        this.cache = new FieldCache(config.cacheBytes(), config.cacheUnusedFor(), Ticker.systemTicker());
        this.version = version;
    }

    LookedAt at(Field field, int number, Request request, Selection chosen, Work work) {
        Settings settings = chosen.lookSettings(number);
        LookedAt seen;
        if (field.film() != null) {
            seen = film(field.film(), settings, request, chosen, work);
        } else if (field.file() != null) {
            Input input = field.file().read();
            seen = cache.field(
                    key(input.sha256(), field.page(), settings, request, chosen),
                    work,
                    () -> look(decode(field, input, chosen, work), settings, request, chosen, work));
        } else {
            Decoded decoded = given((Source.Decoded) field.source());
            CacheKey key = key(hash(decoded), null, settings, request, chosen).told(decoded.frames());
            seen = cache.field(key, work, () -> look(decoded, settings, request, chosen, work));
        }
        return named(seen, field.source().name());
    }

    /**
     * The pictures of fields for the eye, in color where the source has color.
     *
     * @param fields the field of each number
     * @param work the bounds of each decoding, made anew for each
     */
    Pictures pictures(IntFunction<Field> fields, Selection chosen, Supplier<Work> work) {
        return new Pictures() {
            @Override
            public Frame frame(int number, int index) {
                Field field = fields.apply(number);
                if (field.film() != null) {
                    return field.film().frame(index, limits, Descriptor.Channels.COLOR, work.get());
                }
                try (Frames frames = shown(field, chosen, work.get())) {
                    return FieldLook.frame(frames, index);
                }
            }

            @Override
            public Frames frames(int number) {
                return shown(fields.apply(number), chosen, work.get());
            }
        };
    }

    private Frames shown(Field field, Selection chosen, Work work) {
        if (field.film() != null) {
            return field.film().open(limits, Descriptor.Channels.COLOR, work).frames();
        }
        if (field.file() != null) {
            return decode(field, field.file().read(), Descriptor.Channels.COLOR, chosen, work)
                    .frames();
        }
        return ((Source.Decoded) field.source()).open();
    }

    /** A video's field, remembered where it is small enough to have a hash. */
    private LookedAt film(FilmInput film, Settings settings, Request request, Selection chosen, Work work) {
        Supplier<LookedAt> look =
                () -> look(film.open(limits, chosen.descriptor().channels(), work), settings, request, chosen, work);
        return film.content()
                .map(hash -> cache.field(key(hash, null, settings, request, chosen), work, look))
                .orElseGet(look);
    }

    void forget() {
        cache.forget();
    }

    private static Decoded decode(Field field, Input input, Selection chosen, Work work) {
        return decode(field, input, chosen.descriptor().channels(), chosen, work);
    }

    private static Decoded decode(Field field, Input input, Descriptor.Channels channels, Selection chosen, Work work) {
        Integer page = field.page();
        Optional<FrameReader> reader = chosen.reader();
        if (reader.isPresent()) {
            return page == null
                    ? StrangersFrames.read(reader.get(), input, field.limits(), work)
                    : StrangersFrames.readOnly(reader.get(), input, page, field.limits(), work);
        }
        return page == null
                ? Decoder.decode(input, field.limits(), channels, work)
                : Decoder.decodePage(input, field.limits(), channels, page, work);
    }

    private static Decoded given(Source.Decoded source) {
        try (Frames own = source.open()) {
            return given(own.only(), own);
        }
    }

    private static Decoded given(Frame still, Frames own) {
        Frames frames = scaled(Frames.of(still), own.calibration(), own.timing());
        InputFacts facts = new InputFacts(
                null,
                null,
                PixelHash.of(List.of(still)),
                "application/octet-stream",
                0,
                still.width(),
                still.height(),
                1);
        return new Decoded(frames, facts, List.of());
    }

    private static String hash(Decoded given) {
        String hash = given.facts().pixelSha256();
        if (hash == null) {
            throw new IllegalStateException("given frames have a hash of their pixels");
        }
        return hash;
    }

    private LookedAt look(Decoded decoded, Settings settings, Request request, Selection chosen, Work work) {
        try (Frames scaled = scaled(decoded.frames(), request.calibration(), request.timing())) {
            if (chosen.descriptor().calibration() == Descriptor.CalibrationNeed.REQUIRED
                    && scaled.calibration().isEmpty()) {
                throw new RejectedException(Rejection.of(
                        RejectionCode.CALIBRATION_MISSING,
                        request.kind() + " needs the size of a pixel, and the file does not tell it: give the"
                                + " micrometers per pixel (--um-per-pixel X, umPerPixel=X)."));
            }
            refuseUnbelievable(scaled, decoded, chosen);
            List<Notice> overruled = overruled(decoded.frames(), request);
            Keeper keeper = new Keeper(scaled, chosen.wantsPatches());
            FieldOfView field = look(keeper, settings, chosen, work);
            refuseUnusable(field);
            List<Notice> notices = new ArrayList<>(decoded.notices());
            notices.addAll(overruled);
            FieldOfView whole = noticed(keeper.pictured(field), notices);
            return new LookedAt(
                    whole,
                    decoded.facts(),
                    scaled.calibration().orElse(null),
                    scaled.timing().orElse(null));
        }
    }

    private static FieldOfView look(Frames frames, Settings settings, Selection chosen, Work work) {
        try {
            FieldOfView seen = Objects.requireNonNull(chosen.analyzer().look(frames, settings, work), "look()");
            if (seen.width() != frames.width() || seen.height() != frames.height()) {
                throw new IllegalStateException("look() tells of " + seen.width() + " x " + seen.height()
                        + " pixels, the picture has " + frames.width() + " x " + frames.height());
            }
            return seen;
        } catch (RejectedException | PluginFailedException | UncheckedIOException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) { // Kotlin throws checked ones unasked
            throw new PluginFailedException(chosen.descriptor().id(), e);
        }
    }

    private static Frames scaled(Frames frames, Optional<Calibration> calibration, Optional<Timing> timing) {
        Frames scaled = frames;
        if (calibration.isPresent()) {
            scaled = scaled.calibrated(calibration.get());
        }
        if (timing.isPresent()) {
            scaled = scaled.timed(timing.get());
        }
        return scaled;
    }

    /** Refuses a video whose file tells a rate that nobody believes, where nobody told a better one. */
    private static void refuseUnbelievable(Frames frames, Decoded decoded, Selection chosen) {
        if (chosen.descriptor().video() != Descriptor.Video.FRAMES
                || frames.timing().isPresent()) {
            return;
        }
        for (Notice notice : decoded.notices()) {
            if (notice.code().equals(Decoded.RATE_UNBELIEVABLE)) {
                throw new RejectedException(Rejection.of(
                        RejectionCode.TIMING_MISSING,
                        notice.detail() + " Give the frames per second (--fps F, fps=F)."));
            }
        }
    }

    /** Says where the caller's frame rate is not the file's. */
    private static List<Notice> overruled(Frames frames, Request request) {
        if (frames.timing().isEmpty() || request.timing().isEmpty()) {
            return List.of();
        }
        double told = frames.timing().get().framesPerSecond();
        double taken = request.timing().get().framesPerSecond();
        return Math.abs(told / taken - 1) <= SAME_RATE
                ? List.of()
                : List.of(new Notice(
                        "frame-rate-overruled",
                        String.format(
                                Locale.ROOT,
                                "The file says %.4g frames a second; the %.4g of the request were taken.",
                                told,
                                taken)));
    }

    private static void refuseUnusable(FieldOfView field) {
        if (!field.quality().usable()) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNUSABLE_IMAGE,
                    "The image cannot be measured: "
                            + String.join("; ", field.quality().reasons()) + "."));
        }
    }

    private static FieldOfView noticed(FieldOfView field, List<Notice> more) {
        List<Notice> all = new ArrayList<>(more);
        all.addAll(field.notices());
        return field.noticed(all);
    }

    private CacheKey key(String content, @Nullable Integer page, Settings settings, Request request, Selection chosen) {
        return new CacheKey(
                request.scope(),
                content,
                page,
                chosen.reader().map(r -> r.descriptor().signature()).orElse(""),
                chosen.descriptor().signature(),
                settings,
                request.calibration().orElse(null),
                request.timing().orElse(null),
                chosen.wantsPatches(),
                version);
    }

    private static LookedAt named(LookedAt seen, Optional<String> name) {
        return new LookedAt(seen.field(), seen.facts().named(name.orElse(null)), seen.calibration(), seen.timing());
    }

    /** The frame of that number, or the next one that is there. */
    private static Frame frame(Frames frames, int index) {
        int passed = 0;
        for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
            if (Math.max(passed++, next.get().index()) >= index) {
                return next.get();
            }
        }
        throw new IndexOutOfBoundsException("no frame " + index);
    }
}
