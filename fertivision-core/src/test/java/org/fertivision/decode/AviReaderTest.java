package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frame;
import org.fertivision.image.Timing;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AviReaderTest {
    private static final int W = 5;
    private static final int H = 3;

    /** Rows 0 to H of a frame whose samples count up from its number, rows filled up to eight bytes, the lowest first. */
    private static byte[] bottomUp(int number) {
        byte[] stored = new byte[8 * H];
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                stored[8 * (H - 1 - y) + x] = (byte) (10 * number + y * W + x);
            }
        }
        return stored;
    }

    private static AviParts grays(int frames) {
        AviParts avi = new AviParts("\0\0\0\0", 8, W, H);
        for (int i = 0; i < frames; i++) {
            avi.frame(bottomUp(i));
        }
        return avi;
    }

    private static int[] counting(int from) {
        return IntStream.range(from, from + W * H).toArray();
    }

    @Test
    void graysWithoutPaletteAreReadFromBelow() {
        FilmRead film = FilmRead.gray(grays(4).bytes());

        assertThat(film.count()).isEqualTo(4);
        assertThat(film.places()).containsExactly(0, 1, 2, 3);
        assertThat(film.notices()).isEmpty();
        assertThat(film.timing()).contains(new Timing(50, Timing.Origin.FILE));
        assertThat(film.frames().get(3).timeS()).isCloseTo(0.06, within(1e-12));
        for (int i = 0; i < 4; i++) {
            assertThat(Encoded.samples(film.frames().get(i).gray())).containsExactly(counting(10 * i));
        }
    }

    @Test
    void rowsFromAboveAndPalettesAreFollowed() {
        int[] inverted = IntStream.range(0, 256).map(i -> (255 - i) * 0x010101).toArray();
        AviParts avi = new AviParts("DIB ", 8, 4, -2).palette(inverted);
        avi.frame(new byte[] {0, 1, 2, 3, 4, 5, 6, 7});

        assertThat(Encoded.samples(FilmRead.gray(avi.bytes()).frames().get(0).gray()))
                .containsExactly(255, 254, 253, 252, 251, 250, 249, 248);
        int[] colors = new int[256];
        colors[7] = 0x102030;
        AviParts colored = new AviParts("\0\0\0\0", 8, 4, 1).palette(colors).frame(new byte[] {7, 7, 7, 7});
        Frame frame = FilmRead.color(colored.bytes()).frames().get(0);
        assertThat(List.of(
                        frame.red().at(0, 0),
                        frame.green().at(0, 0),
                        frame.blue().at(0, 0)))
                .containsExactly(0x10, 0x20, 0x30);
    }

    @ParameterizedTest
    @CsvSource({"24,3", "32,4"})
    void colorsAreReadAndTurnedGrayWhereGrayIsWanted(int bits, int bytes) {
        byte[] stored = new byte[8 * 2 * bytes];
        for (int x = 0; x < 8; x++) {
            stored[8 * bytes + x * bytes] = (byte) 30;
            stored[8 * bytes + x * bytes + 1] = (byte) 60;
            stored[8 * bytes + x * bytes + 2] = (byte) 200;
        }
        byte[] file = new AviParts("\0\0\0\0", bits, 8, 2).frame(stored).bytes();

        Frame color = FilmRead.color(file).frames().get(0);
        Frame gray = FilmRead.gray(file).frames().get(0);

        assertThat(List.of(
                        color.red().at(0, 0),
                        color.green().at(0, 0),
                        color.blue().at(0, 0)))
                .containsExactly(200, 60, 30);
        assertThat(color.red().at(0, 1)).isZero();
        assertThat(gray.isColor()).isFalse();
        assertThat(gray.gray().at(3, 0)).isEqualTo((int) Math.round(0.299 * 200 + 0.587 * 60 + 0.114 * 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y800", "GREY", "Y8  "})
    void brightnessAloneIsReadFromAboveWithAndWithoutFilledRows(String letters) {
        byte[] plain = new byte[W * H];
        byte[] filled = new byte[8 * H];
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                plain[y * W + x] = (byte) (y * W + x);
                filled[y * 8 + x] = (byte) (y * W + x + 1);
            }
        }
        FilmRead film = FilmRead.gray(
                new AviParts(letters, 8, W, H).frame(plain).frame(filled).bytes());

        assertThat(Encoded.samples(film.frames().get(0).gray())).containsExactly(counting(0));
        assertThat(Encoded.samples(film.frames().get(1).gray())).containsExactly(counting(1));
    }

    @ParameterizedTest
    @CsvSource({
        "YUY2,'100,90,110,160,120,90,130,160'",
        "UYVY,'90,100,160,110,90,120,160,130'",
        "I420,'100,110,120,130,90,90,160,160'",
        "IYUV,'100,110,120,130,90,90,160,160'",
        "YV12,'100,110,120,130,160,160,90,90'",
        "NV12,'100,110,120,130,90,160,90,160'"
    })
    void brightnessBesideColorIsTakenAsStored(String letters, String samples) {
        int[] stored =
                Arrays.stream(samples.split(",")).mapToInt(Integer::parseInt).toArray();
        byte[] bytes = new byte[stored.length];
        for (int i = 0; i < stored.length; i++) {
            bytes[i] = (byte) stored[i];
        }
        byte[] file = new AviParts(letters, 16, 4, 1).frame(bytes).bytes();

        assertThat(Encoded.samples(FilmRead.gray(file).frames().get(0).gray())).containsExactly(100, 110, 120, 130);
        Frame color = FilmRead.color(file).frames().get(0);
        assertThat(color.red().at(0, 0)).isCloseTo((int) (1.164 * 84 + 1.596 * 32), within(1));
        assertThat(color.green().at(3, 0)).isCloseTo((int) (1.164 * 114 + 0.391 * 38 - 0.813 * 32), within(1));
        assertThat(color.blue().at(0, 0)).isCloseTo((int) (1.164 * 84 - 2.018 * 38), within(1));
    }

    @Test
    void sixteenBitsKeepTheirDepth() {
        byte[] file = new AviParts("Y16 ", 16, 2, 1)
                .frame(new byte[] {1, 2, (byte) 0xFF, (byte) 0xFE})
                .bytes();

        assertThat(Encoded.samples(FilmRead.gray(file).frames().get(0).gray())).containsExactly(0x0201, 0xFEFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MJPG", "jpeg", "\4\0\0\0"})
    void jpegFramesAreThoseOfTheStillWithTablesAndWithout(String letters) {
        BufferedImage image = Encoded.drawn(61, 40, BufferedImage.TYPE_INT_RGB);
        byte[] jpeg = Encoded.jpeg(image);
        byte[] bare = JpegParts.without(jpeg, 0xC4);
        assertThat(bare.length).isLessThan(jpeg.length - 400);
        int[] expected = Encoded.samples(Encoded.only(Encoded.gray(jpeg)).gray());

        FilmRead film = FilmRead.gray(
                new AviParts(letters, 24, 61, 40).frame(jpeg).frame(bare).bytes());

        assertThat(film.notices()).isEmpty();
        assertThat(film.frames()).hasSize(2);
        for (Frame frame : film.frames()) {
            assertThat(Encoded.samples(frame.gray())).containsExactly(expected);
        }
    }

    @Test
    void pngFramesAreThoseOfTheStill() {
        byte[] png = Encoded.png(Encoded.drawn(61, 40, BufferedImage.TYPE_INT_RGB));

        FilmRead film =
                FilmRead.color(new AviParts("MPNG", 24, 61, 40).frame(png).bytes());

        assertThat(film.frames().get(0).planes().stream().map(Encoded::samples))
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(Encoded.only(Encoded.color(png)).planes().stream()
                        .map(Encoded::samples)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(AviParts.Index.class)
    void framesAreFoundWhateverTheIndexSays(AviParts.Index index) {
        FilmRead film = FilmRead.gray(grays(6).index(index).bytes());

        assertThat(film.firstSamples()).containsExactly(0, 10, 20, 30, 40, 50);
        List<String> told =
                switch (index) {
                    case NONE -> List.of("index-missing");
                    case HALF -> List.of("index-wrong");
                    default -> List.of();
                };
        assertThat(film.codes()).isEqualTo(told);
    }

    @Test
    void moviesOfManyPartsSoundAndUnfilledChunksAreWalked() {
        assertThat(FilmRead.gray(grays(7).split(3).bytes()).firstSamples()).containsExactly(0, 10, 20, 30, 40, 50, 60);
        assertThat(FilmRead.gray(grays(3).withSound().bytes()).firstSamples()).containsExactly(0, 10, 20);
        AviParts odd = new AviParts("Y800", 8, 5, 1).unpadded().index(AviParts.Index.NONE);
        for (int i = 0; i < 4; i++) {
            odd.frame(new byte[] {(byte) i, 0, 0, 0, 0});
        }
        FilmRead film = FilmRead.gray(odd.bytes());
        assertThat(film.firstSamples()).containsExactly(0, 1, 2, 3);
        assertThat(film.codes()).containsExactly("index-missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 22, 4_000, 0x7FFFFFFF, -1})
    void chunkWhoseSizeLiesIsToldAndCostsNothing(int size) {
        byte[] file = grays(6).bytes();
        byte[] lying = AviParts.with(file, AviParts.place(file, "00dc", 2) + 4, size);

        FilmRead film = FilmRead.gray(lying);

        assertThat(film.firstSamples()).containsExactly(0, 10, 20, 30, 40, 50);
        assertThat(film.notice("wrong-sizes")).contains("1 parts");
    }

    @ParameterizedTest
    @CsvSource({"movi,-4", "hdrl,-4", "strl,-4", "JUNK,4", "idx1,4", "RIFF,4"})
    void listsAndPaddingWhoseSizesLieAreSeenThrough(String part, int offset) {
        byte[] file = grays(5).bytes();
        for (int size : new int[] {0, 7, 0x7FFFFFFF, -1}) {
            byte[] lying = AviParts.with(file, AviParts.place(file, part, 0) + offset, size);

            assertThat(FilmRead.gray(lying).firstSamples())
                    .as("%s %d", part, size)
                    .containsExactly(0, 10, 20, 30, 40);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1,20000", "50,0,20000", "0,0,0", "1000000,1,1", "1,2000000,0"})
    void rateThatNobodyBelievesIsToldAndNotTaken(int rate, int scale, int micros) {
        FilmRead film = FilmRead.gray(grays(3).rate(rate, scale).micros(micros).bytes());

        assertThat(film.timing()).isEmpty();
        assertThat(film.notice(Decoded.RATE_UNBELIEVABLE)).contains("not believed");
    }

    @Test
    void rateIsTheStreamsAndAContradictionIsTold() {
        FilmRead film = FilmRead.gray(grays(3).rate(60_000, 1001).micros(40_000).bytes());

        assertThat(film.timing().orElseThrow().framesPerSecond()).isCloseTo(59.94, within(0.001));
        assertThat(film.notice("frame-rate-contradicted")).contains("59.94").contains("25");
    }

    @Test
    void droppedAndRepeatedFramesLeaveGapsInTime() {
        AviParts avi = grays(2);
        avi.frame(new byte[0])
                .frame(new byte[0])
                .frame(bottomUp(4))
                .frame(bottomUp(4))
                .frame(bottomUp(6));

        FilmRead film = FilmRead.gray(avi.bytes());

        assertThat(film.count()).isEqualTo(7);
        assertThat(film.places()).containsExactly(0, 1, 4, 6);
        assertThat(film.frames().get(3).timeS()).isCloseTo(0.12, within(1e-12));
        assertThat(film.notice("frames-missing")).startsWith("2 of 7 frames");
        assertThat(film.notice("frames-repeated")).startsWith("1 of 7 frames");
    }

    @Test
    void anyFrameIsReachedByItsNumber() {
        AviParts avi = grays(2);
        avi.frame(new byte[0])
                .frame(bottomUp(4))
                .frame(bottomUp(4))
                .frame(new byte[0])
                .frame(bottomUp(6));
        byte[] file = avi.bytes();
        FilmRead film = FilmRead.gray(file);
        FilmInput known = FilmInput.known((Source.OfBytes) Source.of(file), file.length, null);

        for (int number = 0; number < film.count(); number++) {
            int wanted = number;
            Frame next = film.frames().stream()
                    .filter(frame -> frame.index() >= wanted)
                    .findFirst()
                    .orElseThrow();
            Frame reached = known.frame(number, Limits.standard(), Channels.GRAY, Work.unlimited());
            assertThat(reached.index()).as("frame " + number).isEqualTo(next.index());
            assertThat(reached.timeS()).isEqualTo(next.timeS());
            assertThat(PixelHash.of(List.of(reached))).isEqualTo(PixelHash.of(List.of(next)));
        }
        assertThatThrownBy(() -> known.frame(film.count(), Limits.standard(), Channels.GRAY, Work.unlimited()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void stillPlayedAsAVideoIsNone() {
        AviParts avi = new AviParts("\0\0\0\0", 8, W, H);
        for (int i = 0; i < 5; i++) {
            avi.frame(bottomUp(3));
        }

        assertThat(FilmRead.refusal(avi.bytes()).rejection().code()).isEqualTo(RejectionCode.UNUSABLE_IMAGE);
    }

    @Test
    void damagedFramesAreLeftOutAndCounted() {
        BufferedImage image = Encoded.drawn(61, 40, BufferedImage.TYPE_BYTE_GRAY);
        byte[] good = Encoded.jpeg(image);
        byte[] other = Encoded.jpeg(Encoded.drawn(61, 40, BufferedImage.TYPE_INT_RGB));
        byte[] small = Encoded.jpeg(Encoded.drawn(60, 40, BufferedImage.TYPE_BYTE_GRAY));
        AviParts avi = new AviParts("MJPG", 24, 61, 40)
                .frame(new byte[] {1, 2, 3, 4})
                .frame(good)
                .frame(Arrays.copyOf(good, good.length / 2))
                .frame(small)
                .frame(other);

        FilmRead film = FilmRead.gray(avi.bytes());

        assertThat(film.places()).containsExactly(1, 4);
        assertThat(film.notice("frames-damaged"))
                .startsWith("3 of 5 frames")
                .contains("frame 0: The frame does not begin as a JPEG picture does.");
    }

    @Test
    void videoOfWhichNoFrameCanBeReadIsRefusedOnce() {
        AviParts avi =
                new AviParts("MJPG", 24, 61, 40).frame(new byte[] {1, 2, 3, 4}).frame(new byte[] {5, 6});

        assertThat(FilmRead.refusal(avi.bytes()).rejection().detail())
                .isEqualTo("No frame of the video can be read. The frame does not begin as a JPEG picture does.");
        AviParts empty = new AviParts("MJPG", 24, 61, 40).frame(new byte[0]);
        assertThat(FilmRead.refusal(empty.bytes()).rejection().detail()).contains("empty");
    }

    @Test
    void framesFarLargerThanTheSizeThatIsToldAreNotReadInPart() {
        AviParts narrow = new AviParts("Y800", 8, 320, 240);
        narrow.frame(new byte[640 * 240]).frame(new byte[640 * 240]);

        assertThat(FilmRead.refusal(narrow.bytes()).rejection().detail())
                .contains("The frame has 153600 bytes, and of the size that the file tells it can have 76800 at most.");
    }

    @Test
    void interlacedFramesAreRefusedAsSuch() {
        byte[] field = Encoded.jpeg(Encoded.drawn(61, 20, BufferedImage.TYPE_BYTE_GRAY));

        assertThat(FilmRead.refusal(
                                new AviParts("MJPG", 24, 61, 40).frame(field).bytes())
                        .rejection()
                        .detail())
                .contains("interlaced");
    }

    @ParameterizedTest
    @CsvSource({"H264,H.264 (AVC)", "XVID,MPEG-4 part 2", "hvc1,H.265 (HEVC)", "QQQQ,an unknown codec"})
    void codecThatIsNotReadIsNamedWithTheLineThatConvertsIt(String letters, String name) {
        byte[] file = new AviParts(letters, 24, 61, 40).frame(new byte[100]).bytes();

        assertThat(FilmRead.refusal(file).rejection().code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(FilmRead.refusal(file).rejection().detail())
                .contains(name)
                .contains("FourCC " + letters)
                .contains("uncompressed, MJPEG or PNG")
                .contains("ffmpeg -i film.avi -map 0:v:0 -c:v rawvideo -pix_fmt yuv420p film-raw.avi");
    }

    @Test
    void limitsHoldBeforeAnythingIsAllocated() {
        Limits few = Narrow.FRAMES.to(5);
        assertThat(FilmRead.of(grays(5).bytes(), org.fertivision.spi.Descriptor.Channels.GRAY, few)
                        .frames())
                .hasSize(5);
        assertThat(FilmRead.refusal(grays(6).bytes(), few).rejection().code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES);
        byte[] file = grays(3).bytes();
        int format = AviParts.place(file, "strf", 0) + AviParts.HEAD;
        byte[] huge = AviParts.with(AviParts.with(file, format + 4, 16_000), format + 8, 16_000);
        assertThat(FilmRead.refusal(huge).rejection().code()).isEqualTo(RejectionCode.IMAGE_TOO_LARGE);
        byte[] empty = AviParts.with(file, format + 4, 0);
        assertThat(FilmRead.refusal(empty).rejection().code()).isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
    }

    @Test
    void fileWithoutVideoOrFramesIsRefused() {
        byte[] file = grays(3).bytes();
        byte[] sound = file.clone();
        System.arraycopy("auds".getBytes(), 0, sound, AviParts.place(file, "strh", 0) + AviParts.HEAD, 4);
        assertThat(FilmRead.refusal(sound).rejection().detail()).isEqualTo("The AVI file holds no video.");
        assertThat(FilmRead.refusal(grays(0).bytes()).rejection().detail()).isEqualTo("The AVI file holds no frame.");
    }

    @Test
    void whatTheFileSaysOfItsLengthIsComparedAndWhatFollowsItIsTold() {
        FilmRead film = FilmRead.gray(grays(3).telling(9).bytes());
        assertThat(film.notice("frames-differ")).contains("9 frames; 3 are there");
        byte[] file = grays(3).bytes();
        assertThat(FilmRead.gray(Arrays.copyOf(file, file.length + 100)).notice("trailing-bytes"))
                .startsWith("100 bytes");
    }

    @Test
    void everyCutGivesTheFramesBeforeItWithAWordOrARefusal() {
        byte[] file = grays(10).bytes();
        int movie = AviParts.place(file, "00dc", 0);
        for (int cut = 0; cut < 200; cut++) {
            int length = (int) ((long) cut * file.length / 200);
            byte[] part = Arrays.copyOf(file, length);
            int whole = Math.max(0, (length - movie) / (AviParts.HEAD + 8 * H));
            if (length < 12) {
                continue;
            }
            if (whole == 0) {
                assertThat(FilmRead.refusal(part).rejection().code())
                        .as("cut at %d", length)
                        .isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
                continue;
            }
            FilmRead film = FilmRead.gray(part);
            assertThat(film.frames()).as("cut at %d", length).hasSize(Math.min(10, whole));
            boolean indexIsCut = whole >= 10;
            assertThat(film.codes())
                    .as("cut at %d", length)
                    .containsAnyOf(indexIsCut ? "index-wrong" : "frames-differ", "cut-short", "index-missing");
        }
    }
}
