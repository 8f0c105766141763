package org.fertivision.phantom;

/**
 * The shape of a drawn cell: an ellipse with its exact area and perimeter.
 *
 * @param lengthUm major axis, micrometers
 * @param widthUm minor axis, micrometers, no more than the length
 */
public record Ellipse(double lengthUm, double widthUm) {
    private static final double CONVERGED = 1e-16;

    /** Refuses what is not finite, empty, or wider than long. */
    public Ellipse {
        if (!(widthUm > 0 && lengthUm >= widthUm && lengthUm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "an ellipse is longer than wide and wider than 0, not " + lengthUm + " x " + widthUm + " um");
        }
    }

    /** The area, pi/4 x length x width, square micrometers. */
    public double areaUm2() {
        return Math.PI / 4 * lengthUm * widthUm;
    }

    /**
     * The perimeter, 2 x length x E(m) with m = 1 - (width/length)^2 and E the complete elliptic integral of the second
     * kind, by the arithmetic-geometric mean; exact to rounding. Source: Abramowitz and Stegun, 17.6.
     */
    public double perimeterUm() {
        double a = 1;
        double b = widthUm / lengthUm;
        double power = 0.5;
        double sum = power * (1 - b * b);
        double c = 1;
        while (c * c > CONVERGED) {
            c = (a - b) / 2;
            double mean = (a + b) / 2;
            b = Math.sqrt(a * b);
            a = mean;
            power *= 2;
            sum += power * c * c;
        }
        return lengthUm * Math.PI * (1 - sum) / a;
    }

    /** Length over width, 1 for a disc. */
    public double aspect() {
        return lengthUm / widthUm;
    }

    /** (length - width) / (length + width), 0 for a disc. */
    public double elongation() {
        return (lengthUm - widthUm) / (lengthUm + widthUm);
    }

    /** 4 pi area / perimeter^2, 1 for a disc. */
    public double rugosity() {
        double perimeter = perimeterUm();
        return 4 * Math.PI * areaUm2() / (perimeter * perimeter);
    }

    /** How far the ellipse reaches from its center in a direction {@code radians} away from its major axis, um. */
    double supportUm(double radians) {
        double along = lengthUm / 2 * StrictMath.cos(radians);
        double across = widthUm / 2 * StrictMath.sin(radians);
        return Math.sqrt(along * along + across * across);
    }
}
