package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.Input;
import org.fertivision.finding.Item;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.pixel.Contour;
import org.fertivision.real.RealData;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.fertivision.stats.BinomialInterval;
import org.fertivision.stats.Bounds;
import org.junit.jupiter.api.Test;

/**
 * Crops of stained smears that an expert called normal sperm, abnormal sperm or no sperm. Nothing is trained; what tells
 * heads from other things was chosen on the crops of the lower half of the numbers, and is measured on the upper half.
 */
class SmidsRealTest {
    private static final SpermMorphologyAnalyzer ANALYZER = new SpermMorphologyAnalyzer();
    private static final Settings SETTINGS =
            Settings.defaults(ANALYZER.descriptor().parameters());

    /** What an expert called the crops of a folder, and the first number that nothing was chosen on. */
    private enum Called {
        NORMAL("normal_sperm", 301),
        ABNORMAL("abnormal_sperm", 301),
        NO_SPERM("non-sperm", 271);

        private final String folder;
        private final int measuredFrom;

        Called(String folder, int measuredFrom) {
            this.folder = folder;
            this.measuredFrom = measuredFrom;
        }
    }

    /** How many of the crops of one half were called rightly. */
    private static final class Tally {
        private int crops;
        /** By whether a head counts whose outline holds the middle of the crop. */
        private int byMiddle;
        /** By whether any head counts in the crop. */
        private int byAny;

        private int withoutSperm;
        private int countedWithoutSperm;
        private int sperm;
        private int normality;
        private int classes;
        private final int[] normal = new int[2];
        private final int[] rightNormal = new int[2];

        void add(Called called, List<Item> items, Frame frame) {
            boolean isSperm = called != Called.NO_SPERM;
            Optional<Item> middle = items.stream()
                    .filter(item ->
                            Contour.of(item.outline().corners()).contains(frame.width() / 2.0, frame.height() / 2.0))
                    .findFirst();
            crops++;
            byMiddle += middle.isPresent() == isSperm ? 1 : 0;
            byAny += items.isEmpty() != isSperm ? 1 : 0;
            withoutSperm += isSperm ? 0 : 1;
            countedWithoutSperm += isSperm || items.isEmpty() ? 0 : 1;
            boolean foundNormal = middle.isPresent()
                    && StrictVerdict.of(middle.get().readings()).defects().isEmpty();
            if (isSperm && middle.isPresent()) {
                sperm++;
                int which = called == Called.NORMAL ? 0 : 1;
                normal[which]++;
                rightNormal[which] += foundNormal == (called == Called.NORMAL) ? 1 : 0;
                normality += foundNormal == (called == Called.NORMAL) ? 1 : 0;
            }
            Called found = middle.isEmpty() ? Called.NO_SPERM : foundNormal ? Called.NORMAL : Called.ABNORMAL;
            classes += found == called ? 1 : 0;
        }

        void print(String half) {
            System.out.printf(
                    Locale.ROOT,
                    "crops, %s half: sperm or not %s by the thing in the middle, %s by any thing (%d of %d without sperm hold one that counts); normal or abnormal by"
                            + " measures that need no scale %s (normal %d of %d, abnormal %d of %d right); three classes"
                            + " %s%n",
                    half,
                    share(byMiddle, crops),
                    share(byAny, crops),
                    countedWithoutSperm,
                    withoutSperm,
                    share(normality, sperm),
                    rightNormal[0],
                    normal[0],
                    rightNormal[1],
                    normal[1],
                    share(classes, crops));
        }
    }

    @Test
    void spermAreToldFromOtherThingsInCropsThatNothingWasChosenOn() throws IOException {
        Path folder = RealData.folder("smids");
        Tally chosenOn = new Tally();
        Tally measured = new Tally();
        for (Called called : Called.values()) {
            for (Path file : RealData.files(folder.resolve(called.folder))) {
                Frame frame = decode(file);
                List<Item> items = ANALYZER.look(Frames.of(frame), SETTINGS, Work.unlimited()).items().stream()
                        .filter(Item::counts)
                        .toList();
                int number = Integer.parseInt(file.getFileName().toString().replaceAll("[^0-9]", ""));
                (number < called.measuredFrom ? chosenOn : measured).add(called, items, frame);
            }
        }
        chosenOn.print("lower");
        measured.print("upper");

        assertThat(measured.byMiddle).isGreaterThanOrEqualTo((int) Math.ceil(0.85 * measured.crops));
        assertThat(measured.byAny).isGreaterThanOrEqualTo((int) Math.ceil(0.80 * measured.crops));
    }

    private static String share(int right, int n) {
        Bounds bounds = BinomialInterval.wilson(right, n, 1.96);
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f, n = %d)",
                100.0 * right / n,
                100 * bounds.lo(),
                100 * bounds.hi(),
                n);
    }

    private static Frame decode(Path file) {
        Limits limits = Limits.standard();
        Input input = Input.read((Source.OfBytes) Source.of(file), limits);
        return Decoder.decode(input, limits, Descriptor.Channels.COLOR, Work.unlimited())
                .frames()
                .only();
    }
}
