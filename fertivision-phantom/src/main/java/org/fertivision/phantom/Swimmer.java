package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Point;

/**
 * One sperm of a film.
 *
 * @param id its number, from 1
 * @param course where its head is at any time, micrometers
 * @param head its head
 * @param tail its tail
 * @param contrast gray levels of the head over the background, negative for dark heads
 */
record Swimmer(int id, Course course, Ellipse head, Tail tail, double contrast) {
    /** How far a tail's wave travels in a second, in waves. */
    private static final double WAVES_PER_S = 8;

    Point centerPx(double timeS, Stage stage) {
        return stage.px(course.xUm(timeS), course.yUm(timeS), timeS);
    }

    /** The sperm as it looks at a time. */
    Sperm at(double timeS, Stage stage) {
        Placed placed = new Placed(centerPx(timeS, stage), course.facingRad(timeS), head);
        double turned = course.swim().isMotile() ? 2 * Math.PI * WAVES_PER_S * timeS : 0;
        Tail beating = new Tail(
                tail.lengthUm(), tail.swingRad(), tail.waveUm(), tail.phaseRad() - turned, tail.contrastShare(), 0);
        return new Sperm(ObjectClass.SPERM, placed, beating, List.of(contrast * course.brightness(timeS)));
    }
}
