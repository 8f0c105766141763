package org.fertivision.finding;

import java.util.List;
import org.fertivision.image.Point;

/**
 * A part of an object, told from the rest of it: an acrosome, a tail. In pixels of the upright image, kept to a hundredth.
 *
 * @param name what it is, lower camel case
 * @param places the corners of its border, or the way along its middle
 * @param closed whether the places are a border, whose last corner joins the first
 */
public record ItemPart(String name, List<Point> places, boolean closed) {

    /** Copies the list; refuses a name that is not lower camel case, a border of fewer than 3 corners and a way of one place. */
    public ItemPart {
        if (!Measure.CODE.matcher(name).matches()) {
            throw new IllegalArgumentException("a part's name is lower camel case, not '" + name + "'");
        }
        if (places.size() < (closed ? 3 : 2)) {
            throw new IllegalArgumentException("a border has 3 corners or more, a way 2 places or more");
        }
        places = places.stream()
                .map(place -> new Point(Digits.hundredth(place.x()), Digits.hundredth(place.y())))
                .toList();
    }
}
