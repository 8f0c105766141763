package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/** Pictures of soft blotches without any edge, which are no heads: their outlines stay where they are all the same. */
class BlotchesTest {
    private static final int SIDE = 160;

    @Test
    void outlinesOfWhatIsNoHeadStayNearTheirPixels() {
        SpermMorphologyAnalyzer analyzer = new SpermMorphologyAnalyzer();
        Settings settings = Settings.of(analyzer.descriptor().parameters(), Map.of(), Map.of());
        int outlines = 0;
        for (int seed = 0; seed < 20; seed++) {
            FieldOfView field = analyzer.look(Frames.of(Frame.gray(blotches(seed))), settings, Work.unlimited());
            for (Item item : field.items()) {
                outlines++;
                Region box = item.box();
                double far = 0.3 * Math.max(box.width(), box.height()) + 3;
                for (Point corner : item.outline().corners()) {
                    assertThat(corner.x())
                            .as("picture %d, item %d", seed, item.id())
                            .isBetween(-far, SIDE + far);
                    assertThat(corner.y())
                            .as("picture %d, item %d", seed, item.id())
                            .isBetween(-far, SIDE + far);
                }
            }
        }
        assertThat(outlines).isGreaterThan(50);
    }

    /** Noise smeared over some pixels, again and again. */
    private static Plane blotches(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] level = random.doubles(SIDE * SIDE).toArray();
        for (int round = 0; round < 6; round++) {
            level = smeared(smeared(level, 1), SIDE);
        }
        byte[] samples = new byte[level.length];
        for (int i = 0; i < samples.length; i++) {
            double above = Math.max(0, (level[i] - 0.5) / 0.0166 - 0.8);
            samples[i] = (byte) Math.max(0, Math.min(255, 210 - 70 * above + 4 * random.nextDouble()));
        }
        return Plane.takeBytes(SIDE, SIDE, samples);
    }

    private static double[] smeared(double[] level, int stride) {
        double[] sum = new double[level.length];
        for (int i = 0; i < level.length; i++) {
            for (int away = -3; away <= 3; away++) {
                sum[i] += level[Math.floorMod(i + away * stride, level.length)] / 7;
            }
        }
        return sum;
    }
}
