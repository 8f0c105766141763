package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.junit.jupiter.api.Test;

class GifReaderTest {
    /** Two pictures on a screen of 2 x 1: black and white, then white on the right only. */
    private static final byte[] TWO = {
        'G',
        'I',
        'F',
        '8',
        '9',
        'a',
        2,
        0,
        1,
        0,
        (byte) 0x80,
        0,
        0,
        0,
        0,
        0,
        -1,
        -1,
        -1,
        0x2C,
        0,
        0,
        0,
        0,
        2,
        0,
        1,
        0,
        0,
        2,
        2,
        0b00_000_100,
        0b0000_101_0,
        0,
        0x21,
        (byte) 0xF9,
        4,
        0,
        0,
        0,
        0,
        0,
        0x2C,
        1,
        0,
        0,
        0,
        1,
        0,
        1,
        0,
        0,
        2,
        2,
        0b01_001_100,
        1,
        0,
        0x3B
    };

    @Test
    void picturesAreWhatTheJdkDecodes() throws IOException {
        Random random = new Random(3);
        for (int[] size : new int[][] {{1, 1}, {7, 5}, {300, 200}}) {
            BufferedImage drawn = new BufferedImage(size[0], size[1], BufferedImage.TYPE_BYTE_INDEXED);
            for (int i = 0; i < size[0] * size[1]; i++) {
                drawn.getRaster().setSample(i % size[0], i / size[0], 0, random.nextInt(i % 7 == 0 ? 216 : 3));
            }
            byte[] file = gif(drawn);

            Frame frame = Encoded.only(Encoded.color(file));

            BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
            BufferedImage colors = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
            colors.getGraphics().drawImage(expected, 0, 0, null);
            for (int band = 0; band < 3; band++) {
                assertThat(Encoded.samples(frame.planes().get(band))).isEqualTo(Encoded.samples(colors, band));
            }
        }
    }

    @Test
    void grayPalettesGiveOnePlane() throws IOException {
        BufferedImage drawn = Encoded.drawn(30, 20, BufferedImage.TYPE_BYTE_GRAY);

        Frame frame = Encoded.only(Encoded.color(gif(drawn)));

        assertThat(frame.planes()).hasSize(1);
        assertThat(Encoded.samples(frame.gray())).isEqualTo(Encoded.samples(drawn, 0));
    }

    @Test
    void laterPicturesAreLaidOnEarlierOnes() {
        Decoded decoded = Encoded.gray(TWO);
        Frames frames = decoded.frames();

        assertThat(decoded.facts().frames()).isEqualTo(2);
        assertThat(Encoded.samples(frames.next().orElseThrow().gray())).containsExactly(0, 0);
        assertThat(Encoded.samples(frames.next().orElseThrow().gray())).containsExactly(0, 255);
    }

    @Test
    void screenIsCheckedBeforeItIsMade() {
        byte[] file = TWO.clone();
        file[6] = file[7] = file[8] = file[9] = -1;

        assertThat(Encoded.refusal(file).rejection().code()).isEqualTo(RejectionCode.IMAGE_TOO_LARGE);
    }

    @Test
    void pictureOutsideItsScreenIsRefused() {
        byte[] file = TWO.clone();
        file[20] = 1;

        assertThat(Encoded.refusal(file).rejection().detail()).contains("outside its screen");
    }

    @Test
    void uncoveredPixelsAreToldAsTransparent() {
        byte[] file = TWO.clone();
        file[24] = 1;

        assertThat(Encoded.gray(file).notices()).extracting(Notice::code).containsExactly("alpha-ignored");
    }

    @Test
    void endMarkIsNeeded() {
        assertThat(Encoded.refusal(Arrays.copyOf(TWO, TWO.length - 1))
                        .rejection()
                        .detail())
                .contains("ends after");
    }

    static byte[] gif(BufferedImage drawn) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn, "gif", bytes);
        return bytes.toByteArray();
    }
}
