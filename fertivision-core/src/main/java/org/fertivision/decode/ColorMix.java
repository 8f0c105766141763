package org.fertivision.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Mixes rows of brightness and of two color differences to red, green and blue, bit for bit as the JDK's decoder does it:
 * color that is stored for pairs or squares of pixels is spread in proportion 3 to 1 to the next one, and the channels are
 * computed in whole numbers. In steps as those of {@link BlockTransform}, and for the same reason. Four samples lie in one
 * number, the leftmost in the lowest bits.
 *
 * <p>Source: ITU-R BT.601, rounded as in the library of the Independent JPEG Group, release 6b.
 */
final class ColorMix {
    private static final int HALF = 1 << 15;
    private static final int RED_OF_CR = 91881;
    private static final int GREEN_OF_CB = 22554;
    private static final int GREEN_OF_CR = 46802;
    private static final int BLUE_OF_CB = 116130;
    private static final int MIDDLE = 128;
    private static final int GREEN = HALF + MIDDLE * (GREEN_OF_CB + GREEN_OF_CR);

    private final int width;
    private final ByteBuffer[] planes;
    /** Of each difference, four arrays of samples: of all columns the first of four, the second, ... */
    private final int[][][] parted;

    private final int[] evenSums;
    private final int[] oddSums;
    private final int[] first;
    private final int[] second;
    private final int[] upper;
    private final int[] words;
    private final List<Runnable> spreading = new ArrayList<>();
    private final List<Runnable> mixing = new ArrayList<>();
    private int[] light;
    private int[] nearEven;
    private int[] nearOdd;
    private int[] farEven;
    private int[] farOdd;
    private int difference;
    private int row;

    /**
     * A mix of rows of so many numbers.
     *
     * @param planes red, green, blue: where the rows go
     */
    ColorMix(BaselineScan scan, int length, byte[][] planes) {
        this.width = scan.width();
        this.planes = new ByteBuffer[planes.length];
        for (int i = 0; i < planes.length; i++) {
            this.planes[i] = ByteBuffer.wrap(planes[i]).order(ByteOrder.LITTLE_ENDIAN);
        }
        this.parted = new int[2][4][length];
        this.evenSums = new int[length + 2];
        this.oddSums = new int[length + 2];
        this.first = new int[length];
        this.second = new int[length];
        this.upper = new int[length];
        this.words = new int[length];
        this.light = words;
        this.nearEven = words;
        this.nearOdd = words;
        this.farEven = words;
        this.farOdd = words;
        if (scan.across() == 1) {
            addParting();
        } else {
            addSpreading(scan.down() == 2 ? 8 : 4, scan.down() == 2 ? 7 : 8);
        }
        addMixing();
    }

    /**
     * Takes the color of the next row.
     *
     * @param which of the differences, 0 or 1
     * @param even words of the row, or where columns are spread the samples of even columns
     * @param odd those of odd columns
     * @param evenBeside the same of the row of color beside it
     * @param oddBeside the same
     */
    void take(int which, int[] even, int[] odd, int[] evenBeside, int[] oddBeside) {
        difference = which;
        nearEven = even;
        nearOdd = odd;
        farEven = evenBeside;
        farOdd = oddBeside;
        for (Runnable step : spreading) {
            step.run();
        }
    }

    /** Writes a row of this brightness and the color taken. */
    void write(int y, int[] brightness) {
        row = y;
        light = brightness;
        for (Runnable step : mixing) {
            step.run();
        }
    }

    private void addParting() {
        spreading.add(() -> part(nearEven, 0, parted[difference][0], parted[difference][1]));
        spreading.add(() -> part(nearEven, 16, parted[difference][2], parted[difference][3]));
    }

    /** Rounding goes to one side and to the other by turns. */
    private void addSpreading(int left, int right) {
        spreading.add(() -> sum(nearEven, farEven, evenSums));
        spreading.add(() -> sum(nearOdd, farOdd, oddSums));
        spreading.add(this::repeatEnds);
        spreading.add(() -> spreadEven(evenSums, oddSums, left, right, parted[difference][0], parted[difference][1]));
        spreading.add(() -> spreadOdd(evenSums, oddSums, left, right, parted[difference][2], parted[difference][3]));
    }

    private void addMixing() {
        int[][] cb = parted[0];
        int[][] cr = parted[1];
        mixing.add(() -> pair(light, 0, cr[0], cr[1], RED_OF_CR, words));
        mixing.add(() -> pair(light, 16, cr[2], cr[3], RED_OF_CR, upper));
        mixing.add(() -> join(words, upper));
        mixing.add(() -> put(0));
        mixing.add(() -> green(cb[0], cr[0], cb[1], cr[1], first, second));
        mixing.add(() -> pair(light, 0, first, second, words));
        mixing.add(() -> green(cb[2], cr[2], cb[3], cr[3], first, second));
        mixing.add(() -> pair(light, 16, first, second, upper));
        mixing.add(() -> join(words, upper));
        mixing.add(() -> put(1));
        mixing.add(() -> pair(light, 0, cb[0], cb[1], BLUE_OF_CB, words));
        mixing.add(() -> pair(light, 16, cb[2], cb[3], BLUE_OF_CB, upper));
        mixing.add(() -> join(words, upper));
        mixing.add(() -> put(2));
    }

    private void put(int channel) {
        ByteBuffer plane = planes[channel];
        plane.position(row * width);
        plane.asIntBuffer().put(words, 0, width / 4);
        for (int x = width & ~3; x < width; x++) {
            plane.put(row * width + x, (byte) (words[x >> 2] >>> (8 * (x & 3))));
        }
    }

    private void repeatEnds() {
        int columns = (width + 1) / 2;
        oddSums[0] = evenSums[1];
        if (columns % 2 == 0) {
            evenSums[columns / 2 + 1] = oddSums[columns / 2];
        } else {
            oddSums[columns / 2 + 1] = evenSums[columns / 2 + 1];
        }
    }

    private static void part(int[] words, int shift, int[] first, int[] second) {
        for (int i = 0; i < first.length; i++) {
            first[i] = words[i] >>> shift & 0xFF;
            second[i] = words[i] >>> shift >>> 8 & 0xFF;
        }
    }

    /** Four times the mean of two rows, the near one three times, behind one place that is left free. */
    private static void sum(int[] near, int[] far, int[] into) {
        for (int i = 0; i < near.length; i++) {
            into[i + 1] = 3 * near[i] + far[i];
        }
    }

    private static void spreadEven(int[] even, int[] odd, int left, int right, int[] first, int[] second) {
        for (int i = 0; i < first.length; i++) {
            first[i] = (3 * even[i + 1] + odd[i] + left) >> 4;
            second[i] = (3 * even[i + 1] + odd[i + 1] + right) >> 4;
        }
    }

    private static void spreadOdd(int[] even, int[] odd, int left, int right, int[] first, int[] second) {
        for (int i = 0; i < first.length; i++) {
            first[i] = (3 * odd[i + 1] + even[i + 1] + left) >> 4;
            second[i] = (3 * odd[i + 1] + even[i + 2] + right) >> 4;
        }
    }

    /** Two samples from their brightness in a word and one of the differences. */
    private static void pair(int[] light, int shift, int[] first, int[] second, int factor, int[] into) {
        int rest = HALF - MIDDLE * factor;
        for (int i = 0; i < into.length; i++) {
            int pair = light[i] >>> shift;
            into[i] = limited((pair & 0xFF) + ((factor * first[i] + rest) >> 16))
                    | limited((pair >>> 8 & 0xFF) + ((factor * second[i] + rest) >> 16)) << 8;
        }
    }

    /** Two samples from their brightness in a word and what is to be added to it. */
    private static void pair(int[] light, int shift, int[] first, int[] second, int[] into) {
        for (int i = 0; i < into.length; i++) {
            int pair = light[i] >>> shift;
            into[i] = limited((pair & 0xFF) + first[i]) | limited((pair >>> 8 & 0xFF) + second[i]) << 8;
        }
    }

    private static void green(int[] cb1, int[] cr1, int[] cb2, int[] cr2, int[] first, int[] second) {
        for (int i = 0; i < first.length; i++) {
            first[i] = (GREEN - GREEN_OF_CB * cb1[i] - GREEN_OF_CR * cr1[i]) >> 16;
            second[i] = (GREEN - GREEN_OF_CB * cb2[i] - GREEN_OF_CR * cr2[i]) >> 16;
        }
    }

    private static void join(int[] words, int[] upper) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= upper[i] << 16;
        }
    }

    private static int limited(int sample) {
        return Math.max(0, Math.min(255, sample));
    }
}
