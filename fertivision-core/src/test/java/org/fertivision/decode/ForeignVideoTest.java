package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Source;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos that are not read: their codec is named, and the line that converts them. */
class ForeignVideoTest {
    @ParameterizedTest
    @CsvSource({
        "isom,avc1,H.264 (AVC),film.mp4",
        "isom,hvc1,H.265 (HEVC),film.mp4",
        "isom,mp4v,MPEG-4 part 2,film.mp4",
        "'qt  ',avc1,H.264 (AVC),film.mov",
        "'qt  ',apcn,Apple ProRes,film.mov",
        "'qt  ',abcd,an unknown codec,film.mov"
    })
    void theCodecOfTheVideoTrackIsNamed(String brand, String codec, String name, String film) {
        Rejection rejection = refusal(mp4(brand, codec));

        assertThat(rejection.code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(rejection.detail())
                .contains(name + " (FourCC " + codec + ")")
                .contains("uncompressed, MJPEG or PNG")
                .contains("ffmpeg -i " + film + " -map 0:v:0 -c:v rawvideo -pix_fmt yuv420p film.avi");
        assertThat(rejection.detail().contains("--reader fertivision-video.frames"))
                .isEqualTo(codec.equals("avc1"));
    }

    @ParameterizedTest
    @CsvSource({
        "matroska,V_MPEG4/ISO/AVC,H.264 (AVC),film.mkv",
        "matroska,V_MPEGH/ISO/HEVC,H.265 (HEVC),film.mkv",
        "webm,V_VP9,VP9,film.webm",
        "webm,V_AV1,AV1,film.webm",
        "matroska,V_NEW,an unknown codec,film.mkv"
    })
    void theCodecOfAMatroskaTrackIsNamed(String type, String id, String name, String film) {
        assertThat(refusal(matroska(type, id)).detail())
                .contains(name + " (CodecID " + id + ")")
                .contains("ffmpeg -i " + film);
    }

    @ParameterizedTest
    @CsvSource({"000001BA44000400,MPEG-1 or MPEG-2,film.mpg", "3026B2758E66CF11,Windows Media Video,film.wmv"})
    void otherVideosAreNamedByTheirFirstBytes(String start, String name, String film) {
        assertThat(refusal(Arrays.copyOf(HexFormat.of().parseHex(start), 100)).detail())
                .contains(name)
                .contains(film);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutAndChangedFilesAreRefusedInOneSentence(boolean isMp4) {
        byte[] file = isMp4 ? mp4("isom", "avc1") : matroska("webm", "V_VP8");
        Random random = new Random(41);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = Mutation.of(file, file.length, random);
            System.arraycopy(file, 0, changed, 0, 12);
            int length = i % 3 == 0 ? 12 + random.nextInt(file.length - 12) : file.length;

            Rejection rejection = refusal(Arrays.copyOf(changed, length));

            assertThat(rejection.code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
            assertThat(rejection.detail()).endsWith(".").doesNotContain("Exception", "\n");
        }
    }

    @Test
    void aFileWithoutAVideoTrackIsSaidToHaveNone() {
        byte[] file = mp4("isom", "avc1");
        int handler = new String(file, StandardCharsets.ISO_8859_1).indexOf("vide");
        file[handler] = 's';

        assertThat(refusal(file).detail()).contains("no description of a video track was found");
    }

    private static Rejection refusal(byte[] file) {
        Source.OfBytes source = (Source.OfBytes) Source.of(file);
        assertThat(Decoder.isFilm(source)).isTrue();
        try {
            FilmInput.of(source, Work.unlimited());
        } catch (RejectedException e) {
            return e.rejection();
        }
        throw new AssertionError("read without complaint");
    }

    /** Sound before video, and the description behind the frames, where cameras put it. */
    private static byte[] mp4(String brand, String codec) {
        byte[] sound = box("trak", box("mdia", join(handler("mhlr", "soun"), minf("mp4a"))));
        byte[] video = box("trak", box("mdia", join(handler("mhlr", "vide"), minf(codec))));
        ByteBuffer large = ByteBuffer.allocate(16 + 5_000);
        large.putInt(1).put(latin("mdat")).putLong(16 + 5_000);
        return join(box("ftyp", latin(brand + "0000")), large.array(), box("moov", join(sound, video)));
    }

    private static byte[] minf(String codec) {
        byte[] description = join(new byte[7], new byte[] {1}, box(codec, new byte[70]));
        return box("minf", join(handler("dhlr", "url "), box("stbl", box("stsd", description))));
    }

    private static byte[] handler(String component, String type) {
        return box("hdlr", join(new byte[4], latin(component), latin(type), new byte[12]));
    }

    private static byte[] box(String type, byte[] content) {
        return join(ByteBuffer.allocate(4).putInt(8 + content.length).array(), latin(type), content);
    }

    private static byte[] matroska(String type, String codec) {
        byte[] sound = element("AE", join(element("83", new byte[] {2}), element("86", latin("A_OPUS"))));
        byte[] video = element("AE", join(element("86", latin(codec)), element("83", new byte[] {1})));
        byte[] unknownSize = {0x01, -1, -1, -1, -1, -1, -1, -1};
        return join(
                element("1A45DFA3", element("4282", latin(type))),
                HexFormat.of().parseHex("18538067"),
                unknownSize,
                element("EC", new byte[300]),
                element("1654AE6B", join(sound, video)));
    }

    private static byte[] element(String id, byte[] content) {
        byte[] size = {(byte) (0x40 | content.length >> 8), (byte) content.length};
        return join(HexFormat.of().parseHex(id), size, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] latin(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
