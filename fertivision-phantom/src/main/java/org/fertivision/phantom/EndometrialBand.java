package org.fertivision.phantom;

import org.fertivision.image.Point;

/**
 * An endometrium in a sagittal section: a band of even thickness along an arc, with fluid in its middle or none.
 *
 * @param middle the middle of its midline, millimeters from the probe's face
 * @param tilt of the midline there, radians from the x axis downwards
 * @param arcMm radius of the midline; infinite for a straight one
 * @param lengthMm length of the midline
 * @param thicknessMm both layers together
 * @param fluidMm fluid between them
 * @param layered whether each layer has a bright rim, a dark inside and the midline is bright
 * @param contrast factor on all differences in dB
 * @param fluidDb echoes of fluid against tissue
 */
record EndometrialBand(
        Point middle,
        double tilt,
        double arcMm,
        double lengthMm,
        double thicknessMm,
        double fluidMm,
        boolean layered,
        double contrast,
        double fluidDb)
        implements Tissue {
    private static final double BASAL_MM = 0.8;
    private static final double BASAL_DB = 6;
    private static final double FUNCTIONAL_DB = -6;
    private static final double MIDLINE_MM = 0.5;
    private static final double MIDLINE_DB = 8;
    private static final double FLUID_DB = -45;

    static EndometrialBand of(Choices choices) {
        double arc = choices.number("arcMm");
        return new EndometrialBand(
                new Point(0, choices.number("centerDepthMm")),
                StrictMath.toRadians(choices.number("tiltDeg")),
                arc == 0 ? Double.POSITIVE_INFINITY : arc,
                choices.number("lengthMm"),
                choices.number("thicknessMm"),
                choices.number("fluidMm"),
                choices.word("pattern").equals("threeLine"),
                choices.number("contrast"),
                FLUID_DB);
    }

    /** From the midline to the outer border. */
    double outerMm() {
        return (thicknessMm + fluidMm) / 2;
    }

    /** The area inside the outer borders, fluid included: a band along an arc has that of a straight one. */
    double areaMm2() {
        return (thicknessMm + fluidMm) * lengthMm;
    }

    /** The place so far along the midline and so far from it, downwards positive. */
    Point place(double alongMm, double offMm) {
        double u = alongMm;
        double v = offMm;
        if (!Double.isInfinite(arcMm)) {
            double turn = alongMm / arcMm;
            u = (arcMm - offMm) * StrictMath.sin(turn);
            v = arcMm - (arcMm - offMm) * StrictMath.cos(turn);
        }
        double cos = StrictMath.cos(tilt);
        double sin = StrictMath.sin(tilt);
        return new Point(middle.x() + u * cos - v * sin, middle.y() + u * sin + v * cos);
    }

    /** How far a place is along the midline and from it. */
    private Point within(double xMm, double yMm) {
        double dx = xMm - middle.x();
        double dy = yMm - middle.y();
        double cos = StrictMath.cos(tilt);
        double sin = StrictMath.sin(tilt);
        double u = dx * cos + dy * sin;
        double v = dy * cos - dx * sin;
        if (Double.isInfinite(arcMm)) {
            return new Point(u, v);
        }
        double toCenter = arcMm - v;
        return new Point(arcMm * StrictMath.atan2(u, toCenter), arcMm - Math.sqrt(u * u + toCenter * toCenter));
    }

    @Override
    public double backscatterDb(double xMm, double yMm) {
        Point place = within(xMm, yMm);
        double off = Math.abs(place.y());
        if (off > outerMm() || Math.abs(place.x()) > lengthMm / 2) {
            return 0;
        }
        if (off < fluidMm / 2) {
            return fluidDb;
        }
        if (!layered || off > outerMm() - BASAL_MM) {
            return contrast * BASAL_DB;
        }
        return contrast * (off < (fluidMm + MIDLINE_MM) / 2 ? MIDLINE_DB : FUNCTIONAL_DB);
    }

    @Override
    public double loss(double xMm, double yMm) {
        Point place = within(xMm, yMm);
        return Math.abs(place.y()) < fluidMm / 2 && Math.abs(place.x()) <= lengthMm / 2 ? 0 : 1;
    }
}
