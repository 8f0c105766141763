package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberPlacesTest {
    @Test
    void aNumberStandsRightOfItsObjectOrLeftOfIt() {
        NumberPlaces places = new NumberPlaces(200, 100, 2);

        assertThat(places.place(box(50, 40), 20, 8, true)).contains(new Rectangle2D.Double(62, 41, 20, 8));
        assertThat(places.place(box(150, 40), 20, 8, false)).contains(new Rectangle2D.Double(128, 41, 20, 8));
    }

    @Test
    void numbersNeverOverlapNorLeaveThePicture() {
        Random random = new Random(4);
        NumberPlaces places = new NumberPlaces(600, 400, 2);
        List<Rectangle2D> objects = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            objects.add(box(random.nextDouble() * 590, random.nextDouble() * 390));
        }
        objects.forEach(places::keepOff);

        List<Rectangle2D> found = new ArrayList<>();
        for (Rectangle2D object : objects) {
            places.place(object, 24, 9, true).ifPresent(found::add);
        }

        assertThat(found).hasSizeBetween(200, 399);
        for (int i = 0; i < found.size(); i++) {
            assertThat(new Rectangle2D.Double(0, 0, 600, 400).contains(found.get(i)))
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(found.get(i).intersects(found.get(j))).isFalse();
            }
        }
    }

    @Test
    void anotherObjectIsAvoidedWhileThereIsRoom() {
        NumberPlaces places = new NumberPlaces(200, 100, 2);
        Rectangle2D object = box(50, 40);
        Rectangle2D neighbor = box(64, 40);
        places.keepOff(object);
        places.keepOff(neighbor);

        Rectangle2D number = places.place(object, 20, 8, true).orElseThrow();

        assertThat(number.intersects(neighbor)).isFalse();
        assertThat(number.getMaxX()).isLessThan(50);
    }

    @Test
    void withoutRoomThereIsNoNumber() {
        NumberPlaces places = new NumberPlaces(30, 12, 2);

        assertThat(places.place(box(10, 1), 40, 8, true)).isEqualTo(Optional.empty());
    }

    private static Rectangle2D box(double x, double y) {
        return new Rectangle2D.Double(x, y, 10, 10);
    }
}
