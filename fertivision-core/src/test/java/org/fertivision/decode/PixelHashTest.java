package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;

class PixelHashTest {
    @Test
    void isSha256OverSizeDepthAndSamples() throws NoSuchAlgorithmException {
        byte[] said = ByteBuffer.allocate(15)
                .putInt(3)
                .putInt(1)
                .putInt(8)
                .put(new byte[] {1, 2, -1})
                .array();

        assertThat(PixelHash.of(List.of(Frame.gray(Plane.takeBytes(3, 1, new byte[] {1, 2, -1})))))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(said)));
    }

    @Test
    void deepSamplesGoInMostSignificantByteFirst() throws NoSuchAlgorithmException {
        byte[] said = ByteBuffer.allocate(16)
                .putInt(2)
                .putInt(1)
                .putInt(16)
                .putShort((short) 258)
                .putShort((short) -1)
                .array();

        assertThat(PixelHash.of(List.of(Frame.gray(Plane.takeShorts(2, 1, new short[] {258, -1})))))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(said)));
    }

    @Test
    void samePixelsInOtherFormatsHaveTheSameHash() {
        BufferedImage drawn = Encoded.drawn(300, 211, BufferedImage.TYPE_INT_RGB);

        String png = Encoded.color(Encoded.png(drawn)).facts().pixelSha256();

        assertThat(Encoded.color(Encoded.tiff("LZW", drawn)).facts().pixelSha256())
                .isEqualTo(png);
        assertThat(Encoded.gray(Encoded.png(drawn)).facts().pixelSha256()).isNotEqualTo(png);
    }
}
