package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.junit.jupiter.api.Test;

/** Previews and tiles of a picture whose gray tells the place. */
class FieldPictureTest {
    private static final int WIDTH = 1300;
    private static final int HEIGHT = 700;

    /** From black at the left to white at the right, in each row the same. */
    private static FieldPicture ramp(int width, int height) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) gray(i % width, width);
        }
        return FieldPicture.of(Frame.gray(Plane.takeBytes(width, height, samples)));
    }

    private static int gray(double x, int width) {
        return (int) (x * 255 / width);
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static int shown(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFF;
    }

    @Test
    void levelsHalveUntilOneTileHoldsAll() {
        TilePyramid pyramid = new TilePyramid(WIDTH, HEIGHT);

        assertThat(pyramid.levels()).isEqualTo(4);
        assertThat(new int[] {pyramid.columns(0), pyramid.rows(0)}).containsExactly(6, 3);
        assertThat(new int[] {pyramid.columns(1), pyramid.rows(1)}).containsExactly(3, 2);
        assertThat(new int[] {pyramid.columns(2), pyramid.rows(2)}).containsExactly(2, 1);
        assertThat(new int[] {pyramid.columns(3), pyramid.rows(3)}).containsExactly(1, 1);
        assertThat(new TilePyramid(256, 256).levels()).isEqualTo(1);
        assertThat(new TilePyramid(257, 1).levels()).isEqualTo(2);
        assertThatThrownBy(() -> new TilePyramid(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tilesOfALevelMakeUpThePicture() throws IOException {
        FieldPicture picture = ramp(WIDTH, HEIGHT);
        TilePyramid pyramid = new TilePyramid(WIDTH, HEIGHT);
        for (int level = 0; level < pyramid.levels(); level++) {
            int width = 0;
            int height = 0;
            for (int column = 0; column < pyramid.columns(level); column++) {
                BufferedImage tile = image(picture.tile(level, column, 0));
                for (int x = 0; x < tile.getWidth(); x += 31) {
                    double inFull = Math.min(WIDTH - 1, (width + x + 0.5) * (1 << level) - 0.5);
                    assertThat(shown(tile, x, 0))
                            .as("level " + level + " column " + column + " at " + x)
                            .isCloseTo(gray(inFull, WIDTH), within(4));
                }
                width += tile.getWidth();
            }
            for (int row = 0; row < pyramid.rows(level); row++) {
                height += image(picture.tile(level, 0, row)).getHeight();
            }
            assertThat(width).isEqualTo((WIDTH + (1 << level) - 1) >> level);
            assertThat(height).isEqualTo((HEIGHT + (1 << level) - 1) >> level);
        }
    }

    @Test
    void thereIsNoTileBesideThePicture() {
        FieldPicture picture = ramp(WIDTH, HEIGHT);
        int[][] beside = {{4, 0, 0}, {-1, 0, 0}, {0, 6, 0}, {0, 0, 3}, {1, 3, 0}, {0, -1, 0}, {0, 0, -1}};
        for (int[] tile : beside) {
            assertThatThrownBy(() -> picture.tile(tile[0], tile[1], tile[2]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aPreviewIsShrunkAndNeverEnlarged() throws IOException {
        assertThat(sides(ramp(WIDTH, HEIGHT).whole(1024))).containsExactly(1024, 551);
        assertThat(sides(ramp(300, 200).whole(1024))).containsExactly(300, 200);
        assertThat(sides(ramp(200, 800).wide(100, 1024))).containsExactly(100, 400);
        assertThat(sides(ramp(200, 800).wide(200, 500))).containsExactly(125, 500);
        assertThat(sides(ramp(300, 200).wide(5000, 4096))).containsExactly(300, 200);
        assertThat(ramp(300, 200).bytes()).isEqualTo(60_000);
    }

    private static int[] sides(byte[] jpeg) throws IOException {
        BufferedImage image = image(jpeg);
        return new int[] {image.getWidth(), image.getHeight()};
    }

    @Test
    void deepSamplesAreStretchedAlikeInEveryTile() throws IOException {
        short[] samples = new short[512 * 256];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (1000 + (i % 512 < 256 ? 0 : 500));
        }
        samples[0] = 0;
        samples[1] = 2000;
        FieldPicture picture = FieldPicture.of(Frame.gray(Plane.takeShorts(512, 256, samples)));

        assertThat(shown(image(picture.tile(0, 0, 0)), 128, 128)).isCloseTo(127, within(3));
        assertThat(shown(image(picture.tile(0, 1, 0)), 128, 128)).isCloseTo(191, within(3));
        assertThat(picture.bytes()).isEqualTo(2L * 512 * 256);
    }

    @Test
    void wordsAreDrawnUponEveryPiece() throws IOException {
        Frame black = Frame.gray(Plane.takeBytes(600, 300, new byte[600 * 300]));
        FieldPicture plain = FieldPicture.of(black, "");
        FieldPicture marked = FieldPicture.of(black, "DEMO: nobody's specimen, not for diagnosis.");
        assertThat(plain.whole(600)).isEqualTo(FieldPicture.of(black).whole(600));
        assertThat(brightest(image(plain.whole(600)))).isLessThan(10);
        for (byte[] piece :
                List.of(marked.whole(600), marked.wide(90, 4096), marked.tile(0, 0, 0), marked.tile(0, 2, 1))) {
            assertThat(brightest(image(piece))).isGreaterThan(120);
        }
        FieldPicture low = FieldPicture.of(Frame.gray(Plane.takeBytes(256, 4, new byte[256 * 4])), "DEMO");
        assertThat(brightest(image(low.tile(0, 0, 0)))).isGreaterThan(40);
        BufferedImage whole = image(marked.whole(600));
        assertThat(brightest(whole.getSubimage(0, 0, 600, 270))).isLessThan(10);
        assertThat(brightest(whole.getSubimage(590, 0, 10, 300))).isLessThan(40);
    }

    private static int brightest(BufferedImage image) {
        int most = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                most = Math.max(most, shown(image, x, y));
            }
        }
        return most;
    }
}
