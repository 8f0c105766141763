package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RIFF....WEBPVP8 |WebP",
                "....ftypheic....|HEIC or AVIF",
                "....ftypisom....|MP4 or QuickTime video",
                "%PDF-1.7 ......|PDF",
                "PK\3\4..........|ZIP",
                "8BPS\0\1........|Photoshop",
                "<svg xmlns=''>  |SVG",
                "<?xml version='1.0'?><svg>|SVG",
                "<!DOCTYPE html> |HTML",
                "ZISRAWFILE......|Zeiss CZI",
                "P5 3 4 255 .....|Netpbm"
            })
    void knownFormatsThatAreNotReadAreNamedTogetherWithThoseThatAre(String start, String name) {
        Rejection rejection =
                Encoded.refusal(start.getBytes(StandardCharsets.ISO_8859_1)).rejection();

        assertThat(rejection.code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(rejection.detail()).contains(name).contains("JPEG, PNG");
    }

    @ParameterizedTest
    @CsvSource({
        "DACEBE0A00,Nikon ND2",
        "7000000008000000,Leica LIF",
        "D0CF11E0A1B11AE1,OIB",
        "894844460D0A1A0A,HDF5",
        "1A45DFA3,Matroska",
        "0000000C6A502020,JPEG 2000"
    })
    void binaryFormatsAreNamed(String hex, String name) {
        Rejection rejection =
                Encoded.refusal(Arrays.copyOf(HexFormat.of().parseHex(hex), 64)).rejection();

        assertThat(rejection.code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(rejection.detail()).contains(name);
    }

    @Test
    void videoIsNoPicture() {
        byte[] file = "RIFF....AVI LIST".getBytes(StandardCharsets.US_ASCII);

        assertThat(Encoded.refusal(file).rejection().code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(Encoded.refusal(file).rejection().detail())
                .contains("AVI video")
                .contains("picture was to be");
    }

    @Test
    void dicomIsToldByItsPreamble() {
        byte[] file = new byte[200];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);

        assertThat(Encoded.refusal(file).rejection().detail()).contains("DICOM", "--reader fertivision-dicom.frames");
    }

    @Test
    void whatIsNoImageIsCalledSo() {
        assertThat(Encoded.refusal(new byte[0]).rejection().detail()).isEqualTo("The file is empty.");
        assertThat(Encoded.refusal("hello, world\n".getBytes(StandardCharsets.US_ASCII))
                        .rejection()
                        .detail())
                .contains("text");
        for (byte[] file : new byte[][] {{}, {1}, {(byte) 0xFF, (byte) 0xD8}, "a,b\n1,2".getBytes(), new byte[5000]}) {
            assertThat(Encoded.refusal(file).rejection().code()).isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
        }
    }
}
