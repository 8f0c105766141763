package org.fertivision.pixel;

import org.fertivision.image.Point;

/** A corner of a line that knows the one after it. */
final class LineCorner {
    private final Point place;
    private LineCorner next = this;

    LineCorner(Point place) {
        this.place = place;
    }

    Point place() {
        return place;
    }

    LineCorner next() {
        return next;
    }

    void leadTo(LineCorner other) {
        next = other;
    }
}
