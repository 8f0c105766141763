package org.fertivision.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fertivision.FertiVision;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.image.Calibration;
import org.fertivision.request.Request;
import org.junit.jupiter.api.Test;

/**
 * Unstained human sperm in bright field (SVIA, Chen et al. 2022, Biocybern Biomed Eng 42:204) beside the experts' boxes.
 * The size of a pixel was not published: 0.3 um makes the heads as long as human ones.
 */
class CountRealTest {
    private static final double ASSUMED_UM_PER_PIXEL = 0.3;
    private static final int FRAMES = 45;
    private static final int EVERY = 4;
    private static final double REACH_PX = 2;

    private record Box(double left, double top, double right, double bottom) {
        boolean holds(Item item) {
            double x = item.center().x();
            double y = item.center().y();
            return x >= left - REACH_PX && x <= right + REACH_PX && y >= top - REACH_PX && y <= bottom + REACH_PX;
        }
    }

    @Test
    void headsInBrightFieldAreThoseThatExpertsBoxed() throws IOException {
        Path folder = RealData.folder("svia/S_0001");
        int boxed = 0;
        int found = 0;
        int met = 0;
        try (FertiVision engine = FertiVision.create()) {
            for (int frame = 1; frame <= FRAMES; frame += EVERY) {
                List<Box> boxes = boxes(folder, frame);
                List<Item> heads = heads(engine, folder.resolve(String.format(Locale.ROOT, "S_0001_%04d.png", frame)));
                boxed += boxes.size();
                found += heads.size();
                met += met(boxes, heads);
            }
        }
        System.out.printf(
                "SVIA S_0001: %d boxed, %d counted, recall %.3f, precision %.3f%n",
                boxed, found, (double) met / boxed, (double) met / found);

        assertThat((double) met / boxed).isGreaterThan(0.9);
        assertThat((double) met / found).isGreaterThan(0.9);
        assertThat((double) found / boxed).isCloseTo(1, within(0.05));
    }

    private static List<Item> heads(FertiVision engine, Path image) {
        Request request = Request.of("sperm-count")
                .calibration(Calibration.umPerPixel(ASSUMED_UM_PER_PIXEL))
                .field(image)
                .build();
        FieldOfView field =
                engine.analyze(request).orElseThrow().findings().fields().get(0);
        return field.counted()
                .filter(item -> item.term("cell").filter("sperm"::equals).isPresent())
                .toList();
    }

    private static int met(List<Box> boxes, List<Item> heads) {
        List<Item> left = new ArrayList<>(heads);
        int met = 0;
        for (Box box : boxes) {
            for (int i = 0; i < left.size(); i++) {
                if (box.holds(left.get(i))) {
                    left.remove(i);
                    met++;
                    break;
                }
            }
        }
        return met;
    }

    private static List<Box> boxes(Path folder, int frame) throws IOException {
        List<Box> boxes = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("boxes.csv"))) {
            String[] cells = line.split(",");
            if (cells[0].equals(String.valueOf(frame)) && cells[1].equals("S")) {
                boxes.add(new Box(
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5])));
            }
        }
        return boxes;
    }
}
